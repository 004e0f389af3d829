import { useLocation } from '@remix-run/react';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { FACT_WORDS, OUTCOME_ORDER } from '#app/domain/fact-words.ts';
import { isOutcomeKind } from '#app/domain/milestone-status.ts';
import type { RecordedFact } from '#app/domain/milestones/milestone-page.server.ts';
import { dateParts } from '#app/domain/partial-date-input.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FACT_KINDS, type FactKind } from '#db/tables/milestone-fact.ts';
import { SourceFields } from './source-fields.tsx';

export const ACTS = ['later-date', 'agreed-date', 'taken-back', 'outcome', 'correct'] as const;
export type FormAct = (typeof ACTS)[number];

export interface RecordFactFormProps {
  code: string;
  act: FormAct;
  /** Number of the newest fact that the reader of the form has seen. */
  seen: number;
  /** The fact that a correction replaces. */
  fact: RecordedFact | null;
  errors: Record<string, string>;
  values: Record<string, string>;
  sources: { code: string; title: string }[];
}

const TITLES: Record<FormAct, string> = {
  'later-date': 'Record a later date',
  'agreed-date': 'Record a new date agreed by change control',
  'taken-back': 'Record that the date was taken back',
  outcome: 'Record an outcome',
  correct: 'Correct fact',
};

const DATE_HINT =
  'For example 27 3 2026. Leave day and month empty if not known; for a calendar quarter write Q1 to Q4 as the month.';

/** One form for each thing that can be recorded about a milestone; it works without scripts. */
export function RecordFactForm(props: RecordFactFormProps) {
  const { code, act, seen, fact, errors, values: typed } = props;
  const { search } = useLocation();
  const to = useAddresses();
  const values = Object.keys(typed).length > 0 ? typed : startingValues(fact);
  return (
    <section id="record" aria-labelledby="record-title" className="app-form">
      <h2 className="govuk-heading-l" id="record-title">
        {TITLES[act]}
        {fact ? ` ${fact.number}` : ''}
      </h2>
      <form method="post" action={`${to.milestone(code)}${search}`} noValidate>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="seen" value={seen} />
        {fact ? <input type="hidden" name="replaces" value={fact.number} /> : null}
        <Fields act={act} fact={fact} errors={errors} values={values} />
        <DateInput
          name="saidOn"
          legend={SAID_ON[act] ?? 'When was this said?'}
          hint={DATE_HINT}
          errors={errors}
          values={values}
        />
        {act === 'correct' ? (
          <Textarea
            name="note"
            label="Note shown with the fact (optional)"
            value={values.note}
            error={errors.note}
            rows={3}
          />
        ) : null}
        <Textarea
          name="reason"
          label={act === 'correct' ? 'Why is it corrected?' : 'Reason'}
          hint={act === 'correct' ? 'The earlier fact stays in the history with this reason.' : REASON_HINTS[act]}
          value={values.reason}
          error={errors.reason}
          rows={3}
        />
        <SourceFields sources={props.sources} errors={errors} values={values} />
        <div className="govuk-button-group">
          <Button>Record</Button>
          <a className="govuk-link" href={to.milestone(code)}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  );
}

const SAID_ON: Partial<Record<FormAct, string>> = {
  outcome: 'When was the outcome known or announced?',
  'agreed-date': 'When was it agreed?',
};

const REASON_HINTS: Record<Exclude<FormAct, 'correct'>, string> = {
  'later-date': 'Why the date moved, in a sentence or two.',
  'agreed-date': 'Why the date was changed. It is shown beside the first date, which stays.',
  'taken-back': 'Why the date was taken back, and what has to happen before there is a new one.',
  outcome: 'What shows that it ended this way.',
};

type FieldsProps = Pick<RecordFactFormProps, 'act' | 'fact' | 'errors' | 'values'>;

function Fields({ act, fact, errors, values }: FieldsProps) {
  const date = (legend: string) => (
    <DateInput name="value" legend={legend} hint={DATE_HINT} errors={errors} values={values} />
  );
  if (act === 'taken-back') return null;
  if (act === 'later-date') return date('What is the new date?');
  if (act === 'agreed-date')
    return (
      <>
        {date('What is the agreed date?')}
        <TextInput
          name="agreedBy"
          label="Who agreed it?"
          hint="By role, such as “the programme board”. Not by name."
          value={values.agreedBy}
          error={errors.agreedBy}
          spellCheck
        />
      </>
    );
  if (act === 'outcome')
    return (
      <>
        <Radios
          name="kind"
          legend="How did the promise end?"
          error={errors.kind}
          value={values.kind}
          items={OUTCOME_ORDER.map((kind) => ({
            value: kind,
            label: FACT_WORDS[kind].word,
            hint: FACT_WORDS[kind].meaning,
          }))}
        />
        {date('When did it end?')}
      </>
    );
  return (
    <>
      <Select
        name="kind"
        label="What is the fact?"
        hint={
          fact && isOutcomeKind(fact.kind)
            ? 'To take back an outcome recorded by mistake, choose “Later date” and give the date that stands.'
            : undefined
        }
        error={errors.kind}
        value={values.kind}
        options={correctedKinds(fact).map((kind) => ({ value: kind, text: FACT_WORDS[kind].word }))}
      />
      {date('What is the right date? (leave empty for a date taken back)')}
    </>
  );
}

/** A first date stays a first date; anything else may turn out to be something else, but not a first date. */
function correctedKinds(fact: RecordedFact | null): FactKind[] {
  if (fact?.kind === 'baseline') return ['baseline'];
  return FACT_KINDS.filter((kind) => kind !== 'baseline' && (kind !== 'agreed baseline' || kind === fact?.kind));
}

function startingValues(fact: RecordedFact | null): Record<string, string> {
  if (!fact) return {};
  const boxes = (name: string, date: string | null) =>
    Object.entries(dateParts(date)).map(([part, value]) => [`${name}.${part}`, value]);
  return Object.fromEntries([
    ['kind', fact.kind],
    ['note', fact.note ?? ''],
    ['source', fact.source?.code ?? ''],
    ...boxes('value', fact.value),
    ...boxes('saidOn', fact.saidOn),
  ]);
}
