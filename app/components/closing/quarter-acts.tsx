import type { Addresses } from '#app/addresses.ts';
import { QUARTER_ACT_WORDS } from '#app/domain/closing/closing-words.ts';
import type { OfferedAct } from '#app/domain/closing/offered-acts.ts';
import type { QuarterAct } from '#app/domain/summary/quarter-acts.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface QuarterActsProps {
  quarter: string;
  /** Null for whoever may do none of them. */
  acts: OfferedAct[] | null;
}

/** What the strategy office can do next with a quarter, and why not where it cannot; nothing where there is nothing. */
export function QuarterActs({ quarter, acts }: QuarterActsProps) {
  const to = useAddresses();
  if (!acts || acts.length === 0) return null;
  return (
    <section aria-labelledby="quarter-acts">
      <h2 className="govuk-heading-s" id="quarter-acts">
        For the strategy office
      </h2>
      <ul className="govuk-list app-actions">
        {acts.map(({ act, whyNot }) => (
          <li key={act}>
            {whyNot === null ? (
              <a className="govuk-link" href={addressOf(act, to)(quarter)}>
                {QUARTER_ACT_WORDS[act]}
              </a>
            ) : (
              `${whyNot}.`
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf(act: QuarterAct, to: Addresses): (quarter: string) => string {
  return { close: to.quarterClose, publish: to.quarterPublish, correct: to.quarterCorrect }[act];
}
