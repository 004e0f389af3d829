import { Button } from '#app/components/govuk/button.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { questionsIn, questionWords, type ReturnFields, typedAnswer } from '#app/domain/returns/return-fields.ts';
import { typedInWords } from '#app/domain/returns/return-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { Lines } from './answer-list.tsx';

/** What somebody typed and what could not be saved, so that nothing is lost. */
export interface Kept {
  /** Why it could not be saved, and what to do. */
  why: string;
  fields: ReturnFields;
  /** What was submitted by somebody else meanwhile, filled into the same form. */
  submitted: ReturnFields | null;
  /** With what the form carried, it can be sent again. */
  again: { seen: string; marks: string } | null;
}

interface KeptFieldsProps {
  quarter: string;
  recommendation: string;
  kept: Kept;
}

/** Every text that was typed, to be sent again or copied. */
export function KeptFields({ quarter, recommendation, kept }: KeptFieldsProps) {
  const to = useAddresses();
  const { why, fields, submitted, again } = kept;
  return (
    <section aria-labelledby="kept">
      <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
        <div role="alert">
          <h2 className="govuk-error-summary__title" id="kept">
            Nothing was saved, and nothing you typed is lost
          </h2>
          <div className="govuk-error-summary__body">
            <p className="govuk-body">{why}</p>
          </div>
        </div>
      </div>
      {again ? (
        <form method="post" action={to.return(quarter, recommendation)}>
          <input type="hidden" name="seen" value={again.seen} />
          <input type="hidden" name="marks" value={again.marks} />
          <HiddenFields fields={fields} />
          <Button name="act" value="save top">
            Save draft
          </Button>
        </form>
      ) : null}
      <h2 className="govuk-heading-m">What you typed</h2>
      <SummaryList rows={rowsOf(fields, submitted)} />
    </section>
  );
}

function rowsOf(fields: ReturnFields, submitted: ReturnFields | null) {
  return questionsIn(fields).map((question) => {
    const mine = typedAnswer(fields, question);
    const theirs = submitted && typedAnswer(submitted, question);
    return {
      key: questionWords(question) ?? question,
      value: (
        <>
          <Lines text={typedInWords(question, mine)} />
          {theirs !== null && theirs !== mine ? (
            <span className="app-note">
              Submitted instead: <Lines text={typedInWords(question, theirs)} />
            </span>
          ) : null}
        </>
      ),
    };
  });
}

/** Fields that a form hands on without showing them. */
export function HiddenFields({
  fields,
  name = (field) => field,
}: {
  fields: ReturnFields;
  name?: (field: string) => string;
}) {
  return Object.entries(fields).map(([field, value]) => (
    <input key={field} type="hidden" name={name(field)} value={value} />
  ));
}
