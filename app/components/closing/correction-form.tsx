import { Button } from '#app/components/govuk/button.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { CorrectPage } from '#app/domain/closing/closing-page.server.ts';
import { REASON_LENGTH } from '#app/domain/closing/closing-rules.ts';
import { tickedFields } from '#app/domain/closing/field-box.ts';
import { MOST_WORDS } from '#app/domain/office/assessment-rules.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FieldBoxes } from './field-boxes.tsx';

interface CorrectionFormProps {
  quarter: string;
  /** Null for somebody whose session ended while writing. */
  page: CorrectPage | null;
  answer: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}

/** Why a closed quarter is corrected, its assessment, and of a published one what is published. */
export function CorrectionForm({ quarter, page, answer }: CorrectionFormProps) {
  const to = useAddresses();
  const { errors = {}, values } = answer ?? {};
  const chooses = page ? page.fields !== null : values?.['chooses'] === 'yes';
  return (
    <div className="app-measure">
      <p className="govuk-body">
        A correction makes {page ? `version ${page.version + 1}` : 'a new version'} of the summary from the record as it
        is now: returns accepted late and facts corrected since then come in. The version before can still be had.
      </p>
      <form method="post" action={to.quarterCorrect(quarter)} noValidate>
        <Textarea
          name="reason"
          label="Why is the quarter corrected?"
          hint={`${REASON_LENGTH.least} to ${REASON_LENGTH.most} characters. It stands on the summary, and once that is published everybody can read it.`}
          rows={3}
          value={values?.['reason']}
          error={errors['reason']}
        />
        <Textarea
          name="assessment"
          label="Our assessment of the quarter"
          hint={`Leave it as it is unless it was wrong. At most ${MOST_WORDS} words.`}
          rows={8}
          value={values?.['assessment'] ?? page?.assessment}
          error={errors['assessment']}
        />
        {chooses ? (
          <>
            <input type="hidden" name="chooses" value="yes" />
            <FieldBoxes ticked={tickedFields(values, page?.fields ?? [])} red={page?.red ?? []} />
          </>
        ) : null}
        <Button name="step" value="show">
          Show what would change
        </Button>
      </form>
    </div>
  );
}
