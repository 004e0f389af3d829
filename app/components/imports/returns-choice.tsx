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
  const isOne = returns.changed.length === 1;
  if (!returns.maySubmit)
    return (
      <>
        <input type="hidden" name="as" value="drafts" />
        <p className="govuk-body">
          {isOne
            ? 'The return is kept as a draft: you look at it and submit it on its page.'
            : 'The returns are kept as drafts: you look at each and submit it on its page.'}
        </p>
        <WhyNotSubmitted returns={returns} />
      </>
    );
  return (
    <Radios
      name="as"
      legend={isOne ? 'What becomes of the return?' : 'What becomes of the returns?'}
      error={answer?.errors['as']}
      value={answer?.as ?? undefined}
      items={[
        {
          value: 'drafts',
          label: isOne ? 'Keep it as a draft' : 'Keep them as drafts',
          hint: `You look at ${isOne ? 'it' : 'each'} and submit it on its page.`,
        },
        {
          value: 'submitted',
          label: `Submit ${isOne ? 'this return' : `these ${counted(returns.changed.length, 'return')}`}`,
        },
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
      <p className="govuk-body">What keeps {changed.length === 1 ? 'it' : 'them'} from being submitted at once:</p>
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
