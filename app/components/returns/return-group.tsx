import { Details } from '#app/components/govuk/details.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { LATE_WORDS } from '#app/domain/closing/closing-words.ts';
import type { Day } from '#app/domain/partial-date.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { deadlineInWords, type ListedReturn, type Outstanding } from '#app/domain/returns/return-list.ts';
import { isWithOwner } from '#app/domain/returns/return-state.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { listed } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { Lines } from './answer-list.tsx';

const HEADINGS: Record<Outstanding, string> = {
  late: 'Late',
  'sent back': 'Sent back to be corrected',
  due: 'Due',
  waiting: 'Submitted, waiting for the strategy office',
  accepted: 'Accepted',
  over: 'Over',
};

interface ReturnGroupProps {
  outstanding: Outstanding;
  returns: ListedReturn[];
  today: Day;
}

/** The returns of which the same is outstanding; of what is over only the newest quarter stands open. */
export function ReturnGroup({ returns, ...rest }: ReturnGroupProps) {
  const { outstanding } = rest;
  const id = outstanding.replace(' ', '-');
  const isOver = outstanding === 'accepted' || outstanding === 'over';
  const [newest] = returns
    .map(({ quarter }) => quarter)
    .sort()
    .reverse();
  const isShown = ({ quarter }: ListedReturn): boolean => !isOver || quarter === newest;
  const folded = returns.filter((each) => !isShown(each));
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {HEADINGS[outstanding]} ({returns.length})
      </h2>
      <Items returns={returns.filter(isShown)} {...rest} />
      {folded.length > 0 ? (
        <Details summary={`Of earlier quarters (${folded.length})`}>
          <Items returns={folded} {...rest} />
        </Details>
      ) : null}
    </section>
  );
}

function Items({ returns, ...rest }: ReturnGroupProps) {
  return (
    <ul className="govuk-list app-items">
      {returns.map((each) => (
        <ReturnItem key={`${each.quarter} ${each.recommendation}`} each={each} {...rest} />
      ))}
    </ul>
  );
}

type ReturnItemProps = { each: ListedReturn; outstanding: Outstanding; today: Day };

function ReturnItem({ each, outstanding, today }: ReturnItemProps) {
  const to = useAddresses();
  const { quarter, recommendation, title, state, deadline, posts, comment, isClosed } = each;
  const { word, tag } = RETURN_STATE_WORDS[state];
  const isOwing = outstanding === 'late' || outstanding === 'due' || outstanding === 'sent back';
  return (
    <li className="app-items__item">
      <a className="govuk-link app-items__title" href={to.return(quarter, recommendation)}>
        {recommendation}: {title}, {quarterLabel(quarter)}
      </a>
      <span className="app-returns__state">
        <Tag colour={tag}>{word}</Tag>
      </span>
      <span className="app-items__words">
        {isOwing ? deadlineInWords(deadline, today) : `Due ${formatPartialDate(deadline)}.`} Your part: {listed(posts)}.
      </span>
      {isClosed && isWithOwner(state) ? <span className="app-items__words">{LATE_WORDS}</span> : null}
      {outstanding === 'sent back' && comment ? (
        <span className="app-items__words">
          The strategy office says: <Lines text={comment} />
        </span>
      ) : null}
    </li>
  );
}
