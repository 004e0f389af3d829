import { Table } from '#app/components/govuk/table.tsx';
import { latenessInWords } from '#app/domain/lateness.ts';
import { formatPartialDate, type PartialDate } from '#app/domain/partial-date.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ConfirmationMark, MilestoneStatusTag } from './status-tags.tsx';

interface MilestoneTableProps {
  caption: string;
  captionHidden?: boolean;
  milestones: MilestoneView[];
}

const dateOr = (date: PartialDate | null, otherwise: string): string => (date ? formatPartialDate(date) : otherwise);

/** Milestones with their first and latest dates kept apart, their outcome, and lateness against the first date. */
export function MilestoneTable({ caption, captionHidden, milestones }: MilestoneTableProps) {
  const to = useAddresses();
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      stackOnMobile
      firstCellIsHeader
      className="app-milestones"
      columns={['Milestone', 'Status', 'First date', 'Latest date', 'Outcome', 'Late by'].map((heading) => ({
        heading,
      }))}
      rows={milestones.map((milestone) => [
        <>
          <a className="govuk-link" href={to.milestone(milestone.code)}>
            {milestone.title}
          </a>{' '}
          <span className="app-code">{milestone.code}</span> <ConfirmationMark confirmation={milestone.confirmation} />
        </>,
        <MilestoneStatusTag key="status" status={milestone.status} noOutcomeFound={milestone.noOutcomeFound} />,
        dateOr(milestone.firstDate, 'None'),
        dateOr(milestone.latestDate, 'No date'),
        milestone.outcome ? formatPartialDate(milestone.outcome.date) : 'None yet',
        capitalised(latenessInWords(milestone.lateness)),
      ])}
    />
  );
}
