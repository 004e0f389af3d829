import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { REVIEW_DONE_WORDS, type ReviewAct } from '#app/domain/review/review-acts.ts';
import type { ReviewPage } from '#app/domain/review/review-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** What was just done, and where to go on. */
export function ReviewDone({ done, page: { quarter, next } }: { done: ReviewAct; page: ReviewPage }) {
  const to = useAddresses();
  return (
    <NotificationBanner kind="success">
      <p className="govuk-notification-banner__heading">{REVIEW_DONE_WORDS[done]}</p>
      <p className="govuk-body">
        {next ? (
          <a className="govuk-notification-banner__link" href={to.returnReview(quarter, next)}>
            Review {next}, which waits as well
          </a>
        ) : (
          'No other return waits for you now.'
        )}
      </p>
    </NotificationBanner>
  );
}
