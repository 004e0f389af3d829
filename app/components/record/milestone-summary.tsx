import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { latenessInWords } from '#app/domain/lateness.ts';
import { passedInWords } from '#app/domain/overview/attention.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import type { MilestoneView, RecommendationView } from '#app/domain/record/record.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { laterDates } from '#app/domain/timeline.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { OrganisationList } from './organisation-list.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { MilestoneStatusTag } from './status-tags.tsx';

interface MilestoneSummaryProps {
  milestone: MilestoneView;
  recommendation: RecommendationView;
  day: Day;
}

/** The status in words, and the dates kept apart: first, later, outcome. */
export function MilestoneSummary({ milestone, recommendation, day }: MilestoneSummaryProps) {
  const to = useAddresses();
  const { status, firstDate, latestDate, outcome, lateness, note, noOutcomeFound } = milestone;
  const later = laterDates(milestone);
  return (
    <>
      <p className="govuk-body app-measure">
        <MilestoneStatusTag status={status} noOutcomeFound={noOutcomeFound} /> {MILESTONE_STATUS_WORDS[status].meaning}
        {status === 'date passed' ? ` ${passedInWords(milestone, day)}` : ''}{' '}
        <a className="govuk-link" href={to.about('milestones')}>
          What the statuses mean
        </a>
      </p>
      <SummaryList
        rows={[
          { key: 'First date', value: firstDate ? formatPartialDate(firstDate) : 'None recorded' },
          {
            key: 'Dates announced later',
            value: later.length > 0 ? later.map(formatPartialDate).join(', then ') : 'None',
          },
          { key: 'Latest date', value: latestDate ? formatPartialDate(latestDate) : 'No date' },
          { key: 'Outcome', value: outcome ? formatPartialDate(outcome.date) : 'None recorded by this day' },
          { key: 'Late by', value: capitalised(latenessInWords(lateness)) },
          {
            key: 'Recommendation',
            value: (
              <a className="govuk-link" href={to.recommendation(recommendation.code)}>
                {recommendation.code}: {recommendation.title}
              </a>
            ),
          },
          { key: 'Organisations', value: <OrganisationList organisations={recommendation.organisations} /> },
          {
            key: 'Status rests on',
            value: <ProvenanceLine confirmation={milestone.confirmation} source={milestone.source} />,
          },
          ...(note ? [{ key: 'Note', value: note }] : []),
        ]}
      />
    </>
  );
}
