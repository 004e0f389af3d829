import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { answerClosing } from '#app/closing.server.ts';
import { ClosingPage } from '#app/components/closing/closing-page.tsx';
import { WhatIsFrozen } from '#app/components/closing/what-is-frozen.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { db } from '#app/db.server.ts';
import { closeQuarter } from '#app/domain/closing/close-quarter.server.ts';
import { closeForm } from '#app/domain/closing/closing-form.server.ts';
import { readClosePage } from '#app/domain/closing/closing-page.server.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { mayUseForm } from '#app/editing.server.ts';
import { today } from '#app/env.server.ts';
import { quarterIn } from '#app/request.server.ts';
import { maker } from '#app/summary-maker.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const page = (await mayUseForm(request, 'close quarters')) ? await readClosePage(db, quarter, today()) : null;
  return { title: `Close ${quarterLabel(quarter)}`, quarter, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  return answerClosing(request, closeForm, async ({ seen }, actor) => {
    await closeQuarter(db, { quarter, seen }, actor, maker);
    return { to: addresses().quarter(quarter, '', { done: 'close' }) };
  });
}

/** What will be frozen of a quarter, and the button that does it. */
export default function CloseRoute() {
  const { quarter, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClosingPage quarter={quarter} act="close" whyNot={page?.whyNot ?? null} answer={answer}>
      {page ? (
        <>
          <WhatIsFrozen page={page} />
          <form method="post" action={addresses().quarterClose(quarter)} noValidate>
            <input type="hidden" name="seen" value={page.seen} />
            <WarningText>
              A closed quarter cannot be opened again. It changes only by a correction, which makes a new version beside
              it.
            </WarningText>
            <Button look="warning">Close {page.label}</Button>
          </form>
        </>
      ) : null}
    </ClosingPage>
  );
}
