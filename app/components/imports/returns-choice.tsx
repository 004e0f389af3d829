import { Radios } from '#app/components/govuk/radios.tsx';
import type { ImportAnswer } from '#app/domain/imports/accept-form.server.ts';
import type { ReturnsAsked } from '#app/domain/imports/returns-asked.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ReturnsChoiceProps {
  returns: ReturnsAsked;
  answer: ImportAnswer | undefined;
}

/** Whether the returns in a file are kept as drafts or submitted, and what keeps them from that. */
export function ReturnsChoice({ returns, answer }: ReturnsChoiceProps) {
  const n = counted(returns.changed.length, 'return');
  if (!returns.maySubmit)
    return (
      <>
        <input type="hidden" name="as" value="drafts" />
        <p className="govuk-body">
          {returns.changed.length === 1 ? 'The return is' : 'The returns are'} kept as{' '}
          {returns.changed.length === 1 ? 'a draft' : 'drafts'}: look at each and submit it on its page.
        </p>
        <WhyNotSubmitted returns={returns} />
      </>
    );
  return (
    <Radios
      name="as"
      legend="What becomes of the returns?"
      error={answer?.errors['as']}
      value={answer?.as ?? undefined}
      items={[
        { value: 'drafts', label: 'Keep them as drafts', hint: 'You look at each and submit it on its page.' },
        { value: 'submitted', label: `Submit ${returns.changed.length === 1 ? 'this return' : `these ${n}`}` },
      ]}
    />
  );
}

function WhyNotSubmitted({ returns: { quarter, changed, mayNotSubmit } }: { returns: ReturnsAsked }) {
  const to = useAddresses();
  const unfinished = changed.filter(({ problems }) => problems.length > 0);
  if (unfinished.length === 0 && mayNotSubmit.length === 0) return null;
  return (
    <>
      <p className="govuk-body">They cannot be submitted from here:</p>
      <ul className="govuk-list govuk-list--bullet">
        {unfinished.map(({ recommendation, problems }) => (
          <li key={recommendation}>
            <a className="govuk-link" href={to.return(quarter, recommendation)}>
              The return of {recommendation}
            </a>{' '}
            is not complete
            <ul className="govuk-list govuk-list--bullet">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </li>
        ))}
        {mayNotSubmit.map((recommendation) => (
          <li key={`may not ${recommendation}`}>Your posts may not submit the return of {recommendation}</li>
        ))}
      </ul>
    </>
  );
}
