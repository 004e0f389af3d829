import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { CONFIDENCE_MEANINGS } from '#app/domain/delivery-confidence.ts';
import { ratingInWords } from '#app/domain/returns/return-words.ts';
import { SECTION_WORDS } from '#app/domain/review/compare-returns.ts';
import type { ReviewPage } from '#app/domain/review/review-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { SubmittedSections } from './submitted-sections.tsx';

export interface ReviewFormProps {
  page: ReviewPage;
  errors: Record<string, string>;
  /** What was typed in a form that comes back. */
  values: Record<string, string>;
}

/** A return that waits for the office, with a box for a comment beside each part, the office's rating and its answer. */
export function ReviewForm({ page, errors, values }: ReviewFormProps) {
  const to = useAddresses();
  return (
    <form method="post" action={to.returnReview(page.quarter, page.code)} noValidate>
      <input type="hidden" name="seen" value={page.seen} />
      <SubmittedSections
        page={page}
        below={(section) => (
          <Textarea
            name={`comments.${section}`}
            label={`Comment on ${SECTION_WORDS[section].toLowerCase()}, if you send it back`}
            rows={2}
            value={values[`comments.${section}`]}
            error={errors[`comments.${section}`]}
          />
        )}
      />
      <section aria-labelledby="answer" className="app-measure">
        <h2 className="govuk-heading-l" id="answer">
          Your answer
        </h2>
        <OwnRating page={page} errors={errors} values={values} />
        {page.submitted?.proposedMilestone ? (
          <Checkboxes
            name="addMilestone"
            legend="The milestone that the owner proposes"
            hint="Counts when you accept."
            small
            items={[
              {
                name: 'addMilestone',
                label: `Add it to the record: ${page.submitted.proposedMilestone}`,
                checked: values['addMilestone'] === 'yes',
              },
            ]}
          />
        ) : null}
        <Textarea
          name="comment"
          label="Comment on the whole"
          hint="The owner reads it. Needed when your rating differs, and when you send the return back without a comment on a part."
          rows={3}
          value={values['comment']}
          error={errors['comment']}
        />
        <div className="govuk-button-group">
          <Button name="act" value="accept">
            Accept
          </Button>
          <Button name="act" value="send-back" look="secondary">
            Send back
          </Button>
        </div>
      </section>
    </form>
  );
}

function OwnRating({ page: { submitted }, errors, values }: ReviewFormProps) {
  if (!submitted) return null;
  const rating = ratingInWords(submitted.confidence);
  const { last } = submitted;
  const before = last?.ownConfidence ? ` For ${last.label} yours was ${last.ownConfidence}.` : '';
  return (
    <Radios
      name="ownConfidence"
      legend="Your own delivery confidence"
      legendSize="m"
      hint={`It stands beside the owner’s and changes nothing in it. Counts when you accept.${before}`}
      value={values['ownConfidence'] ?? 'same'}
      error={errors['ownConfidence']}
      items={[
        { value: 'same', label: `The same as the owner’s: ${rating}` },
        ...(['Green', 'Amber', 'Red'] as const).map((confidence) => ({
          value: confidence,
          label: confidence,
          hint: CONFIDENCE_MEANINGS[confidence],
        })),
      ]}
    />
  );
}
