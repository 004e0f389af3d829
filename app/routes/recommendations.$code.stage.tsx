import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm } from '#app/components/editing/edit-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { db } from '#app/db.server.ts';
import { judgeStageForm } from '#app/domain/editing/editing-forms.server.ts';
import { readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { judgeStage, readNewestJudgement } from '#app/domain/recommendations/judge-stage.server.ts';
import { judgementInWords } from '#app/domain/recommendations/judgement-text.ts';
import { STAGE_ORDER, STAGE_WORDS } from '#app/domain/status-words.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  // The newest judgement may have come with a return that is not published.
  const newest = (await mayUseForm(request)) ? await readNewestJudgement(db, code) : null;
  found(await readRecommendationText(db, code), 'recommendation', code);
  return { title: `Judge the stage of ${code}`, code, newest };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const recommendation = params.code ?? '';
  found(await readRecommendationText(db, recommendation), 'recommendation', recommendation);
  return answerEdit(request, judgeStageForm, async (judged, editor) => {
    await judgeStage(db, { recommendation, ...judged }, editor);
    return addresses().recommendation(recommendation, 'judged');
  });
}

/** The form in which the office judges how far a recommendation has come. */
export default function JudgeStage() {
  const { code, newest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const values: Record<string, string> = answer?.values ?? {};
  return (
    <>
      <BackLink href={to.recommendation(code)}>Recommendation {code}</BackLink>
      <EditForm
        caption={`Recommendation ${code}`}
        heading="Judge the stage"
        action={to.recommendationStage(code)}
        cancel={to.recommendation(code)}
        answer={answer}
        standing={newest?.number ?? 0}
        reason={{ label: 'Reason', hint: 'What shows it. Always shown beside the stage.' }}
        button="Record the stage"
      >
        <InsetText>
          {newest ? `Now: ${judgementInWords(newest)}. ${newest.reason}` : 'No stage has been judged yet.'}
        </InsetText>
        <Radios
          name="stage"
          legend="How far has it come?"
          value={values['stage']}
          error={answer?.errors['stage']}
          items={STAGE_ORDER.map((stage) => ({
            value: stage,
            label: STAGE_WORDS[stage].word,
            hint: STAGE_WORDS[stage].meaning,
          }))}
        />
        <DateInput
          name="judgedOn"
          legend="On which day was it judged?"
          hint="For example 27 3 2026. It counts from that day on, also in past quarters that are not closed."
          errors={answer?.errors}
          values={values}
        />
      </EditForm>
    </>
  );
}
