import { Button } from '#app/components/govuk/button.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { ImportAnswer } from '#app/domain/imports/accept-form.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** What was chosen and typed by somebody whose session has ended. The file itself is shown again once they sign in. */
export function KeptAnswers({ id, answer }: { id: number; answer: ImportAnswer }) {
  const to = useAddresses();
  return (
    <form id="form" className="app-measure" method="post" action={to.import(id)} noValidate>
      <input type="hidden" name="seen" value={answer.seen} />
      {answer.as === null ? null : <input type="hidden" name="as" value={answer.as} />}
      {Object.entries(answer.choices).map(([name, choice]) => (
        <input key={name} type="hidden" name={name} value={choice} />
      ))}
      <p className="govuk-body">The file waits, and so does what you chose.</p>
      <Textarea name="reason" label="Why the record changes" rows={3} value={answer.reason} />
      <Button name="act" value="accept">
        Accept
      </Button>
    </form>
  );
}
