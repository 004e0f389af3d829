import { Button } from '#app/components/govuk/button.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { londonMoment } from '#app/domain/clock.ts';
import { type DraftConflict, type MergedDraft, SETTLING } from '#app/domain/returns/merge-drafts.ts';
import { fieldsOf, isTextQuestion, questionWords, type ReturnFields } from '#app/domain/returns/return-fields.ts';
import { typedInWords } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { Lines } from './answer-list.tsx';
import { HiddenFields } from './kept-fields.tsx';

export interface DraftConflictProps {
  quarter: string;
  recommendation: string;
  merged: MergedDraft;
  /** What the other one saved, and what a form filled from it has seen. */
  theirs: { fields: ReturnFields; seen: string; marks: string; savedBy: string | null; savedAt: string | null };
}

/** Both texts of every question that two people answered differently, to choose from or to edit into one. */
export function DraftConflictForm({ quarter, recommendation, merged, theirs }: DraftConflictProps) {
  const to = useAddresses();
  const other = theirs.savedBy ?? 'Somebody else';
  const settled = merged.conflicts.map(({ question }) => question);
  return (
    <form method="post" action={to.return(quarter, recommendation)} noValidate className="app-return">
      <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
        <div role="alert">
          <h2 className="govuk-error-summary__title">Somebody else saved this return while you were writing</h2>
          <div className="govuk-error-summary__body">
            <p className="govuk-body">
              {other} saved it{theirs.savedAt ? `, ${londonMoment(new Date(theirs.savedAt))}` : ''}. Nothing is lost:
              both texts are below. Nothing of yours is saved until you press Save.
            </p>
            <ul className="govuk-list govuk-error-summary__list">
              {merged.conflicts.map(({ question }) => (
                <li key={question}>
                  <a href={`#${anchorOf(question)}`}>{questionWords(question)}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <input type="hidden" name="seen" value={theirs.seen} />
      <input type="hidden" name="marks" value={theirs.marks} />
      <HiddenFields fields={merged.fields} />
      {settled.map((question) => (
        <HiddenFields key={question} fields={fieldsOf(theirs.fields, question)} name={SETTLING.theirs} />
      ))}
      {merged.conflicts.map((conflict) => (
        <Conflict key={conflict.question} conflict={conflict} other={other} />
      ))}
      <Taken questions={merged.taken} other={other} />
      <Button name="act" value="settle">
        Save
      </Button>
    </form>
  );
}

const anchorOf = (question: string): string => SETTLING.choice(question).replaceAll('.', '-');

function Conflict({ conflict: { question, mine, theirs }, other }: { conflict: DraftConflict; other: string }) {
  const isText = isTextQuestion(question);
  const both = [mine, theirs].filter(Boolean).join('\n\n');
  return (
    <section aria-labelledby={`both-${anchorOf(question)}`}>
      <h2 className="govuk-heading-m" id={`both-${anchorOf(question)}`}>
        {questionWords(question)}
      </h2>
      <div className="app-both">
        <div className="app-both__text">
          <h3 className="govuk-heading-s">You</h3>
          <Lines text={typedInWords(question, mine)} />
        </div>
        <div className="app-both__text">
          <h3 className="govuk-heading-s">{other}</h3>
          <Lines text={typedInWords(question, theirs)} />
        </div>
      </div>
      <Radios
        name={SETTLING.choice(question)}
        legend="Which should be saved?"
        value={isText ? 'edited' : 'mine'}
        small
        items={[
          { value: 'mine', label: 'Yours' },
          { value: 'theirs', label: `What ${other} saved` },
          ...(isText ? [{ value: 'edited', label: 'The text in the box below' }] : []),
        ]}
      />
      {isText ? (
        <Textarea
          name={SETTLING.edited(question)}
          label="One text out of both"
          hint="It begins with both, one after the other. Change it as you like."
          value={both}
        />
      ) : null}
    </section>
  );
}

/** What was put together by itself, said in words. */
function Taken({ questions, other }: { questions: string[]; other: string }) {
  if (questions.length === 0) return null;
  return (
    <p className="govuk-body app-measure">
      Taken over from what {other} saved, because you had not changed it:{' '}
      {questions.map((question) => questionWords(question)).join('; ')}.
    </p>
  );
}
