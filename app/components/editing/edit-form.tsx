import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { EditConflict } from '#app/domain/editing/editing-errors.ts';
import { BothTexts } from './both-texts.tsx';

/** How a form comes back that was refused. */
export interface FormAnswer {
  errors: Record<string, string>;
  values: Record<string, string>;
  conflict: EditConflict | null;
}

/**
 * What the form is filled with: what stands, or what was typed. After a conflict the fields that the person had left
 * alone hold what somebody else saved, so that sending the form again takes nothing of theirs back.
 */
export function filledWith(answer: FormAnswer | undefined, standing: Record<string, string>): Record<string, string> {
  if (!answer) return standing;
  const untouched = answer.conflict?.untouched ?? [];
  const isTheirs = ([name]: [string, string]) => untouched.includes(name.split('.')[0] ?? '');
  const mine = Object.entries(answer.values).filter((entry) => !isTheirs(entry));
  return Object.fromEntries([...mine, ...Object.entries(standing).filter(isTheirs)]);
}

interface EditFormProps {
  caption: string;
  heading: string;
  /** Where the form is sent. */
  action: string;
  /** Where “Cancel” leads. */
  cancel: string;
  answer: FormAnswer | undefined;
  /** Number of the version that stands; left out where a form adds something. */
  standing?: number;
  reason?: { label: string; hint?: string };
  button: string;
  children: ReactNode;
}

/** A page with one form that edits the strategy: what is wrong, both texts after a conflict, the fields, the reason. */
export function EditForm(props: EditFormProps) {
  const { caption, heading, action, cancel, answer, standing, button, children } = props;
  const { label, hint } = props.reason ?? { label: 'Reason', hint: 'Everybody can read it in the list of changes.' };
  // What somebody saved meanwhile has been seen only when it was shown beside what was typed.
  const seen = answer && !answer.conflict ? answer.values['seen'] : standing;
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {answer?.conflict ? <BothTexts conflict={answer.conflict} /> : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">{caption}</span> {heading}
      </h1>
      <div id="form" className="app-measure">
        <form method="post" action={action} noValidate>
          {standing === undefined ? null : <input type="hidden" name="seen" value={seen ?? ''} />}
          {children}
          <Textarea
            name="reason"
            label={label}
            hint={hint}
            rows={3}
            value={answer?.values['reason']}
            error={answer?.errors['reason']}
          />
          <div className="govuk-button-group">
            <Button>{button}</Button>
            <a className="govuk-link" href={cancel}>
              Cancel
            </a>
          </div>
        </form>
      </div>
    </>
  );
}

/** How a date may be given that is known only in part. */
export const DATE_HINT =
  'For example 27 3 2026. Leave day and month empty if not known; for a calendar quarter write Q1 to Q4 as the month.';
