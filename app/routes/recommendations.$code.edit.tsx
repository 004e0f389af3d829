import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm, filledWith } from '#app/components/editing/edit-form.tsx';
import { RecommendationFields, recommendationValues } from '#app/components/editing/recommendation-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { db } from '#app/db.server.ts';
import { editRecommendationForm } from '#app/domain/editing/editing-forms.server.ts';
import { editRecommendation, readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request);
  const code = params.code ?? '';
  return { title: `Edit ${code}`, code, text: found(await readRecommendationText(db, code), 'recommendation', code) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? '';
  found(await readRecommendationText(db, code), 'recommendation', code);
  return answerEdit(request, editRecommendationForm, async (edit, editor) => {
    await editRecommendation(db, { code, ...edit }, editor);
    return addresses().recommendation(code, 'edited');
  });
}

/** The form that changes what a recommendation says of itself. */
export default function EditRecommendation() {
  const { code, text } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const { number, ...words } = text;
  return (
    <>
      <BackLink href={to.recommendation(code)}>Recommendation {code}</BackLink>
      <EditForm
        caption={`Recommendation ${code}`}
        heading="Edit the text"
        action={to.recommendationEdit(code)}
        cancel={to.recommendation(code)}
        answer={answer}
        standing={number}
        reason={{ label: 'Why the text changes', hint: 'Everybody can read it in the list of changes.' }}
        button="Save the text"
      >
        <p className="govuk-body">
          The earlier text stays in the record. Its source, and whether it rests on memory, do not change with it.
        </p>
        <RecommendationFields errors={answer?.errors ?? {}} values={filledWith(answer, recommendationValues(words))} />
      </EditForm>
    </>
  );
}
