import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { useAddresses } from '#app/use-addresses.ts';

interface Choice {
  value: string;
  text: string;
}

interface AddPostFormProps {
  organisations: Choice[];
  people: Choice[];
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** The form that adds a post, with its first holder when that is known. */
export function AddPostForm({ organisations, people, errors, values }: AddPostFormProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="add" className="app-form">
      <h2 className="govuk-heading-l" id="add">
        Add a post
      </h2>
      <form method="post" action={to.posts()} noValidate>
        <TextInput
          name="title"
          label="Title of the post"
          hint="As the organisation calls it, without the name of whoever holds it."
          value={values.title}
          error={errors.title}
        />
        <Select
          name="organisation"
          label="Organisation"
          value={values.organisation}
          error={errors.organisation}
          options={[{ value: '', text: 'Choose an organisation' }, ...organisations]}
        />
        <Select
          name="holder"
          label="Who holds it (optional)"
          hint="Only people who have an account can be chosen. The post can be handed over to somebody later."
          value={values.holder}
          error={errors.holder}
          options={[{ value: '', text: 'Nobody yet' }, ...people]}
        />
        <DateInput
          name="fromOn"
          legend="First day that they hold it (optional)"
          hint="For example 27 3 2026. Leave it empty when nobody holds the post yet."
          errors={errors}
          values={values}
        />
        <Button>Add the post</Button>
      </form>
    </section>
  );
}
