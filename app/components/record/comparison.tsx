import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { quarterLabel } from '#app/domain/quarter.ts';
import { type Difference, type DifferenceKind, differencesInWords } from '#app/domain/quarters/compare.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

const KIND_WORDS: Record<DifferenceKind, string> = {
  outcome: 'Outcome',
  withdrawn: 'Withdrawn',
  'date moved': 'Date moved',
  'date passed': 'Date passed',
  new: 'New milestone',
  stage: 'Stage',
};

interface ComparisonProps {
  quarter: string;
  since: string;
  /** Quarters that can be compared with, newest first. */
  choices: string[];
  differences: Difference[];
}

/** What changed between the ends of two quarters, in words and as a table. */
export function Comparison({ quarter, since, choices, differences }: ComparisonProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="comparison">
      <h2 className="govuk-heading-l" id="comparison">
        What changed since the end of {quarterLabel(since)}
      </h2>
      <form method="get" action={to.quarter(quarter)} className="app-compare">
        <Select
          name="since"
          label="Compare with the end of"
          value={since}
          options={choices.map((choice) => ({ value: choice, text: quarterLabel(choice) }))}
        />
        <Button look="secondary">Compare</Button>
      </form>
      <p className="govuk-body">
        Between the ends of {quarterLabel(since)} and {quarterLabel(quarter)}: {differencesInWords(differences)}.
      </p>
      {differences.length > 0 ? (
        <Table
          caption={`What changed between ${quarterLabel(since)} and ${quarterLabel(quarter)}`}
          captionHidden
          stackOnMobile
          columns={['Change', 'About', 'Before', 'After', 'How far', 'Reason'].map((heading) => ({ heading }))}
          rows={differences.map((difference) => [
            KIND_WORDS[difference.kind],
            <About key="about" difference={difference} />,
            difference.before,
            difference.after,
            capitalised(difference.howFar ?? 'does not apply'),
            difference.reason ?? 'None recorded',
          ])}
        />
      ) : null}
    </section>
  );
}

function About({ difference: { subject, code, title } }: { difference: Difference }) {
  const to = useAddresses();
  return (
    <>
      <a className="govuk-link" href={subject === 'milestone' ? to.milestone(code) : to.recommendation(code)}>
        {title}
      </a>{' '}
      <span className="app-code">{code}</span>
    </>
  );
}
