import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import type { ClosePage } from '#app/domain/closing/closing-page.server.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { counted, listed } from '#app/domain/sentences.ts';
import { FORMAT_WORDS, SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** What a quarter is closed with: its returns, the office's words, the files that are made. */
export function WhatIsFrozen({ page }: { page: ClosePage }) {
  const to = useAddresses();
  const formats = listed(SUMMARY_FORMATS.map((format) => FORMAT_WORDS[format].word));
  return (
    <>
      <p className="govuk-body app-measure">
        Closing freezes the summary of the quarter as it is now, with every label, owner, definition and figure, and
        every file of it.
      </p>
      <SummaryList
        rows={[
          { key: 'Returns', value: returnsInWords(page) },
          {
            key: 'Assessment',
            value: page.assessment === null ? 'None is written' : <span className="app-lines">{page.assessment}</span>,
            action: { href: to.quarterOffice(page.quarter), text: 'Go to', about: 'the assessment' },
          },
          {
            key: 'Clearances',
            value: page.clearances === 0 ? 'None is recorded' : counted(page.clearances, 'clearance'),
            action: { href: to.quarterOffice(page.quarter), text: 'Go to', about: 'the clearances' },
          },
          {
            key: 'Files',
            value: `For the board and for ministers: ${formats}. They take some seconds to make. Nothing is published yet.`,
          },
        ]}
      />
      <NotAcceptedReturns page={page} />
    </>
  );
}

function returnsInWords({ counts }: ClosePage): string {
  const some = counts.filter(({ returns }) => returns > 0);
  const words = some.map(({ state, returns }) => `${returns} ${RETURN_STATE_WORDS[state].word.toLowerCase()}`);
  return words.length > 0 ? listed(words) : 'None is asked for';
}

function NotAcceptedReturns({ page: { notAccepted, quarter } }: { page: ClosePage }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="not-accepted">
      <h2 className="govuk-heading-m" id="not-accepted">
        Returns that are not accepted
      </h2>
      {notAccepted.length === 0 ? (
        <p className="govuk-body">Every return that was asked for is accepted.</p>
      ) : (
        <>
          <p className="govuk-body app-measure">
            What they say is not in the summary. A return that comes after the quarter is closed is kept as late.
          </p>
          <Table
            caption="Returns that are not accepted"
            captionHidden
            stackOnMobile
            firstCellIsHeader
            columns={['Recommendation', 'Owner', 'State', 'What the summary will say'].map((heading) => ({ heading }))}
            rows={notAccepted.map(({ recommendation, title, owner, state, told }) => [
              <a key="code" className="govuk-link" href={to.returnReview(quarter, recommendation)}>
                {recommendation}: {title}
              </a>,
              owner ? `${owner.words}, ${owner.holder?.name ?? 'vacant'}` : 'No owner yet',
              <Tag key="state" colour={RETURN_STATE_WORDS[state].tag}>
                {RETURN_STATE_WORDS[state].word}
              </Tag>,
              `${told}.`,
            ])}
          />
        </>
      )}
    </section>
  );
}
