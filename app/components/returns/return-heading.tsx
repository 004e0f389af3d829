import { BackLink } from '#app/components/govuk/back-link.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { LATE_WORDS } from '#app/domain/closing/closing-words.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { deadlineInWords } from '#app/domain/returns/return-list.ts';
import type { ReturnPage } from '#app/domain/returns/return-page.server.ts';
import { isClosed } from '#app/domain/returns/return-state.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { Lines } from './answer-list.tsx';
import { LateTag } from './late-tag.tsx';
import { Offline } from './offline.tsx';

interface ReturnHeadingProps {
  quarter: string;
  recommendation: string;
  /** Null while nobody who may read it is signed in. */
  page: ReturnPage | null;
  today: Day;
}

/** Which return this is, how it stands, when it is due, and what may become of its text. */
export function ReturnHeading({ quarter, recommendation, page, today }: ReturnHeadingProps) {
  const to = useAddresses();
  return (
    <>
      <BackLink href={to.returns()}>Returns</BackLink>
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Return for {quarterLabel(quarter)}</span>{' '}
        {page ? (
          <>
            {recommendation}: {page.of.title}
          </>
        ) : (
          recommendation
        )}
      </h1>
      {page ? <Standing page={page} today={today} /> : null}
      {page?.form && isClosed(page.quarterState) ? <WarningText>{LATE_WORDS}</WarningText> : null}
      {page?.form ? (
        <InsetText>
          What you write here may be released under the Freedom of Information Act 2000. Write what can be read by
          anybody, and no names of people.
        </InsetText>
      ) : null}
      {page?.form ? <Offline quarters={[quarter]} /> : null}
    </>
  );
}

function Standing({ page, today }: { page: ReturnPage; today: Day }) {
  const to = useAddresses();
  const { state, deadline, closed, form, sentBack, recommendation, quarter, mayReview, cameAfterClose } = page;
  const { word, tag } = RETURN_STATE_WORDS[state];
  return (
    <>
      <p className="govuk-body">
        <Tag colour={tag}>{word}</Tag> {cameAfterClose ? <LateTag /> : null}{' '}
        {form ? deadlineInWords(deadline, today) : `Due ${formatPartialDate(deadline)}.`} {closed}{' '}
        <a className="govuk-link" href={to.recommendation(recommendation)}>
          Recommendation {recommendation}
        </a>
        {mayReview ? (
          <>
            {' '}
            <a className="govuk-link" href={to.returnReview(quarter, recommendation)}>
              Review this return
            </a>
          </>
        ) : null}
      </p>
      {sentBack?.comment ? (
        <InsetText>
          <p className="govuk-body">
            <strong>The strategy office sent this return back:</strong>
          </p>
          <Lines text={sentBack.comment} />
        </InsetText>
      ) : null}
    </>
  );
}
