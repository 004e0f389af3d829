import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm, filledWith } from '#app/components/editing/edit-form.tsx';
import { PartnershipFields, partnershipValues } from '#app/components/editing/partnership-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { db } from '#app/db.server.ts';
import { readPartnershipChoices } from '#app/domain/partnerships/partnership-choices.server.ts';
import { editPartnershipForm } from '#app/domain/partnerships/partnership-form.server.ts';
import { editPartnership, readPartnershipText } from '#app/domain/partnerships/save-partnership.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request);
  const code = params.code ?? '';
  const text = found(await readPartnershipText(db, code), 'partnership', code);
  return { title: `Edit ${text.name}`, code, text, choices: await readPartnershipChoices(db) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? '';
  found(await readPartnershipText(db, code), 'partnership', code);
  return answerEdit(request, editPartnershipForm, async (edit, editor) => {
    await editPartnership(db, { code, ...edit }, editor);
    return addresses().partnership(code, '', 'edited');
  });
}

/** The form that changes what a partnership says of itself. */
export default function EditPartnership() {
  const { code, text, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  return (
    <>
      <BackLink href={to.partnership(code)}>{text.name}</BackLink>
      <EditForm
        caption={text.name}
        heading="Edit the partnership"
        action={to.partnershipEdit(code)}
        cancel={to.partnership(code)}
        answer={answer}
        standing={text.number}
        reason={{ label: 'Why it changes', hint: 'Everybody can read it in the list of changes.' }}
        button="Save the partnership"
      >
        <p className="govuk-body">The earlier text stays in the history, with its members, themes and strands.</p>
        <PartnershipFields
          choices={choices}
          errors={answer?.errors ?? {}}
          values={filledWith(answer, partnershipValues(text))}
          formAt={(anchor) => to.partnershipEdit(code, anchor)}
        />
      </EditForm>
    </>
  );
}
