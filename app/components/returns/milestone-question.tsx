import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { MilestoneStatusTag } from '#app/components/record/status-tags.tsx';
import { FACT_WORDS } from '#app/domain/fact-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { FactView } from '#app/domain/record/record.ts';
import { confirmationFields, milestoneFields } from '#app/domain/returns/return-fields.ts';
import type { ReturnMilestone } from '#app/domain/returns/return-milestones.ts';
import { ANSWER_WORDS } from '#app/domain/returns/return-words.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface MilestoneQuestionProps {
  milestone: ReturnMilestone;
  values: Record<string, string>;
  errors: Record<string, string>;
}

const KINDS = Object.entries(ANSWER_WORDS);

const DATE_HINT = 'Leave day and month empty if not known; for a calendar quarter write Q1 to Q4 as the month.';

/** One milestone: how it stands, what is new about it while it is open, and its facts that rest on memory. */
export function MilestoneQuestion({ milestone, values, errors }: MilestoneQuestionProps) {
  const { code, title, isOpen, fromMemory } = milestone;
  const names = milestoneFields(code);
  const to = useAddresses();
  return (
    <div className="app-return-milestone">
      <h3 className="govuk-heading-s app-return-milestone__title">
        <a className="govuk-link" href={to.milestone(code)}>
          {code}
        </a>{' '}
        {title}
      </h3>
      <Standing milestone={milestone} />
      {isOpen ? (
        <>
          <Radios
            name={names.answer}
            legend={`What is new about ${code}?`}
            small
            error={errors[names.answer]}
            value={values[names.answer]}
            items={KINDS.map(([value, label]) => ({ value, label }))}
          />
          <DateInput
            name={names.date}
            legend={`New date of ${code}, or the date on which it ended`}
            legendSize="s"
            hint={`Only if something is new. ${DATE_HINT}`}
            errors={errors}
            values={values}
          />
          <Textarea
            name={names.reason}
            label={`Reason for what is new about ${code}`}
            hint="Needed if anything is new."
            labelSize="s"
            rows={2}
            value={values[names.reason]}
            error={errors[names.reason]}
          />
        </>
      ) : null}
      {fromMemory.length > 0 ? (
        <Details
          summary={`${counted(fromMemory.length, 'fact')} of ${code} from memory: confirm or correct`}
          open={isAnswered(milestone, { ...values, ...errors })}
        >
          {fromMemory.map((fact) => (
            <FactQuestion key={fact.number} code={code} fact={fact} values={values} errors={errors} />
          ))}
        </Details>
      ) : null}
    </div>
  );
}

/** True when something was said of a fact from memory, or is wrong with what was. */
function isAnswered({ code, fromMemory }: ReturnMilestone, said: Record<string, string>): boolean {
  return fromMemory.some(({ number }) => Object.values(confirmationFields(code, number)).some((name) => said[name]));
}

/** First date, latest date, outcome, and where the status comes from. */
function Standing({ milestone }: { milestone: ReturnMilestone }) {
  const { status, noOutcomeFound, firstDate, latestDate, outcome, confirmation, source } = milestone;
  return (
    <p className="govuk-body">
      <MilestoneStatusTag status={status} noOutcomeFound={noOutcomeFound} /> First date:{' '}
      {firstDate ? formatPartialDate(firstDate) : 'none recorded'}. Date that stands:{' '}
      {latestDate ? formatPartialDate(latestDate) : 'none'}.{' '}
      {outcome ? `${FACT_WORDS[outcome.kind].word}: ${formatPartialDate(outcome.date)}. ` : ''}
      <ProvenanceLine confirmation={confirmation} source={source} />
    </p>
  );
}

interface FactQuestionProps extends Pick<MilestoneQuestionProps, 'values' | 'errors'> {
  code: string;
  fact: FactView;
}

/** "Confirm or correct this": nobody has to answer. */
function FactQuestion({ code, fact, values, errors }: FactQuestionProps) {
  const names = confirmationFields(code, fact.number);
  const what = `${FACT_WORDS[fact.kind].word}${fact.value ? `, ${formatPartialDate(fact.value)}` : ''}`;
  return (
    <div className="app-return-milestone__fact">
      <Radios
        name={names.answer}
        legend={`Confirm or correct this: ${what}`}
        hint={`Fact ${fact.number} of ${code}, said ${formatPartialDate(fact.saidOn)}. It rests on memory; no source was seen for it. You can leave this open.`}
        small
        error={errors[names.answer]}
        value={values[names.answer]}
        items={[
          { value: 'right', label: 'It is right' },
          { value: 'wrong', label: 'It is wrong' },
          { value: 'unsaid', label: 'I cannot say' },
        ]}
      />
      <Textarea
        name={names.words}
        label={`If fact ${fact.number} of ${code} is wrong, what is right, and where can it be seen?`}
        rows={2}
        value={values[names.words]}
        error={errors[names.words]}
      />
    </div>
  );
}
