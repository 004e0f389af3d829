import type { Steer } from '#app/domain/office/office-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Open steers as a short list: what was asked for, and how it stands. Internal. */
export function SteerList({ steers }: { steers: Steer[] }) {
  const to = useAddresses();
  return (
    <ul className="govuk-list app-items">
      {steers.map(({ id, quarter, words, inWords, fromWhom, owner, recommendation }) => (
        <li key={id} className="app-items__item">
          <a className="govuk-link app-items__title" href={to.quarterOffice(quarter, `steer-${id}`)}>
            {words}
          </a>
          <span className="app-items__words">
            {inWords}. Asked for by {fromWhom}; to be done by {owner}
            {recommendation ? `; about ${recommendation}` : ''}.
          </span>
        </li>
      ))}
    </ul>
  );
}
