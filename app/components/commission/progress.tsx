import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { QUARTER_ACT_WORDS } from '#app/domain/closing/closing-words.ts';
import type { ProgressPage } from '#app/domain/commission/progress-page.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AcceptUnchanged } from './accept-unchanged.tsx';
import { AskedReturns } from './asked-returns.tsx';
import { ChangeForms } from './change-forms.tsx';

export interface ProgressProps {
  page: ProgressPage;
  today: string;
  errors: Record<string, string>;
  /** What was typed in a form that comes back. */
  values: Record<string, string>;
}

/** How a commissioned quarter stands: counts, every return, and what the office can do with them. */
export function Progress({ page, today, errors, values }: ProgressProps) {
  const to = useAddresses();
  const { word, meaning } = QUARTER_STATE_WORDS[page.state];
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: `${word}. ${meaning}` },
          { key: 'Deadline', value: `The end of ${formatPartialDate(page.deadline)}` },
          ...(page.extensions.length > 0 ? [{ key: 'Extended', value: <Extensions page={page} /> }] : []),
        ]}
      />
      <Counts counts={page.counts} />
      {page.isClosed ? (
        <InsetText>
          The quarter is {word.toLowerCase()}: nothing is due any more. A return that still comes is kept as late. It
          can be accepted or sent back, and enters the quarter only by a correction.
        </InsetText>
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href={to.chase(page.quarter)}>
            Who owes what, with texts to send
          </a>
        </p>
      )}
      <p className="govuk-body">
        {page.isClosed ? (
          <a className="govuk-link" href={to.quarter(page.quarter)}>
            The summary of this quarter
          </a>
        ) : page.whyNotClosed === null ? (
          <a className="govuk-link" href={to.quarterClose(page.quarter)}>
            {QUARTER_ACT_WORDS.close}
          </a>
        ) : (
          `${page.whyNotClosed}.`
        )}
      </p>
      <AcceptUnchanged page={page} errors={errors} />
      <AskedReturns page={page} today={today} />
      {page.isOpen ? <ChangeForms page={page} today={today} errors={errors} values={values} /> : null}
    </>
  );
}

/** Every longer deadline, with what it is for and why: its reason says both. */
function Extensions({ page: { extensions } }: { page: ProgressPage }) {
  return (
    <ul className="govuk-list">
      {extensions.map(({ post, number, reason }) => (
        <li key={`${post} ${number}`}>{reason}</li>
      ))}
    </ul>
  );
}

function Counts({ counts }: Pick<ProgressPage, 'counts'>) {
  return (
    <ul className="app-tiles">
      {counts.map(({ state, returns }) => (
        <li
          key={state}
          className={`app-tiles__tile app-tiles__tile--still app-tiles__tile--${RETURN_STATE_WORDS[state].tag}`}
        >
          <span className="app-tiles__number">{returns}</span>{' '}
          <span className="app-tiles__word">{RETURN_STATE_WORDS[state].word.toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
