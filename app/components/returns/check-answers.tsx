import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button, ButtonLink } from '#app/components/govuk/button.tsx';
import { fieldId } from '#app/components/govuk/field-id.ts';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { quarterLabel } from '#app/domain/quarter.ts';
import type { CheckedReturn } from '#app/domain/returns/check-return.server.ts';
import type { ReturnPage } from '#app/domain/returns/return-page.server.ts';
import { answerRows } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AnswerList } from './answer-list.tsx';

interface CheckAnswersProps {
  page: ReturnPage;
  /** Null when the return is no longer the owner's to submit. */
  checked: CheckedReturn | null;
  seen: string;
}

/** Every answer in words, with the way back to each question. */
export function CheckAnswers({ page, checked, seen }: CheckAnswersProps) {
  const to = useAddresses();
  const { quarter, recommendation, of } = page;
  const back = to.return(quarter, recommendation);
  const at = (field: string) => `${back}#${fieldId(field)}`;
  return (
    <>
      <BackLink href={back}>Return for {recommendation}</BackLink>
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">
          {recommendation}: {of.title}, {quarterLabel(quarter)}
        </span>{' '}
        Check your answers
      </h1>
      {checked ? <Problems errors={checked.errors} at={at} /> : null}
      {checked?.content ? (
        <>
          {checked.warnings.map((warning) => (
            <WarningText key={warning}>{warning}</WarningText>
          ))}
          <AnswerList
            rows={answerRows(
              checked.content,
              page.milestones.all.filter(({ isOpen }) => isOpen),
            )}
            confidence={checked.content.confidence}
            changeAt={({ field }) => at(checked.content?.unchanged && field !== 'clearedBy' ? 'unchanged' : field)}
          />
          <Submit page={page} seen={seen} back={back} />
        </>
      ) : null}
    </>
  );
}

function Problems({ errors, at }: { errors: Record<string, string>; at: (field: string) => string }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <>
      <p className="govuk-body">Before this return can be submitted:</p>
      <ul className="govuk-list govuk-list--bullet">
        {entries.map(([field, message]) => (
          <li key={field}>
            <a className="govuk-link" href={at(field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Submit({ page, seen, back }: { page: ReturnPage; seen: string; back: string }) {
  const to = useAddresses();
  if (!page.maySubmit)
    return (
      <InsetText>
        <p className="govuk-body">
          The owner or the deputy submits this return. Your draft is saved: tell them that it is ready.
        </p>
        <ButtonLink href={back} look="secondary">
          Back to the draft
        </ButtonLink>
      </InsetText>
    );
  return (
    <form method="post" action={to.returnCheck(page.quarter, page.recommendation)}>
      <input type="hidden" name="seen" value={seen} />
      <p className="govuk-body app-measure">
        When you submit, the strategy office can read this return, and so can everybody signed in here. You cannot
        change it then unless the office sends it back. Its text may be released under the Freedom of Information Act
        2000.
      </p>
      <Button>Submit the return</Button>
    </form>
  );
}
