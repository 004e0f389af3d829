import type { ReturnPage } from '#app/domain/returns/return-page.server.ts';
import { answerRows } from '#app/domain/returns/return-words.ts';
import { AnswerList } from './answer-list.tsx';

/** What was submitted last, for those who read it. */
export function SubmittedReturn({ page }: { page: ReturnPage }) {
  const { standing, milestones, state } = page;
  return (
    <section aria-labelledby="submitted">
      <h2 className="govuk-heading-m" id="submitted">
        What was submitted
      </h2>
      {state === 'sent back' ? (
        <p className="govuk-body">It was sent back and is being corrected. This is what was submitted before.</p>
      ) : null}
      {standing ? (
        <AnswerList
          rows={answerRows(
            standing,
            milestones.all.filter(({ code, isOpen }) => isOpen || isSaidOf(standing, code)),
          )}
          confidence={standing.confidence}
        />
      ) : (
        <p className="govuk-body">Nothing has been submitted yet.</p>
      )}
    </section>
  );
}

const isSaidOf = (content: NonNullable<ReturnPage['standing']>, code: string): boolean =>
  content.statements.some(({ milestone }) => milestone === code);
