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
  /** Quarters that can be compared with, newest first. */
  choices: string[];
  compared: { since: string; differences: Difference[] } | null;
  /** What else the address says, carried along by the form. */
  kept: Record<string, string | number>;
  /** The summary above is frozen, and what is compared is not. */
  isFrozen: boolean;
}

/** A choice of an earlier quarter, and what changed since its end, in words and as a table. */
export function Comparison({ quarter, choices, compared, kept, isFrozen }: ComparisonProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="comparison" className="app-no-print">
      <h2 className="govuk-heading-l" id="comparison">
        {compared ? `What changed since the end of ${quarterLabel(compared.since)}` : 'Compare with an earlier quarter'}
      </h2>
      {isFrozen ? (
        <p className="govuk-body app-measure">
          The summary above is frozen. What is compared here uses everything recorded since.
        </p>
      ) : null}
      <form method="get" action={`${to.quarter(quarter)}#comparison`} className="app-compare">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          name="since"
          label="Compare with the end of"
          value={compared?.since}
          options={choices.map((choice) => ({ value: choice, text: quarterLabel(choice) }))}
        />
        <Button look="secondary">Compare</Button>
      </form>
      {compared ? <Differences quarter={quarter} {...compared} /> : null}
    </section>
  );
}

function Differences({ quarter, since, differences }: { quarter: string; since: string; differences: Difference[] }) {
  return (
    <>
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
    </>
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
