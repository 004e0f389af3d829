import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { SourceFields } from '#app/components/record/source-fields.tsx';
import { dateParts } from '#app/domain/partial-date-input.ts';
import type { PartnershipChoices } from '#app/domain/partnerships/partnership-choices.server.ts';
import type { PartnershipText } from '#app/domain/partnerships/partnership-text.ts';
import { tickName } from '#app/domain/ticked.ts';
import { DATE_HINT } from './edit-form.tsx';
import { FormRows } from './form-rows.tsx';

/** The fields of a partnership as they stand, under their names in the form. */
export function partnershipValues(text: PartnershipText): Record<string, string> {
  const { name, startedOn, purpose, funding, members, themes, strands, source, note } = text;
  const fields = { name, purpose, funding: funding ?? '', source: source ?? '', note: note ?? '' };
  return Object.fromEntries([
    ...Object.entries(fields),
    ...Object.entries(dateParts(startedOn)).map(([part, value]) => [`startedOn.${part}`, value]),
    ...themes.map((theme) => [tickName('themes', theme), 'yes']),
    ...members.flatMap(({ organisation, role }, i) => [
      [`members.${i}.organisation`, organisation],
      [`members.${i}.role`, role],
    ]),
    ...strands.flatMap(({ name, detail }, i) => [
      [`strands.${i}.name`, name],
      [`strands.${i}.detail`, detail ?? ''],
    ]),
  ]);
}

interface FieldsProps {
  choices: PartnershipChoices;
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Address of the form, at a box of it. */
  formAt: (anchor: string) => string;
}

/** Everything that a partnership says of itself. */
export function PartnershipFields(props: FieldsProps) {
  const { choices, errors, values } = props;
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      {/* What Enter in a box presses: else it would be the first button that asks for more rows. */}
      <button type="submit" hidden>
        Save
      </button>
      <TextInput {...text('name')} label="Name" spellCheck />
      <DateInput
        name="startedOn"
        legend="When did it start? (optional)"
        hint={DATE_HINT}
        errors={errors}
        values={values}
      />
      <Textarea {...text('purpose')} label="What it is for" rows={4} />
      <TextInput {...text('funding')} label="Funding (optional)" hint="How much, and from whom." spellCheck />
      <Members {...props} />
      <Checkboxes
        name="themes"
        legend="Themes that it serves"
        legendSize="m"
        error={errors['themes']}
        small
        items={choices.themes.map(({ code, name }) => ({
          name: tickName('themes', code),
          label: name,
          checked: values[tickName('themes', code)] === 'yes',
        }))}
      />
      <Strands {...props} />
      <SourceFields sources={choices.sources} errors={errors} values={values} what="the partnership" />
      <Textarea {...text('note')} label="Note (optional)" rows={3} />
    </>
  );
}

function Members({ choices, errors, values, formAt }: FieldsProps) {
  const organisations = choices.organisations.map(({ code, name }) => ({ value: code, text: name }));
  return (
    <FormRows
      name="members"
      heading="Members"
      hint="At least one. Empty rows count for nothing. An organisation that is not in the list comes with the strategy’s files."
      one="Member"
      more="Add more members"
      first="organisation"
      formAt={formAt}
      values={values}
    >
      {(row) => (
        <>
          <Select
            name={`${row}.organisation`}
            label="Organisation"
            value={values[`${row}.organisation`]}
            error={errors[`${row}.organisation`]}
            options={[{ value: '', text: 'None' }, ...organisations]}
          />
          <TextInput
            name={`${row}.role`}
            label="Role, in the partnership’s words"
            value={values[`${row}.role`]}
            error={errors[`${row}.role`]}
            spellCheck
          />
        </>
      )}
    </FormRows>
  );
}

function Strands({ errors, values, formAt }: FieldsProps) {
  return (
    <FormRows
      name="strands"
      heading="Strands of work"
      hint="The parts of what it does, in their order. Empty rows count for nothing."
      one="Strand"
      more="Add more strands"
      first="name"
      formAt={formAt}
      values={values}
    >
      {(row) => (
        <>
          <TextInput
            name={`${row}.name`}
            label="Name of the strand"
            value={values[`${row}.name`]}
            error={errors[`${row}.name`]}
            spellCheck
          />
          <Textarea
            name={`${row}.detail`}
            label="What it does (optional)"
            rows={2}
            value={values[`${row}.detail`]}
            error={errors[`${row}.detail`]}
          />
        </>
      )}
    </FormRows>
  );
}
