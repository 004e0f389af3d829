import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm } from '#app/components/editing/edit-form.tsx';
import { PartnershipFields } from '#app/components/editing/partnership-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { db } from '#app/db.server.ts';
import { readPartnershipChoices } from '#app/domain/partnerships/partnership-choices.server.ts';
import { addPartnershipForm } from '#app/domain/partnerships/partnership-form.server.ts';
import { addPartnership } from '#app/domain/partnerships/save-partnership.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  await mayUseForm(request);
  return { title: 'Add a partnership', choices: await readPartnershipChoices(db) };
}

export async function action({ request }: ActionFunctionArgs) {
  return answerEdit(request, addPartnershipForm, async (added, editor) => {
    await addPartnership(db, added, editor);
    return addresses().partnership(added.code, '', 'added');
  });
}

/** The form that adds a partnership. */
export default function AddPartnership() {
  const { choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const errors = answer?.errors ?? {};
  const values = answer?.values ?? {};
  return (
    <>
      <BackLink href={to.partnerships()}>Partnerships</BackLink>
      <EditForm
        caption="Partnerships"
        heading="Add a partnership"
        action={to.partnershipAdd()}
        cancel={to.partnerships()}
        answer={answer}
        reason={{ label: 'Why it is added', hint: 'Everybody can read it in the list of changes.' }}
        button="Add the partnership"
      >
        <TextInput
          name="code"
          label="Code"
          hint="2 to 12 letters and digits, like NACP. It stands in the address and cannot be changed later."
          width="10"
          value={values['code']}
          error={errors['code']}
        />
        <PartnershipFields choices={choices} errors={errors} values={values} formAt={to.partnershipAdd} />
      </EditForm>
    </>
  );
}
