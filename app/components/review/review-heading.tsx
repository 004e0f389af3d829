import { BackLink } from '#app/components/govuk/back-link.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { LateTag } from '#app/components/returns/late-tag.tsx';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { deadlineInWords } from '#app/domain/returns/return-list.ts';
import { isWithOwner } from '#app/domain/returns/return-state.ts';
import { RETURN_STATE_WORDS } from '#app/domain/returns/return-words.ts';
import type { ReviewPage } from '#app/domain/review/review-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Which return this is, whose it is, and how it stands. */
export function ReviewHeading({ page, today }: { page: ReviewPage; today: string }) {
  const to = useAddresses();
  const { word, tag } = RETURN_STATE_WORDS[page.state];
  return (
    <>
      <BackLink href={to.commission(page.quarter)}>Commission for {page.label}</BackLink>
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Review of the return for {page.label}</span> {page.code}: {page.title}
      </h1>
      <p className="govuk-body">
        <Tag colour={tag}>{word}</Tag> {page.cameAfterClose ? <LateTag /> : null}{' '}
        {isWithOwner(page.state)
          ? deadlineInWords(page.deadline, today)
          : `Due by the end of ${formatPartialDate(page.deadline)}.`}{' '}
        {page.owner
          ? `Owner: ${page.owner.words}, ${page.owner.holder?.name ?? 'vacant'}.`
          : 'No post owns this recommendation yet.'}{' '}
        <a className="govuk-link" href={to.recommendation(page.code)}>
          Recommendation {page.code}
        </a>
      </p>
      {page.isClosed ? (
        <InsetText>
          This quarter is closed. Accepting a late return changes the record; the closed quarter stays as it is until it
          is corrected.
        </InsetText>
      ) : null}
    </>
  );
}
