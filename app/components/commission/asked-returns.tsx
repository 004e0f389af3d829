import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import type { AskedReturn, ProgressPage } from '#app/domain/commission/progress-page.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { deadlineInWords } from '#app/domain/returns/return-list.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Every return of a commission, with its owner, state and deadline. */
export function AskedReturns({ page: { returns, quarter }, today }: { page: ProgressPage; today: string }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="asked">
      <h2 className="govuk-heading-l" id="asked">
        Returns
      </h2>
      {returns.length === 0 ? <p className="govuk-body">No recommendation is asked for a return any more.</p> : null}
      <Table
        caption="Returns of this quarter"
        captionHidden
        stackOnMobile
        firstCellIsHeader
        className="app-asked"
        columns={['Recommendation', 'Owner', 'State', 'Deadline', 'Go to'].map((heading) => ({ heading }))}
        rows={returns.map((asked) => [
          `${asked.recommendation}: ${asked.title}`,
          <Owner key="owner" owner={asked.owner} />,
          <Tag key="state" colour={RETURN_STATE_WORDS[asked.state].tag}>
            {RETURN_STATE_WORDS[asked.state].word}
          </Tag>,
          asked.isLate ? deadlineInWords(asked.deadline, today) : formatPartialDate(asked.deadline),
          <a
            key="go"
            className="govuk-link"
            href={
              asked.state === 'submitted' || asked.isLate
                ? to.returnReview(quarter, asked.recommendation)
                : to.return(quarter, asked.recommendation)
            }
          >
            {goTo(asked)} <span className="govuk-visually-hidden">{asked.recommendation}</span>
          </a>,
        ])}
      />
    </section>
  );
}

function goTo({ state, isLate }: AskedReturn): string {
  if (state === 'submitted') return 'Review';
  return isLate ? 'Record as missing' : 'Return';
}

function Owner({ owner }: Pick<AskedReturn, 'owner'>) {
  if (!owner) return <>No owner yet</>;
  return (
    <>
      {owner.words}, {owner.holder ? owner.holder.name : 'vacant'}
    </>
  );
}
