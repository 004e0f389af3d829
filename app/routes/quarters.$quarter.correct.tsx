import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { answerClosing } from '#app/closing.server.ts';
import { ClosingPage } from '#app/components/closing/closing-page.tsx';
import { ConfirmCorrection } from '#app/components/closing/confirm-correction.tsx';
import { CorrectionForm } from '#app/components/closing/correction-form.tsx';
import { db } from '#app/db.server.ts';
import { correctForm } from '#app/domain/closing/closing-form.server.ts';
import { readCorrectPage } from '#app/domain/closing/closing-page.server.ts';
import { correctQuarter, previewCorrection } from '#app/domain/closing/correct-quarter.server.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { mayUseForm } from '#app/editing.server.ts';
import { quarterIn } from '#app/request.server.ts';
import { undamaged } from '#app/summary.server.ts';
import { maker } from '#app/summary-maker.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const page = (await mayUseForm(request, 'close quarters')) ? await undamaged(readCorrectPage(db, quarter)) : null;
  return { title: `Correct ${quarterLabel(quarter)}`, quarter, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  return answerClosing(request, correctForm, async ({ step, ...form }, actor) => {
    const command = { quarter, ...form };
    if (step === 'change') return { preview: null };
    if (step === 'show') return { preview: await previewCorrection(db, command, actor, maker) };
    await correctQuarter(db, command, actor, maker);
    return { to: addresses().quarter(quarter, '', { done: 'correct' }) };
  });
}

/** The form of a correction; then what it would change, first published beside corrected, to be confirmed. */
export default function CorrectRoute() {
  const { quarter, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClosingPage quarter={quarter} act="correct" whyNot={page?.whyNot ?? null} answer={answer}>
      {answer?.preview ? (
        <ConfirmCorrection
          quarter={quarter}
          preview={answer.preview}
          number={(page?.version ?? 1) + 1}
          values={answer.values}
        />
      ) : (
        <CorrectionForm quarter={quarter} page={page} answer={answer} />
      )}
    </ClosingPage>
  );
}
