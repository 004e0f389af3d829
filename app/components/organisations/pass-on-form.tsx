import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { PassOnChoices } from '#app/domain/organisations/organisation-responsibilities.server.ts';
import { BASIS_WORDS, ROLE_VERBS } from '#app/domain/organisations/responsibility-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { capitalised, counted } from '#app/domain/sentences.ts';
import { tickName } from '#app/domain/ticked.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { RESPONSIBILITY_BASES } from '#db/tables/responsibility.ts';

interface PassOnFormProps {
  code: string;
  choices: PassOnChoices;
  /** Every box is ticked to begin with. */
  tickAll: boolean;
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** Passes an organisation's recommendations to another from a day on, in part or all at once; it works without scripts. */
export function PassOnForm({ code, choices, tickAll, errors, values }: PassOnFormProps) {
  const to = useAddresses();
  return (
    <section id="form" aria-labelledby="form-title" className="app-form">
      <h2 className="govuk-heading-l" id="form-title">
        Pass responsibility on
      </h2>
      <p className="govuk-body app-measure">
        The other organisation becomes to each recommendation what this one was. If it is something to one already, it
        keeps the stronger role: a lead stays lead.
      </p>
      <form method="post" action={to.organisation(code, '', { do: 'pass-on' })} noValidate>
        <Select
          name="to"
          label="Which organisation answers for them next?"
          value={values.to}
          error={errors.to}
          options={[{ value: '', text: 'Choose an organisation' }, ...choices.organisations]}
        />
        <DateInput
          name="fromOn"
          legend="From which day?"
          hint="For example 7 2 2023. This organisation answers for them until the day before. A day to come can be given too, up to a year ahead."
          errors={errors}
          values={values}
        />
        <Recommendations code={code} choices={choices} tickAll={tickAll} errors={errors} values={values} />
        <Radios
          name="basis"
          legend="What does it rest on?"
          value={values.basis}
          error={errors.basis}
          items={RESPONSIBILITY_BASES.map((basis) => ({
            value: basis,
            label: BASIS_WORDS[basis].word,
            hint: capitalised(BASIS_WORDS[basis].meaning),
          }))}
        />
        <Textarea
          name="why"
          label="Why?"
          hint="Everybody can read it in the list of changes. Leave names of people out."
          rows={2}
          value={values.why}
          error={errors.why}
        />
        <Select
          name="source"
          label="Where can it be seen? (optional)"
          hint="A source of the record. It is named in the list of changes."
          value={values.source}
          error={errors.source}
          options={[{ value: '', text: 'No source' }, ...choices.sources]}
        />
        <div className="govuk-button-group">
          <Button>Pass on</Button>
          <a className="govuk-link" href={to.organisation(code)}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  );
}

function Recommendations({ code, choices: { open }, tickAll, errors, values }: PassOnFormProps) {
  const to = useAddresses();
  if (open.length === 0)
    return (
      <p className="govuk-body" id="recommendations">
        This organisation has no recommendation to pass on.
      </p>
    );
  return (
    <Checkboxes
      name="recommendations"
      legend="Which recommendations?"
      hint={
        tickAll || open.length < 2 ? undefined : (
          <>
            <a className="govuk-link" href={to.organisation(code, 'form', { do: 'pass-on', tick: 'all' })}>
              Tick all {counted(open.length, 'recommendation')}
            </a>{' '}
            first if most of them pass on. It begins the form again.
          </>
        )
      }
      error={errors.recommendations}
      small
      items={open.map(({ code: recommendation, title, role, fromOn }) => ({
        name: tickName('recommendations', recommendation),
        label: `${recommendation}: ${title}`,
        hint: `${capitalised(ROLE_VERBS[role].present)}${fromOn ? ` from ${formatPartialDate(fromOn)}` : ''}`,
        checked: tickAll || values[tickName('recommendations', recommendation)] !== undefined,
      }))}
    />
  );
}
