import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { CONFIDENCE_MEANINGS } from '#app/domain/delivery-confidence.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { ratingInWords } from '#app/domain/returns/return-words.ts';
import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import { LastRating, Question } from './last-quarter.tsx';
import type { SectionProps } from './section.ts';

/** Whether anything has changed; asked only when there is a return to compare with. */
export function UnchangedQuestion({ page, values, errors }: SectionProps) {
  const last = page.lastQuarter;
  if (!last) return null;
  const label = quarterLabel(last.quarter);
  return (
    <section aria-labelledby="since">
      <h2 className="govuk-heading-m" id="since">
        Since the last return
      </h2>
      <Radios
        name="unchanged"
        legend={`Has anything changed since ${label}?`}
        error={errors.unchanged}
        value={values.unchanged}
        items={[
          {
            value: 'yes',
            label: 'Nothing has changed since last quarter',
            hint: `The answers for ${label} stand. You see them all before you submit.`,
          },
          { value: 'no', label: 'Something has changed, or needs to be said' },
        ]}
      />
      <p className="govuk-body">
        If nothing has changed, go on to{' '}
        <a className="govuk-link" href="#cleared">
          clearance
        </a>
        : the questions between need no answer.
      </p>
    </section>
  );
}

/** The judgement, with its definitions in view, and the reason for it. */
export function RatingQuestions({ page, values, errors, comments }: SectionProps) {
  const last = page.lastQuarter;
  return (
    <section aria-labelledby="rating">
      <h2 className="govuk-heading-m" id="rating">
        Delivery confidence
      </h2>
      {last ? <LastRating last={last} /> : null}
      <Question last={null} comment={comments.confidence}>
        <Radios
          name="confidence"
          legend="How likely is delivery?"
          hint="Your judgement: it is not worked out from dates or counts."
          error={errors.confidence}
          value={values.confidence}
          items={CONFIDENCES.map((value) => ({
            value,
            label: ratingInWords(value),
            hint: CONFIDENCE_MEANINGS[value],
          }))}
        />
      </Question>
      <Question last={last} said={(content) => content.confidenceReason}>
        <Textarea
          name="confidenceReason"
          label="What is the reason for this rating?"
          labelSize="s"
          hint="Needed unless the rating is Green, and always when it is better than last quarter."
          value={values.confidenceReason}
          error={errors.confidenceReason}
        />
      </Question>
    </section>
  );
}
