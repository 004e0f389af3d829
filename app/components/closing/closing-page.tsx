import type { ReactNode } from 'react';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { QUARTER_ACT_WORDS } from '#app/domain/closing/closing-words.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import type { QuarterAct } from '#app/domain/summary/quarter-acts.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ClosingPageProps {
  quarter: string;
  act: QuarterAct;
  /** Why it cannot be done; null when it can. */
  whyNot: string | null;
  answer: { errors: Record<string, string> } | undefined;
  children: ReactNode;
}

/** A page on which the office does something with a quarter at its end; where it cannot, it says why instead. */
export function ClosingPage({ quarter, act, whyNot, answer, children }: ClosingPageProps) {
  const to = useAddresses();
  const label = quarterLabel(quarter);
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Quarters', href: to.quarters() },
          { text: label, href: to.quarter(quarter) },
          { text: QUARTER_ACT_WORDS[act] },
        ]}
      />
      <ErrorSummary errors={answer?.errors} />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">{label}</span> {QUARTER_ACT_WORDS[act]}
      </h1>
      {whyNot === null ? (
        children
      ) : (
        <>
          <InsetText>{whyNot}.</InsetText>
          <p className="govuk-body">
            <a className="govuk-link" href={to.quarter(quarter)}>
              Back to {label}
            </a>
          </p>
        </>
      )}
    </>
  );
}
