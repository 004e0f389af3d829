import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { FoundTextPlaces } from '#app/components/redaction/found-text.tsx';
import { mayUseForm } from '#app/editing.server.ts';
import { answerRedaction, type RedactionAnswer } from '#app/redaction.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  await mayUseForm(request, 'redact');
  const done = Number(new URL(request.url).searchParams.get('done'));
  return { title: 'Remove a text from the record', done: Number.isSafeInteger(done) && done > 0 ? done : null };
}

export function action({ request }: ActionFunctionArgs) {
  return answerRedaction(request);
}

/** Removes a text, such as somebody's personal data, from the whole record: first where it stands, then the act. */
export default function Redact() {
  const { done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  return (
    <>
      <BackLink href={to.changes()}>Changes</BackLink>
      <ErrorSummary errors={answer?.errors} />
      {done !== null && !answer ? (
        <NotificationBanner kind="success">
          The text is removed. It is{' '}
          <a className="govuk-notification-banner__link" href={to.changes({}, `change-${done}`)}>
            change {done}
          </a>
          . Backups made before still hold it: see to them.
        </NotificationBanner>
      ) : null}
      <h1 className="govuk-heading-xl">Remove a text from the record</h1>
      <p className="govuk-body app-measure">
        For personal data and text that is too sensitive. In its place stands “[removed on …: the reason]”, on every
        page, in the history, in drafts, in closed quarters and in every file. Nothing else in this record is ever taken
        out.
      </p>
      <Find answer={answer} />
      {answer?.found ? <Remove answer={answer} found={answer.found} /> : null}
    </>
  );
}

function Find({ answer }: { answer: RedactionAnswer | undefined }) {
  const to = useAddresses();
  return (
    <form method="post" action={to.redact()} noValidate>
      <TextInput
        name="text"
        label="The text, letter by letter"
        hint="One line as it stands in the record. As much of it as has to go, and no more."
        value={answer?.text}
        error={answer?.errors['text']}
      />
      <Button look={answer?.found ? 'secondary' : undefined} name="act" value="find">
        See where it stands
      </Button>
    </form>
  );
}

function Remove({ answer, found }: { answer: RedactionAnswer; found: NonNullable<RedactionAnswer['found']> }) {
  const to = useAddresses();
  if (found.places.length === 0 && found.versions.length === 0)
    return (
      <p className="govuk-body">
        Nothing in the record holds this text{found.otherCapitals > 0 ? ' in these capitals' : ''}.
      </p>
    );
  return (
    <form method="post" action={to.redact()} noValidate id="remove">
      <FoundTextPlaces found={found} />
      <input type="hidden" name="text" value={answer.text} />
      <input type="hidden" name="seen" value={found.seen} />
      <TextInput
        name="reason"
        label="Reason"
        hint="It stands where the text was, for everybody to read."
        value={answer.reason}
        error={answer.errors['reason']}
      />
      <WarningText>This cannot be undone. Backups made before still hold the text.</WarningText>
      <Button look="warning" name="act" value="remove">
        Remove it everywhere
      </Button>
    </form>
  );
}
