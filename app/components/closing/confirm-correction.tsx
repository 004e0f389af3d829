import { Button } from '#app/components/govuk/button.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Corrections } from '#app/components/summary/corrections.tsx';
import type { CorrectionPreview } from '#app/domain/closing/correct-quarter.server.ts';
import { AUDIENCE_WORDS } from '#app/domain/summary/audience-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ConfirmCorrectionProps {
  quarter: string;
  preview: CorrectionPreview;
  /** Number of the version that it would make. */
  number: number;
  /** What was typed. */
  values: Record<string, string>;
}

/** What a correction would change for each audience, and the buttons that make it or go back to the form. */
export function ConfirmCorrection({ quarter, preview, number, values }: ConfirmCorrectionProps) {
  const to = useAddresses();
  return (
    <>
      <p className="govuk-body app-measure">Nothing is saved yet. This is what the correction would change.</p>
      <SummaryList rows={[{ key: 'Reason', value: <span className="app-lines">{values['reason']}</span> }]} />
      {preview.summaries.map((each) => (
        <Differences key={each.audience} {...each} number={number} />
      ))}
      <form method="post" action={to.quarterCorrect(quarter)} noValidate>
        {Object.entries(values)
          .filter(([name]) => name !== 'step' && name !== 'seen')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="seen" value={preview.seen} />
        <div className="govuk-button-group">
          <Button look="warning" name="step" value="confirm">
            Correct the quarter
          </Button>
          <Button look="secondary" name="step" value="change">
            Change what you wrote
          </Button>
        </div>
      </form>
    </>
  );
}

type DifferencesProps = CorrectionPreview['summaries'][0] & Pick<ConfirmCorrectionProps, 'number'>;

/** The differences in the summary of one audience. */
function Differences({ audience, corrections, number }: DifferencesProps) {
  const heading = AUDIENCE_WORDS[audience].forWhom;
  return (
    <section aria-labelledby={`for-${audience}`}>
      <h2 className="govuk-heading-m" id={`for-${audience}`}>
        {heading}
      </h2>
      {corrections.length === 0 ? (
        <p className="govuk-body">Nothing in this summary would change.</p>
      ) : (
        <Corrections corrections={corrections} number={number} caption={`${heading}: what would change`} />
      )}
    </section>
  );
}
