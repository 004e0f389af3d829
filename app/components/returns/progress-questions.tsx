import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { helpInWords } from '#app/domain/returns/return-words.ts';
import { Question } from './last-quarter.tsx';
import type { SectionProps } from './section.ts';

/** What was achieved, what comes next, risks and issues, and the way to Green. */
export function ProgressQuestions({ page, values, errors, comments }: SectionProps) {
  const last = page.lastQuarter;
  return (
    <section aria-labelledby="progress">
      <h2 className="govuk-heading-m" id="progress">
        Progress, risks and issues
      </h2>
      <Question last={last} said={({ achieved }) => achieved} comment={comments.achieved}>
        <Textarea
          name="achieved"
          label="What was achieved this quarter?"
          labelSize="s"
          value={values.achieved}
          error={errors.achieved}
        />
      </Question>
      <Question last={last} said={({ next }) => next} comment={comments.next}>
        <Textarea name="next" label="What comes next?" labelSize="s" value={values.next} error={errors.next} />
      </Question>
      <Question last={last} said={({ risks }) => risks} comment={comments.risks}>
        <Textarea
          name="risks"
          label="What are the risks and issues?"
          labelSize="s"
          hint="What may go wrong, what has gone wrong, and what is being done."
          value={values.risks}
          error={errors.risks}
        />
      </Question>
      <Question last={last} said={({ pathToGreen }) => pathToGreen}>
        <Textarea
          name="pathToGreen"
          label="What is the path to green?"
          labelSize="s"
          hint="Needed only if the rating is Amber or Red: what has to happen, and by when, for the rating to become Green. Leave it empty otherwise."
          value={values.pathToGreen}
          error={errors.pathToGreen}
        />
      </Question>
    </section>
  );
}

/** What is wanted, from whom and by when, or an explicit "None". */
export function HelpQuestions({ page, values, errors, comments }: SectionProps) {
  return (
    <section aria-labelledby="wanted">
      <h2 className="govuk-heading-m" id="wanted">
        Decision or help wanted
      </h2>
      <Question last={page.lastQuarter} said={helpInWords} comment={comments.help}>
        <Checkboxes
          name="helpNone"
          legend="Is no decision or help wanted?"
          error={errors.helpNone}
          items={[
            { name: 'helpNone', label: 'None: no decision and no help is wanted', checked: values.helpNone === 'yes' },
          ]}
        />
        <Textarea
          name="help"
          label="Otherwise, what is wanted?"
          labelSize="s"
          rows={3}
          value={values.help}
          error={errors.help}
        />
        <TextInput name="helpFrom" label="From whom?" labelSize="s" value={values.helpFrom} error={errors.helpFrom} />
        <DateInput
          name="helpBy"
          legend="By when?"
          hint="Leave the day empty if it is not known."
          errors={errors}
          values={values}
        />
      </Question>
    </section>
  );
}
