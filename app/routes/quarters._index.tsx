import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { readStatusOverTime } from '#app/domain/overview/status-over-time.server.ts';
import { readQuarterStates } from '#app/domain/quarters/quarter-page.server.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { FIGURE_GROUPS, GROUP_MARKS } from '#app/domain/status-words.ts';
import { todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const record = await readRecordAsAt(db, await todayOf(request));
  const quarters = await readStatusOverTime(db, record);
  const states = await readQuarterStates(db);
  return {
    title: 'Quarters',
    quarters: quarters
      .map((quarter) => ({ ...quarter, state: states[quarter.quarter] ?? ('current' as const) }))
      .reverse(),
  };
}

/** Every quarter since the strategy began, newest first, with where its milestones stood at the end. */
export default function QuartersPage() {
  const { quarters } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Quarters</h1>
      <p className="govuk-body app-measure">
        Where the milestones promised by then stood at the end of each quarter. {QUARTER_STATE_WORDS.reconstructed.word}
        : {QUARTER_STATE_WORDS.reconstructed.meaning.toLowerCase()}
      </p>
      <Table
        caption="Quarters and how milestones stood at the end of each"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[
          { heading: 'Quarter' },
          { heading: 'State' },
          ...FIGURE_GROUPS.map((group) => ({ heading: GROUP_MARKS[group].word, numeric: true })),
          { heading: 'Ended otherwise', numeric: true },
        ]}
        rows={quarters.map(({ quarter, label, state, counts, endedOtherwise }) => [
          <a key="quarter" className="govuk-link" href={to.quarter(quarter)}>
            {label}
          </a>,
          QUARTER_STATE_WORDS[state].word,
          ...FIGURE_GROUPS.map((group) => counts[group]),
          endedOtherwise,
        ])}
      />
    </>
  );
}
