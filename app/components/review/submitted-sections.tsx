import type { ReactNode } from 'react';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Lines } from '#app/components/returns/answer-list.tsx';
import type { ComparedRow, ComparedSection } from '#app/domain/review/compare-returns.ts';
import type { ReviewPage, Submitted } from '#app/domain/review/review-page.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { ReturnSection } from '#db/tables/quarterly-return.ts';
import { MarkedAnswer } from './marked-answer.tsx';

interface SubmittedSectionsProps {
  page: ReviewPage;
  /** What stands below a part, such as a box for a comment. */
  below?: (section: ReturnSection) => ReactNode;
}

/** What was submitted last, part by part, each answer marked against the last accepted return. */
export function SubmittedSections({ page: { submitted, state, comments }, below }: SubmittedSectionsProps) {
  if (!submitted) return <p className="govuk-body">Nothing has been submitted.</p>;
  return (
    <>
      <Introduction submitted={submitted} isBack={state === 'sent back'} />
      {submitted.sections.map((section) => (
        <Section key={section.section} section={section} submitted={submitted}>
          {comments[section.section] ? (
            <InsetText>
              <p className="govuk-body">
                <strong>Sent back with this comment:</strong>
              </p>
              <Lines text={comments[section.section] ?? ''} />
            </InsetText>
          ) : null}
          {below?.(section.section)}
        </Section>
      ))}
    </>
  );
}

function Introduction({ submitted: { by, when, unchanged, last }, isBack }: { submitted: Submitted; isBack: boolean }) {
  return (
    <p className="govuk-body app-measure">
      Submitted by {by} on {when}. {isBack ? 'It was sent back and is being corrected. ' : ''}
      {last
        ? `Marked against the return accepted for ${last.label}: words put in are underlined, words taken out are struck through.`
        : 'There is no accepted return of an earlier quarter to hold it against.'}
      {unchanged ? ' The owner answered that nothing has changed: the answers are those of the last return.' : ''}
    </p>
  );
}

interface SectionProps {
  section: ComparedSection;
  submitted: Submitted;
  children: ReactNode;
}

function Section({ section: { section, title, rows }, submitted, children }: SectionProps) {
  const record = (section === 'milestones' || section === 'stage') && submitted.recordWords[section];
  return (
    <section aria-labelledby={`part-${section}`} className="app-review">
      <h2 className="govuk-heading-m" id={`part-${section}`}>
        {title}
      </h2>
      {rows.length === 0 ? <p className="govuk-body">Nothing was asked here.</p> : null}
      <dl className="app-review__answers">
        {rows.map((row) => (
          <Answer key={row.field} row={row} isAlone={rows.length === 1} />
        ))}
      </dl>
      {record && record.length > 0 ? (
        <div className="govuk-body">
          In the record now:
          <ul className="govuk-list govuk-list--bullet">
            {record.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {section === 'milestones' ? <Wrong wrong={submitted.wrong} /> : null}
      {children}
    </section>
  );
}

/** What the owner says is wrong stays as it is until somebody corrects it. */
function Wrong({ wrong }: Pick<Submitted, 'wrong'>) {
  const to = useAddresses();
  if (wrong.length === 0) return null;
  return (
    <div className="govuk-body">
      Accepting does not correct what the owner says is wrong:
      <ul className="govuk-list govuk-list--bullet">
        {wrong.map(({ milestone, fact }) => (
          <li key={`${milestone} ${fact}`}>
            <a className="govuk-link" href={to.correct(milestone, fact)}>
              Correct fact {fact} of {milestone}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An answer that stands alone needs no name: the heading above it says the same. */
function Answer({ row, isAlone }: { row: ComparedRow; isAlone: boolean }) {
  return (
    <div className="app-review__answer">
      <dt className={isAlone ? 'govuk-visually-hidden' : 'app-review__name'}>{row.name}</dt>
      <dd className="app-review__text">
        <MarkedAnswer row={row} />
      </dd>
    </div>
  );
}
