import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import type { ProposalPage } from '#app/domain/commission/proposal-page.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { dateParts } from '#app/domain/partial-date-input.ts';
import { counted } from '#app/domain/sentences.ts';
import { tickName } from '#app/domain/ticked.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ProposalFormProps {
  page: ProposalPage;
  errors: Record<string, string>;
  /** What was typed in a form that comes back. */
  values: Record<string, string>;
}

/** What is proposed for a quarter's commission: the reviewer ticks more or fewer and sets the deadline. */
export function ProposalForm({ page, errors, values }: ProposalFormProps) {
  const to = useAddresses();
  const all = page.themes.flatMap(({ recommendations }) => recommendations);
  const proposed = all.filter(({ isProposed }) => isProposed).length;
  const typed = values['act'] === 'commission';
  return (
    <>
      <ChooseQuarter page={page} />
      <form method="post" action={to.commission(page.quarter)} noValidate className="app-measure">
        <input type="hidden" name="act" value="commission" />
        <input type="hidden" name="quarter" value={page.quarter} />
        <h2 className="govuk-heading-l">Which recommendations report?</h2>
        <p className="govuk-body">
          {counted(proposed, 'recommendation')} of {all.length} {proposed === 1 ? 'is' : 'are'} ticked: by how often the
          office said that each reports, or, where it has not said, because its stage is open. Tick more or fewer.
        </p>
        {page.themes.map((theme, place) => (
          <ThemeBoxes
            key={theme.theme}
            theme={theme}
            isFirst={place === 0}
            errors={errors}
            typed={typed ? values : null}
          />
        ))}
        <DateInput
          name="deadline"
          legend="By the end of which day are returns due?"
          legendSize="m"
          hint={`Proposed: ${formatPartialDate(page.deadline)}. Returns are due on the 10th working day after the quarter ends on ${formatPartialDate(page.endsOn)}; where that day is over, 10 working days from today.`}
          errors={errors}
          values={typed ? values : boxesOf(page.deadline)}
        />
        <Button>Commission {page.label}</Button>
      </form>
    </>
  );
}

const boxesOf = (day: string): Record<string, string> =>
  Object.fromEntries(Object.entries(dateParts(day)).map(([part, text]) => [`deadline.${part}`, text]));

/** The ticks and the deadline depend on the quarter, so it is chosen first. */
function ChooseQuarter({ page }: { page: ProposalPage }) {
  const to = useAddresses();
  if (page.choices.length < 2) return null;
  return (
    <form method="get" action={to.commission()} className="app-filter app-measure">
      <Radios
        name="quarter"
        legend="Which quarter?"
        value={page.quarter}
        items={page.choices.map(({ quarter, label }) => ({ value: quarter, label }))}
      />
      <Button look="secondary">Show what is proposed</Button>
    </form>
  );
}

interface ThemeBoxesProps {
  theme: ProposalPage['themes'][number];
  /** The error of the whole choice belongs to the first group. */
  isFirst: boolean;
  errors: Record<string, string>;
  typed: Record<string, string> | null;
}

function ThemeBoxes({ theme: { theme, recommendations }, isFirst, errors, typed }: ThemeBoxesProps) {
  if (recommendations.length === 0) return null;
  return (
    <Checkboxes
      name={isFirst ? 'recommendations' : `recommendations.in.${recommendations[0]?.code}`}
      legend={theme}
      legendSize="m"
      error={isFirst ? errors['recommendations'] : undefined}
      small
      items={recommendations.map(({ code, title, owner, isProposed, why }) => ({
        name: tickName('recommendations', code),
        label: `${code}: ${title}`,
        hint: `${why}. ${owner ? `Owner: ${owner}` : 'No owner yet'}.`,
        checked: typed ? typed[tickName('recommendations', code)] !== undefined : isProposed,
      }))}
    />
  );
}
