import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm, filledWith } from '#app/components/editing/edit-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { db } from '#app/db.server.ts';
import { editMilestoneForm } from '#app/domain/editing/editing-forms.server.ts';
import { editMilestone, readMilestoneText } from '#app/domain/milestones/edit-milestone.server.ts';
import { readMilestonePage } from '#app/domain/milestones/milestone-page.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found, todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request);
  const code = await shownCode(request, params.code);
  return { title: `Edit ${code}`, code, text: found(await readMilestoneText(db, code), 'milestone', code) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const milestone = await shownCode(request, params.code);
  return answerEdit(request, editMilestoneForm, async (edit, editor) => {
    await editMilestone(db, { milestone, ...edit }, editor);
    return addresses().milestoneRecorded(milestone, 'wording');
  });
}

/** The code, where the one who asks may see that milestone at all: one that came with a return may be held. */
async function shownCode(request: Request, code = ''): Promise<string> {
  return found(await readMilestonePage(db, code, await todayOf(request)), 'milestone', code).code;
}

/** The form that changes the wording of a promise; its dates have forms of their own. */
export default function EditMilestone() {
  const { code, text } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const values = filledWith(answer, { title: text.title, note: text.note ?? '' });
  return (
    <>
      <BackLink href={to.milestone(code)}>Milestone {code}</BackLink>
      <EditForm
        caption={`Milestone ${code}`}
        heading="Edit the wording"
        action={to.milestoneEdit(code)}
        cancel={to.milestone(code)}
        answer={answer}
        standing={text.number}
        reason={{ label: 'Why the wording changes', hint: 'Everybody can read it in the list of changes.' }}
        button="Save the wording"
      >
        <p className="govuk-body">The earlier wording stays in the record. Dates and outcomes do not change with it.</p>
        <TextInput
          name="title"
          label="What is promised?"
          value={values['title']}
          error={answer?.errors['title']}
          spellCheck
        />
        <Textarea name="note" label="Note (optional)" rows={3} value={values['note']} error={answer?.errors['note']} />
      </EditForm>
    </>
  );
}
