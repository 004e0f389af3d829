import type { OfficeOfQuarter } from '#app/domain/office/office-page.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AssessmentText } from './assessment.tsx';
import { SteerList } from './steer-list.tsx';

/** What the office wrote about a quarter, on the quarter's page. Internal. */
export function OfficeOnQuarter({ quarter, office }: { quarter: string; office: OfficeOfQuarter }) {
  const { assessment, clearances, openSteers } = office;
  const to = useAddresses();
  return (
    <section aria-labelledby="office">
      <h2 className="govuk-heading-m" id="office">
        The office’s assessment
      </h2>
      {assessment ? (
        <AssessmentText assessment={assessment} />
      ) : (
        <p className="govuk-body">The office has written no assessment of this quarter.</p>
      )}
      {openSteers.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">Steers and actions not done (not published)</h3>
          <SteerList steers={openSteers} />
        </>
      ) : null}
      <p className="govuk-body">
        {clearances > 0 ? `${counted(clearances, 'clearance')} recorded. ` : 'No clearance is recorded. '}
        {openSteers.length > 0 ? '' : 'No steer or action is open. '}
        <a className="govuk-link" href={to.quarterOffice(quarter)}>
          The office’s words: assessment, clearances, steers and actions
        </a>
      </p>
    </section>
  );
}
