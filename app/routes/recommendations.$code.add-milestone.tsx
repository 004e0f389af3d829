import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { DATE_HINT, EditForm } from '#app/components/editing/edit-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { SourceFields } from '#app/components/record/source-fields.tsx';
import { db } from '#app/db.server.ts';
import { addMilestoneForm } from '#app/domain/editing/editing-forms.server.ts';
import { addMilestone } from '#app/domain/milestones/add-milestone.server.ts';
import { readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { readSourceChoices } from '#app/domain/sources/source-page.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request);
  const code = params.code ?? '';
  found(await readRecommendationText(db, code), 'recommendation', code);
  return { title: `Add a milestone to ${code}`, code, sources: await readSourceChoices(db) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const recommendation = params.code ?? '';
  found(await readRecommendationText(db, recommendation), 'recommendation', recommendation);
  return answerEdit(request, addMilestoneForm, async (added, editor) => {
    const milestone = await addMilestone(db, { recommendation, ...added }, editor);
    return addresses().milestoneRecorded(milestone, 1);
  });
}

/** The form that adds something promised with a date. */
export default function AddMilestone() {
  const { code, sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const errors = answer?.errors ?? {};
  const values: Record<string, string> = answer?.values ?? {};
  return (
    <>
      <BackLink href={to.recommendation(code)}>Recommendation {code}</BackLink>
      <EditForm
        caption={`Recommendation ${code}`}
        heading="Add a milestone"
        action={to.recommendationAddMilestone(code)}
        cancel={to.recommendation(code)}
        answer={answer}
        reason={{ label: 'Why it is added', hint: 'Everybody can read it in the list of changes.' }}
        button="Add the milestone"
      >
        <TextInput
          name="title"
          label="What is promised?"
          hint="In the words of the promise, without its date."
          value={values['title']}
          error={errors['title']}
          spellCheck
        />
        <DateInput
          name="value"
          legend="The first date: when is it due?"
          hint={`${DATE_HINT} Lateness is always measured against it.`}
          errors={errors}
          values={values}
        />
        <DateInput name="saidOn" legend="When was this said?" hint={DATE_HINT} errors={errors} values={values} />
        <SourceFields sources={sources} errors={errors} values={values} what="the date" />
      </EditForm>
    </>
  );
}
