import { latenessInWords } from '#app/domain/lateness.ts';
import { passedInWords } from '#app/domain/overview/attention.ts';
import type { WorldChange } from '#app/domain/overview/changes.ts';
import type { Cut, Recently } from '#app/domain/overview/overview.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ListProps {
  milestones: Cut<MilestoneView>;
  /** Where the whole list is. */
  all: string;
}

/** Needs attention: dates that passed with no outcome, longest first. */
export function AttentionList({ milestones, all, day }: ListProps & { day: string }) {
  if (milestones.total === 0) return <p className="govuk-body">No date has passed without an outcome.</p>;
  return <MilestoneItems milestones={milestones} all={all} words={(milestone) => passedInWords(milestone, day)} />;
}

/** Due next: open milestones whose date lies ahead, nearest first. */
export function DueNextList({ milestones, all }: ListProps) {
  if (milestones.total === 0) return <p className="govuk-body">No open milestone has a date ahead.</p>;
  return (
    <MilestoneItems
      milestones={milestones}
      all={all}
      words={(milestone) =>
        `Due ${milestone.latestDate ? formatPartialDate(milestone.latestDate) : ''}; ${latenessInWords(milestone.lateness)}.`
      }
    />
  );
}

function MilestoneItems({ milestones, all, words }: ListProps & { words: (milestone: MilestoneView) => string }) {
  const to = useAddresses();
  return (
    <>
      <ul className="govuk-list app-items">
        {milestones.shown.map((milestone) => (
          <li key={milestone.code} className="app-items__item">
            <a className="govuk-link app-items__title" href={to.milestone(milestone.code)}>
              {milestone.title}
            </a>
            <span className="app-items__words">{words(milestone)}</span>
          </li>
        ))}
      </ul>
      {milestones.total > milestones.shown.length ? (
        <p className="govuk-body">
          <a className="govuk-link" href={all}>
            See all {milestones.total}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What changed lately, in words; never an empty box. */
export function RecentChanges({ recently }: { recently: Recently }) {
  const { before, current, changes, last } = recently;
  if (changes.total > 0)
    return (
      <>
        <p className="govuk-body">
          In {quarterLabel(before)} and since, newest first.{' '}
          {changes.total > changes.shown.length ? `The newest ${changes.shown.length} of ${changes.total}. ` : ''}
        </p>
        <ChangeItems changes={changes.shown} />
        <WholeQuarters quarters={[current, before]} />
      </>
    );
  return (
    <p className="govuk-body">
      Nothing is recorded for {quarterLabel(before)}, or for {quarterLabel(current)} so far.
      {last ? <LastChange change={last} /> : null}
    </p>
  );
}

function WholeQuarters({ quarters }: { quarters: string[] }) {
  const to = useAddresses();
  return (
    <p className="govuk-body">
      Everything that changed:{' '}
      {quarters.map((quarter, i) => (
        <span key={quarter}>
          {i > 0 ? ' · ' : ''}
          <a className="govuk-link" href={to.quarter(quarter)}>
            {quarterLabel(quarter)}
          </a>
        </span>
      ))}
    </p>
  );
}

function LastChange({ change }: { change: WorldChange }) {
  const to = useAddresses();
  return (
    <>
      {' '}
      Last change:{' '}
      <a className="govuk-link" href={to.milestone(change.milestone)}>
        {change.title}
      </a>
      . {change.words}.
    </>
  );
}

/** Changes newest first. */
export function ChangeItems({ changes }: { changes: WorldChange[] }) {
  const to = useAddresses();
  return (
    <ul className="govuk-list app-items">
      {changes.map((change) => (
        <li key={`${change.milestone}-${change.type}-${change.day}-${change.words}`} className="app-items__item">
          <a className="govuk-link app-items__title" href={to.milestone(change.milestone)}>
            {change.title}
          </a>
          <span className="app-items__words">
            {change.words}
            {change.type === 'outcome' || change.type === 'date passed'
              ? ''
              : ` (said ${formatPartialDate(change.on)})`}
            .
          </span>
        </li>
      ))}
    </ul>
  );
}
