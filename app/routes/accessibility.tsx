import { useAddresses } from '#app/use-addresses.ts';

export function loader() {
  return { title: 'Accessibility statement' };
}

/** What was checked, what was not, and what is known not to work. */
export default function AccessibilityPage() {
  const to = useAddresses();
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-xl">Accessibility statement</h1>
      <p className="govuk-body">
        This statement is about the pages of this strategy tracker. They aim to meet the Web Content Accessibility
        Guidelines version 2.2 at level AA.
      </p>
      <h2 className="govuk-heading-l">What you should be able to do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>read and use every page with scripts off</li>
        <li>reach everything with a keyboard alone</li>
        <li>zoom to 400% without scrolling sideways, apart from wide tables, which scroll by themselves</li>
        <li>read every figure as a table below it, and download its rows</li>
        <li>tell statuses apart without colour: each has its word</li>
      </ul>
      <h2 className="govuk-heading-l">How it was tested</h2>
      <p className="govuk-body">
        Each page is checked by an automated tool (axe-core) for WCAG 2.2 AA with contrast, with scripts on and off, at
        widths of 320 and 1280 pixels, each time the program changes. Keyboard use, page titles and headings are checked
        the same way.
      </p>
      <h2 className="govuk-heading-l">What was not tested</h2>
      <p className="govuk-body">
        No disabled person and no screen reader, voice control or screen magnifier has been part of testing yet, and no
        outside audit was made. Automated checks find only some of the barriers, so there may be others.
      </p>
      <h2 className="govuk-heading-l">What is known not to be good enough</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          A timeline with many milestones is long to read as a table; the same dates are on each{' '}
          <a className="govuk-link" href={to.milestones()}>
            milestone
          </a>
          .
        </li>
        <li>Pages that this record links to are other people’s and may not be accessible.</li>
      </ul>
      <h2 className="govuk-heading-l">If you find a barrier</h2>
      <p className="govuk-body">
        Tell the office that gave you the address of this service which page it was and what happened. If you need a
        page in another form, ask the same office: every list can be had as a CSV file.
      </p>
      <p className="govuk-body">This statement was prepared on 24 November 2026.</p>
    </div>
  );
}
