import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm } from '#app/components/editing/edit-form.tsx';
import { RecommendationWords } from '#app/components/editing/recommendation-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { SourceFields } from '#app/components/record/source-fields.tsx';
import { db } from '#app/db.server.ts';
import { addRecommendationForm } from '#app/domain/editing/editing-forms.server.ts';
import {
  addRecommendation,
  readNextRecommendationCode,
} from '#app/domain/recommendations/add-recommendation.server.ts';
import { readSourceChoices } from '#app/domain/sources/source-page.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request);
  const theme = params.theme ?? '';
  const next = found(await readNextRecommendationCode(db, theme), 'theme', theme);
  return { title: `Add a recommendation to ${theme}`, theme, next, sources: await readSourceChoices(db) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const theme = params.theme ?? '';
  found(await readNextRecommendationCode(db, theme), 'theme', theme);
  return answerEdit(request, addRecommendationForm, async (added, editor) => {
    const code = await addRecommendation(db, { theme, ...added }, editor);
    return addresses().recommendation(code, 'added');
  });
}

/** The form that adds a recommendation to a theme. */
export default function AddRecommendation() {
  const { theme, next, sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const errors = answer?.errors ?? {};
  const values: Record<string, string> = answer?.values ?? { code: next };
  return (
    <>
      <BackLink href={to.theme(theme)}>Theme {theme}</BackLink>
      <EditForm
        caption={`Theme ${theme}`}
        heading="Add a recommendation"
        action={to.themeAddRecommendation(theme)}
        cancel={to.theme(theme)}
        answer={answer}
        reason={{ label: 'Why it is added', hint: 'Everybody can read it in the list of changes.' }}
        button="Add the recommendation"
      >
        <p className="govuk-body">
          It counts from today on: as at an earlier day it is not there. Its stage is judged by a form of its own.
        </p>
        <TextInput
          name="code"
          label="Code"
          hint={`The next free code of the theme is ${next}. It cannot be changed later.`}
          width="10"
          value={values['code']}
          error={errors['code']}
        />
        <RecommendationWords errors={errors} values={values} />
        <SourceFields sources={sources} errors={errors} values={values} what="the recommendation" />
      </EditForm>
    </>
  );
}
