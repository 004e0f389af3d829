import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { answerClosing } from '#app/closing.server.ts';
import { ClosingPage } from '#app/components/closing/closing-page.tsx';
import { FieldBoxes } from '#app/components/closing/field-boxes.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { db } from '#app/db.server.ts';
import { publishForm } from '#app/domain/closing/closing-form.server.ts';
import { readPublishPage } from '#app/domain/closing/closing-page.server.ts';
import { tickedFields } from '#app/domain/closing/field-box.ts';
import { publishQuarter } from '#app/domain/closing/publish-quarter.server.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { mayUseForm } from '#app/editing.server.ts';
import { quarterIn } from '#app/request.server.ts';
import { undamaged } from '#app/summary.server.ts';
import { maker } from '#app/summary-maker.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const page = (await mayUseForm(request, 'close quarters')) ? await undamaged(readPublishPage(db, quarter)) : null;
  return { title: `Publish ${quarterLabel(quarter)}`, quarter, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  return answerClosing(request, publishForm, async (form, actor) => {
    await publishQuarter(db, { quarter, ...form }, actor, maker);
    return { to: addresses().quarter(quarter, '', { done: 'publish' }) };
  });
}

/** What everybody will read of a closed quarter, and the button that publishes it. */
export default function PublishRoute() {
  const { quarter, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const ticked = tickedFields(answer?.values, page?.fields ?? []);
  const seen = page?.version ?? answer?.values['seen'];
  return (
    <ClosingPage quarter={quarter} act="publish" whyNot={page?.whyNot ?? null} answer={answer}>
      <form method="post" action={addresses().quarterPublish(quarter)} noValidate>
        <input type="hidden" name="seen" value={seen ?? ''} />
        <FieldBoxes ticked={ticked} red={page?.red ?? []} />
        <WarningText>What is published cannot be taken back: people may have copied it.</WarningText>
        <Button look="warning">Publish {quarterLabel(quarter)}</Button>
      </form>
    </ClosingPage>
  );
}
