import { Button } from '#app/components/govuk/button.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import type { ImportAnswer } from '#app/domain/imports/accept-form.server.ts';
import type { ImportPage } from '#app/domain/imports/import-page.server.ts';
import type { ImportView } from '#app/domain/imports/import-view.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { ReturnsChoice } from './returns-choice.tsx';

interface AcceptFormProps {
  page: ImportPage;
  view: ImportView;
  /** How the form came back that was refused. */
  answer: ImportAnswer | undefined;
}

/** The form that takes a file into the record: what is asked, why, and the button. */
export function AcceptForm({ page, view, answer }: AcceptFormProps) {
  const to = useAddresses();
  const { errors = {}, choices = {}, reason = '' } = answer ?? {};
  return (
    <form
      id="form"
      className="app-measure"
      method="post"
      action={to.import(page.id, { show: view.show, page: view.page === 1 ? null : view.page })}
      noValidate
    >
      <input type="hidden" name="seen" value={view.seen} />
      {view.conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.name}
          conflict={conflict}
          choice={choices[conflict.name] ?? conflict.choice}
          error={errors[conflict.name]}
        />
      ))}
      {view.conflictCount > view.conflicts.length ? (
        <WarningText>
          Only the first {view.conflicts.length} of {counted(view.conflictCount, 'text')} can be asked here. Take the
          newest workbook, bring your changes into that and send it.
        </WarningText>
      ) : null}
      {page.returns ? <ReturnsChoice returns={page.returns} answer={answer} /> : null}
      <Textarea
        name="reason"
        label={view.kind === 'strategy' ? 'Why the record changes' : 'Anything to note (optional)'}
        hint={
          view.kind === 'strategy'
            ? 'Everybody can read it in the list of changes, with the number of rows. 500 characters at most.'
            : 'It stands beside the change in the list of changes, for people who are signed in. 500 characters at most.'
        }
        rows={3}
        value={reason}
        error={errors['reason']}
      />
      <Button name="act" value="accept">
        Accept
      </Button>
    </form>
  );
}

/** The form that puts a file aside. */
export function DiscardForm({ id }: { id: number }) {
  const to = useAddresses();
  return (
    <form method="post" action={to.import(id)}>
      <p className="govuk-body">Discarding changes nothing in the record. The file itself is not kept.</p>
      <Button look="secondary" name="act" value="discard">
        Discard this file
      </Button>
    </form>
  );
}
