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

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function NeighbourLink({ text, href, direction }: Neighbour & { direction: 'prev' | 'next' }) {
  const word = direction === 'prev' ? 'Previous' : 'Next';
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={direction}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
          height="13"
          width="15"
          viewBox="0 0 15 13"
          aria-hidden="true"
          focusable="false"
        >
          <path d={ARROWS[direction]} />
        </svg>
        <span className="govuk-pagination__link-title">{word}</span>
        <span className="govuk-visually-hidden">: </span>
        <span className="govuk-pagination__link-label">{text}</span>
      </a>
    </div>
  );
}
