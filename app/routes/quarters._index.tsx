import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { readQuarterList } from '#app/domain/quarters/quarter-list.server.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { FIGURE_GROUPS, GROUP_MARKS } from '#app/domain/status-words.ts';
import { todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const record = await readRecordAsAt(db, await todayOf(request));
  return { title: 'Quarters', quarters: await readQuarterList(db, record) };
}

/** Every quarter since the strategy began, newest first, with its summary and where its milestones stood at the end. */
export default function QuartersPage() {
  const { quarters } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Quarters</h1>
      <p className="govuk-body app-measure">
        The summary of each quarter, and where the milestones promised by then stood at its end.{' '}
        {QUARTER_STATE_WORDS.reconstructed.word}: {QUARTER_STATE_WORDS.reconstructed.meaning.toLowerCase()}
      </p>
      <Table
        caption="Quarters, their summaries and how milestones stood at the end of each"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[
          { heading: 'Quarter' },
          { heading: 'State' },
          { heading: 'Summary' },
          ...FIGURE_GROUPS.map((group) => ({ heading: GROUP_MARKS[group].word, numeric: true })),
          { heading: 'Ended otherwise', numeric: true },
        ]}
        rows={quarters.map(({ quarter, label, state, summary, counts, endedOtherwise }) => [
          <a key="quarter" className="govuk-link" href={to.quarter(quarter)}>
            {label}
          </a>,
          QUARTER_STATE_WORDS[state].word,
          summary,
          ...FIGURE_GROUPS.map((group) => counts[group]),
          endedOtherwise,
        ])}
      />
    </>
  );
}
