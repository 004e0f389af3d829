interface Neighbour {
  text: string;
  href: string;
}

/** Links to the page before and the page after, in the order of the record. */
export function Neighbours({
  before,
  after,
  label,
}: {
  before: Neighbour | null;
  after: Neighbour | null;
  label: string;
}) {
  if (!before && !after) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block app-neighbours" aria-label={label}>
      {before ? <NeighbourLink {...before} direction="prev" /> : null}
      {after ? <NeighbourLink {...after} direction="next" /> : null}
    </nav>
  );
}

function NeighbourLink({ text, href, direction }: Neighbour & { direction: 'prev' | 'next' }) {
  const word = direction === 'prev' ? 'Previous' : 'Next';
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={direction}>
        <span className="govuk-pagination__link-title govuk-pagination__link-title--decorated">{word}</span>
        <span className="govuk-visually-hidden">: </span>
        <span className="govuk-pagination__link-label">{text}</span>
      </a>
    </div>
  );
}
