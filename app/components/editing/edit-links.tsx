/** The forms that the office can open from a page. */
export function EditLinks({ links }: { links: { href: string; text: string }[] }) {
  return (
    <ul className="govuk-list app-actions">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a className="govuk-button govuk-button--secondary" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
