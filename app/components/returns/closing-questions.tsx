import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { STAGE_ORDER, STAGE_WORDS } from '#app/domain/status-words.ts';
import { Question } from './last-quarter.tsx';
import type { SectionProps } from './section.ts';

/** Whether the recommendation's stage stays, with what stands. */
export function StageQuestions({ page, values, errors, comments }: SectionProps) {
  const standing = page.of.stage;
  const word = standing ? STAGE_WORDS[standing.stage].word : 'not judged yet';
  const others = STAGE_ORDER.filter((stage) => stage !== standing?.stage);
  return (
    <section aria-labelledby="stage-of">
      <h2 className="govuk-heading-m" id="stage-of">
        Stage
      </h2>
      {standing ? (
        <p className="govuk-body app-measure">
          The stage is “{word}”, judged by {standing.judgedBy}, {formatPartialDate(standing.judgedOn)}.{' '}
          {standing.reason}
        </p>
      ) : null}
      <Question last={null} comment={comments.stage}>
        <Select
          name="stage"
          label="Does the stage stay?"
          labelSize="s"
          error={errors.stage}
          value={values.stage ?? ''}
          options={[
            { value: '', text: `It stays: ${word}` },
            ...others.map((stage) => ({ value: stage, text: `It is now: ${STAGE_WORDS[stage].word}` })),
          ]}
        />
        <Textarea
          name="stageReason"
          label="Reason for a new stage"
          labelSize="s"
          hint="Needed only if the stage changes."
          rows={2}
          value={values.stageReason}
          error={errors.stageReason}
        />
      </Question>
    </section>
  );
}

/** A promise with a date that the record does not have yet. */
export function ProposalQuestions({ values, errors }: SectionProps) {
  return (
    <section aria-labelledby="proposal">
      <h2 className="govuk-heading-m" id="proposal">
        New milestone (optional)
      </h2>
      <TextInput
        name="proposedMilestone"
        label="What would it promise?"
        labelSize="s"
        value={values.proposedMilestone}
        error={errors.proposedMilestone}
        spellCheck
      />
      <DateInput
        name="proposedDate"
        legend="By when?"
        hint="Leave day and month empty if not known; for a calendar quarter write Q1 to Q4 as the month."
        errors={errors}
        values={values}
      />
    </section>
  );
}

/** What shows that it is so, and where somebody can look. */
export function EvidenceQuestion({ page, values, errors, comments }: SectionProps) {
  return (
    <section aria-labelledby="shown-by">
      <h2 className="govuk-heading-m" id="shown-by">
        Evidence (optional)
      </h2>
      <Question last={page.lastQuarter} said={({ evidence }) => evidence} comment={comments.evidence}>
        <Textarea
          name="evidence"
          label="What evidence is there, and where can it be seen?"
          labelSize="s"
          hint="Titles, publishers and web addresses, one a line."
          value={values.evidence}
          error={errors.evidence}
        />
      </Question>
    </section>
  );
}

/** Who cleared the return in the owner's own organisation: by role, not by name. */
export function ClearanceQuestions({ page, values, errors }: SectionProps) {
  return (
    <section aria-labelledby="cleared">
      <h2 className="govuk-heading-m" id="cleared">
        Clearance
      </h2>
      <Question last={page.lastQuarter} said={({ clearedBy }) => clearedBy}>
        <TextInput
          name="clearedBy"
          label="Who cleared this return in your organisation?"
          labelSize="s"
          hint="Their role, such as “Deputy director, life sciences”. Not their name."
          value={values.clearedBy}
          error={errors.clearedBy}
        />
        <DateInput
          name="clearedOn"
          legend="On which day was it cleared?"
          hint="For example 27 3 2026"
          errors={errors}
          values={values}
        />
      </Question>
    </section>
  );
}
