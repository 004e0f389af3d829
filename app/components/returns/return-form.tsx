import { Button } from '#app/components/govuk/button.tsx';
import type { ReturnFormView, ReturnPage } from '#app/domain/returns/return-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ClearanceQuestions, EvidenceQuestion, ProposalQuestions, StageQuestions } from './closing-questions.tsx';
import { Question } from './last-quarter.tsx';
import { MilestoneQuestion } from './milestone-question.tsx';
import { HelpQuestions, ProgressQuestions } from './progress-questions.tsx';
import { RatingQuestions, UnchangedQuestion } from './rating-questions.tsx';
import { SavePoint } from './save-point.tsx';
import type { SectionProps } from './section.ts';

interface ReturnFormProps {
  page: ReturnPage;
  form: ReturnFormView;
  errors: Record<string, string>;
}

/** The questions of a return, filled in with its draft. It works without scripts; with them it saves by itself. */
export function ReturnForm({ page, form, errors }: ReturnFormProps) {
  const to = useAddresses();
  const { quarter, recommendation } = page;
  const section: SectionProps = { page, values: form.fields, errors, comments: page.sentBack?.comments ?? {} };
  return (
    <>
      <form
        method="post"
        action={to.return(quarter, recommendation)}
        noValidate
        className="app-return"
        data-save={to.returnDraft(quarter, recommendation)}
      >
        <input type="hidden" name="seen" value={form.seen} />
        <input type="hidden" name="marks" value={form.marks} />
        <SavePoint place="top" form={form} />
        <UnchangedQuestion {...section} />
        <RatingQuestions {...section} />
        <ProgressQuestions {...section} />
        <HelpQuestions {...section} />
        <SavePoint place="wanted" form={form} />
        <MilestoneQuestions {...section} />
        <SavePoint place="milestones" form={form} />
        <StageQuestions {...section} />
        <ProposalQuestions {...section} />
        <EvidenceQuestion {...section} />
        <ClearanceQuestions {...section} />
        <div className="govuk-button-group">
          <Button name="act" value="check">
            Check your answers
          </Button>
        </div>
        <SavePoint place="end" form={form} />
      </form>
      <script src="/draft.js" defer />
    </>
  );
}

function MilestoneQuestions({ page, values, errors, comments }: SectionProps) {
  const { all } = page.milestones;
  return (
    <section aria-labelledby="milestones">
      <h2 className="govuk-heading-m" id="milestones">
        Milestones
      </h2>
      {all.length === 0 ? (
        <p className="govuk-body">
          No promise with a date is recorded for this recommendation. You can propose one below.
        </p>
      ) : (
        <p className="govuk-body app-measure">
          The dates are those that stand now. The first date stays in the record whatever you answer.
        </p>
      )}
      <Question last={null} comment={comments.milestones}>
        {all.map((milestone) => (
          <MilestoneQuestion key={milestone.code} milestone={milestone} values={values} errors={errors} />
        ))}
      </Question>
    </section>
  );
}
