import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { MOST_WORDS } from '#app/domain/office/assessment-rules.ts';
import { OFFICE_ACT_WORDS, type OfficeAct } from '#app/domain/office/office-acts.ts';
import type { Assessment, Steer } from '#app/domain/office/office-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

export interface OfficeFormProps {
  quarter: string;
  act: OfficeAct;
  /** The assessment that stands; null when there is none. */
  assessment: Assessment | null;
  /** Number of the assessment that the writer of the form has seen; 0 when there was none. */
  seen: number;
  /** The steer to mark as done; null where it cannot be shown. */
  steer: Steer | null;
  /** What a steer can be about. */
  subjects: { value: string; text: string }[];
  errors: Record<string, string>;
  values: Record<string, string>;
}

const BUTTONS: Record<OfficeAct, string> = {
  assess: 'Save the assessment',
  clear: 'Record the clearance',
  steer: 'Record it',
  done: 'Mark as done',
};

/** One form for each thing that the office can write; it works without scripts. */
export function OfficeForm(props: OfficeFormProps) {
  const { quarter, act, values } = props;
  const to = useAddresses();
  const steer = props.steer?.id ?? (Number(values.steer) || null);
  return (
    <section id="form" aria-labelledby="form-title" className="app-form">
      <h3 className="govuk-heading-m" id="form-title">
        {OFFICE_ACT_WORDS[act]}
      </h3>
      <form
        method="post"
        action={to.quarterOffice(quarter, '', { do: act, steer: act === 'done' ? steer : null })}
        noValidate
      >
        <input type="hidden" name="act" value={act} />
        <Fields {...props} steerId={steer} />
        <div className="govuk-button-group">
          <Button>{BUTTONS[act]}</Button>
          <a className="govuk-link" href={to.quarterOffice(quarter)}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  );
}

function Fields({ steerId, ...props }: OfficeFormProps & { steerId: number | null }): ReactNode {
  if (props.act === 'assess') return <AssessmentFields {...props} />;
  if (props.act === 'clear') return <ClearanceFields {...props} />;
  if (props.act === 'steer') return <SteerFields {...props} />;
  return (
    <>
      <input type="hidden" name="steer" value={steerId ?? ''} />
      <DoneFields {...props} />
    </>
  );
}

function AssessmentFields({ assessment, seen, errors, values }: OfficeFormProps) {
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <Textarea
        name="words"
        label="Our assessment of the quarter"
        hint={`At most ${MOST_WORDS} words: where delivery stands, what changed, and what is wanted. Each save makes a new version; earlier ones are kept.`}
        value={values.words ?? assessment?.words}
        error={errors.words}
        rows={10}
      />
    </>
  );
}

function ClearanceFields({ errors, values }: OfficeFormProps) {
  return (
    <>
      <TextInput
        name="role"
        label="Cleared by"
        hint="The role, such as “Director, Strategy Office”, and not a name."
        value={values.role}
        error={errors.role}
      />
      <DateInput
        name="clearedOn"
        legend="On which day?"
        hint="For example 27 3 2026."
        errors={errors}
        values={values}
      />
      <Textarea name="comment" label="Comment (optional)" rows={3} value={values.comment} error={errors.comment} />
    </>
  );
}

function SteerFields({ subjects, errors, values }: OfficeFormProps) {
  return (
    <>
      <TextInput
        name="fromWhom"
        label="Who asked for it?"
        hint="Such as a board, or the office of a minister."
        value={values.fromWhom}
        error={errors.fromWhom}
      />
      <Textarea name="words" label="What was asked for?" rows={3} value={values.words} error={errors.words} />
      <TextInput
        name="owner"
        label="Who is to do it?"
        hint="A post or an organisation, and not a name."
        value={values.owner}
        error={errors.owner}
      />
      <Select
        name="recommendation"
        label="What is it about?"
        value={values.recommendation}
        error={errors.recommendation}
        options={[{ value: '', text: 'The whole strategy' }, ...subjects]}
      />
      <DateInput
        name="due"
        legend="By when? (optional)"
        hint="For example 27 3 2027. Leave day and month empty if not known; for a calendar quarter write Q1 to Q4 as the month."
        errors={errors}
        values={values}
      />
    </>
  );
}

function DoneFields({ steer, errors, values }: OfficeFormProps) {
  return (
    <>
      {steer ? <p className="govuk-body app-lines">{steer.words}</p> : null}
      <DateInput
        name="doneOn"
        legend="When was it done?"
        hint="For example 27 3 2026."
        errors={errors}
        values={values}
      />
      <Textarea name="words" label="How was it done? (optional)" rows={3} value={values.words} error={errors.words} />
    </>
  );
}
