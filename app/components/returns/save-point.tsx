import { Button } from '#app/components/govuk/button.tsx';
import { londonMoment } from '#app/domain/clock.ts';
import type { ReturnFormView } from '#app/domain/returns/return-page.server.ts';

interface SavePointProps {
  /** Where on the page this is; the answer comes back to it. */
  place: string;
  form: Pick<ReturnFormView, 'from' | 'savedBy' | 'savedAt'>;
}

/** Saves the draft and comes back here. */
export function SavePoint({ place, form }: SavePointProps) {
  return (
    <div className="app-save" id={`save-${place}`}>
      <Button look="secondary" name="act" value={`save ${place}`}>
        Save draft
      </Button>
      <p className="govuk-body-s app-save__words">{savedInWords(form)}</p>
    </div>
  );
}

/** "Draft last saved by Ada Lovelace, 23 November 2026 at 14:05." */
function savedInWords({ from, savedBy, savedAt }: SavePointProps['form']): string {
  if (from === 'sent back') return 'Filled in with what was submitted. Nothing new is saved yet.';
  if (savedBy === null || savedAt === null) return 'Nothing is saved yet.';
  return `Draft last saved by ${savedBy}, ${londonMoment(new Date(savedAt))}.`;
}
