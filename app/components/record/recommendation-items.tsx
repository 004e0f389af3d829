import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { MilestoneView, RecommendationView } from '#app/domain/record/record.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { leadInShort } from './organisation-list.tsx';
import { ConfirmationMark, StageTag } from './status-tags.tsx';

type Item = RecommendationView & { next?: MilestoneView | null };

/** Recommendations with their stage, always beside its reason. */
export function RecommendationItems({ recommendations }: { recommendations: Item[] }) {
  const to = useAddresses();
  return (
    <ul className="govuk-list app-recommendations">
      {recommendations.map((recommendation) => (
        <li key={recommendation.code} className="app-recommendations__item">
          <h3 className="govuk-heading-s app-recommendations__title">
            <a className="govuk-link" href={to.recommendation(recommendation.code)}>
              {recommendation.title}
            </a>{' '}
            <span className="app-code">{recommendation.code}</span>
          </h3>
          <StageWithReason recommendation={recommendation} />
          <p className="govuk-body-s app-recommendations__facts">
            Lead: {leadInShort(recommendation.organisations)}
            {recommendation.organisations.some(({ basis }) => basis === 'inferred') ? ' (our inference)' : ''}
            {recommendation.next?.latestDate ? (
              <>
                {' · '}Next:{' '}
                <a className="govuk-link" href={to.milestone(recommendation.next.code)}>
                  {recommendation.next.title}
                </a>
                , {formatPartialDate(recommendation.next.latestDate)}
              </>
            ) : null}{' '}
            <ConfirmationMark confirmation={recommendation.confirmation} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A stage is never shown without its reason. */
export function StageWithReason({ recommendation: { stage } }: { recommendation: RecommendationView }) {
  if (!stage) return <p className="govuk-body">No stage had been judged by this day.</p>;
  return (
    <p className="govuk-body app-recommendations__stage">
      <StageTag stage={stage.stage} /> {stage.reason}
    </p>
  );
}
