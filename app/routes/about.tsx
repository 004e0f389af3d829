import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import { MilestoneStatusTag, StageTag } from '#app/components/record/status-tags.tsx';
import { StrategyFileLinks } from '#app/components/record/strategy-file-links.tsx';
import { db } from '#app/db.server.ts';
import { CONFIDENCE_MEANINGS } from '#app/domain/delivery-confidence.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { readStrategy } from '#app/domain/record/strategy-summary.server.ts';
import {
  CONFIDENCE_ORDER,
  CONFIDENCE_WORDS,
  CONFIRMATION_WORDS,
  MILESTONE_STATUS_ORDER,
  MILESTONE_STATUS_WORDS,
  STAGE_ORDER,
  STAGE_WORDS,
} from '#app/domain/status-words.ts';
import { viewOf } from '#app/request.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  return {
    title: 'About this record and how its figures are worked out',
    strategy: await readStrategy(db),
    view: await viewOf(request),
  };
}

/** What the record is, whose reading the stages are, and how each figure is worked out. */
export default function AboutPage() {
  const { strategy, view } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl app-title">About this record and how its figures are worked out</h1>
      <div className="app-measure">
        <h2 className="govuk-heading-l">What it records</h2>
        <p className="govuk-body">{strategy.about}</p>
        <p className="govuk-body">
          Nothing recorded is overwritten. A correction replaces an earlier fact in view and both stay in the history,
          so every page can be asked how things stood on an earlier day, using everything recorded since.
        </p>
        {view === 'internal' ? <StrategyFileLinks /> : null}
        <h2 className="govuk-heading-l" id="stages">
          Stages of recommendations, and whose reading they are
        </h2>
        <p className="govuk-body">
          A stage is a judgement, dated, with its author and its reason. It is not worked out from milestones. The
          stages shown were judged by the {strategy.assessedBy}. Where a test of what done looks like was agreed, the
          page of the recommendation gives it.
        </p>
      </div>
      <SummaryList
        rows={STAGE_ORDER.map((stage) => ({
          key: STAGE_WORDS[stage].word,
          name: <StageTag stage={stage} />,
          value: STAGE_WORDS[stage].meaning,
        }))}
      />
      <div className="app-measure">
        <h2 className="govuk-heading-l" id="delivery-confidence">
          Delivery confidence
        </h2>
        <p className="govuk-body">
          Each quarter the post that answers for a recommendation can rate how likely delivery is. The rating is a
          judgement, never worked out from anything, with its reason; the office may give its own beside it, and both
          are kept. Where none was given none is shown. Ratings are for signed-in people until a reviewer publishes
          them. The definitions follow the government’s three-point scale for major projects.
        </p>
      </div>
      <SummaryList
        rows={CONFIDENCE_ORDER.map((confidence) => ({
          key: CONFIDENCE_WORDS[confidence].word,
          name: <ConfidenceTag confidence={confidence} />,
          value: CONFIDENCE_MEANINGS[confidence],
        }))}
      />
      <div className="app-measure">
        <h2 className="govuk-heading-l" id="milestones">
          Milestones and their statuses
        </h2>
        <p className="govuk-body">
          A milestone is something promised with a date. Its first date, each date announced later and its outcome are
          kept apart. On any day, an outcome counts once its period has ended; a date counts from the day it was said,
          and the latest said stands. A date known only to its month, quarter or year is taken at its last day.
        </p>
      </div>
      <SummaryList
        rows={MILESTONE_STATUS_ORDER.map((status) => ({
          key: MILESTONE_STATUS_WORDS[status].word,
          name: <MilestoneStatusTag status={status} />,
          value: MILESTONE_STATUS_WORDS[status].meaning,
        }))}
      />
      <div className="app-measure">
        <Method />
        <h2 className="govuk-heading-l" id="confirmation">
          How sure a statement is
        </h2>
      </div>
      <SummaryList
        rows={Object.values(CONFIRMATION_WORDS).map(({ word, meaning }) => ({ key: word, value: meaning }))}
      />
    </>
  );
}

function Method() {
  return (
    <>
      <h2 className="govuk-heading-l" id="method">
        How each figure is worked out
      </h2>
      <h3 className="govuk-heading-m">Late by</h3>
      <p className="govuk-body">
        From the last day of the first date to the last day of the outcome when the promise was met, else to the last
        day of the latest date announced. It is given in days when both dates are known to the day; otherwise in months,
        with the least it can be. What was partly met, not met, withdrawn or met by re-measurement has no lateness: what
        was not done in full is neither early nor late.
      </p>
      <h3 className="govuk-heading-m">Figure 0: recommendations by theme and stage</h3>
      <p className="govuk-body">
        A count of recommendations by the stage that stood on the day shown. No average is made. Where a theme has
        parts, its row counts what they hold. Governance, where the strategy sets it apart, is not one of the themes and
        stands in a row of its own.
      </p>
      <h3 className="govuk-heading-m">Figure 1: milestones by quarter</h3>
      <p className="govuk-body">
        A count of milestones by how they stood at the end of each quarter, from the quarter in which each was first
        promised. “Open” joins on course, due later than first promised, and no date. What ended otherwise is named
        below the drawing and counted in the table. The last bar is the quarter still running, counted on the day shown.
        Quarters that ended before returns were made are reconstructed:{' '}
        {QUARTER_STATE_WORDS.reconstructed.meaning.toLowerCase()}
      </p>
      <h3 className="govuk-heading-m">Figure 2: done against promised</h3>
      <p className="govuk-body">
        For each quarter’s end, how many of the milestones shown were due by then by their first date, and how many of
        those were done. A promise that ended otherwise stays among those that were due and is never counted as done.
      </p>
      <h3 className="govuk-heading-m">Figure 4: dates promised over time</h3>
      <p className="govuk-body">
        For a milestone of which three or more dates were said: the date promised against the day it was said. The line
        is level while a date stands and falls due where it meets the dashed line.
      </p>
      <h3 className="govuk-heading-m">Figure 5: timeline</h3>
      <p className="govuk-body">
        Each milestone’s first date, the dates announced later and its outcome, as they are known on the day shown.
      </p>
      <h3 className="govuk-heading-m">Figure 6: late by</h3>
      <p className="govuk-body">
        The lateness of each milestone shown, in months, most late first. What cannot be compared is named below the
        drawing, with the reason.
      </p>
      <h3 className="govuk-heading-m" id="figure-7">
        Figure 7: an indicator over time
      </h3>
      <p className="govuk-body">
        The published values of one indicator, each at the middle of its period. Each series has a line of its own; two
        series are never joined and never compared. A restated value takes the place of the earlier one, which stays on
        the page. On an earlier day a value counts once its source is known to have been published.
      </p>
      <h3 className="govuk-heading-m">Distance to a target</h3>
      <p className="govuk-body">
        The value for the target’s date, or the latest where the date lies ahead or none was set, against the number
        aimed at. It is not said where values are of more than one series, where a caution is recorded against comparing
        them, or where there is no value for the target’s date; the page then says why. No percentages are worked out.
      </p>
      <h3 className="govuk-heading-m" id="figure-8">
        Figure 8: sectors by sectors
      </h3>
      <p className="govuk-body">
        For each two sectors, how many partnerships have at least one member of both. A partnership counts once for a
        pair, however many members it has. For a sector with itself: the partnerships with two of its members or more.
        Only members that are named in a source seen, or remembered, are counted; many partnerships have more. Sectors
        without a member in any partnership are named below the table.
      </p>
      <h3 className="govuk-heading-m">What changed between two quarters</h3>
      <p className="govuk-body">
        The record as it stood at the end of one quarter against the end of another: outcomes, dates that moved and how
        far, dates that passed, new and withdrawn milestones, and stages judged anew.
      </p>
      <h3 className="govuk-heading-m">Quarters</h3>
      <p className="govuk-body">
        Quarters are those of the financial year, which starts on 1 April; they are named by their months.
      </p>
    </>
  );
}
