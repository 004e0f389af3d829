import type { OfficeOnOverview } from '#app/domain/office/office-page.server.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AssessmentText } from './assessment.tsx';
import { SteerList } from './steer-list.tsx';

/** How many steers the overview shows before "See all". */
const SHOWN = 5;

/** The office's newest assessment, under "Where we are". Internal. */
export function AssessmentOnOverview({ office: { assessment } }: { office: OfficeOnOverview }) {
  const to = useAddresses();
  if (!assessment) return null;
  return (
    <>
      <h3 className="govuk-heading-s">
        The office’s assessment of{' '}
        <a className="govuk-link" href={to.quarterOffice(assessment.quarter)}>
          {quarterLabel(assessment.quarter)}
        </a>
      </h3>
      <AssessmentText assessment={assessment} />
    </>
  );
}

/** Steers that are late or due soon, under "Needs attention". Internal. */
export function SteersOnOverview({ office: { steers, open, current } }: { office: OfficeOnOverview }) {
  const to = useAddresses();
  if (open === 0) return null;
  const shown = steers.slice(0, SHOWN);
  return (
    <>
      <h3 className="govuk-heading-s">Steers and actions (not published)</h3>
      {shown.length > 0 ? (
        <SteerList steers={shown} />
      ) : (
        <p className="govuk-body">None is late or due within 30 days.</p>
      )}
      {open > shown.length ? (
        <p className="govuk-body">
          <a className="govuk-link" href={to.quarterOffice(current, 'steers')}>
            See all {counted(open, 'open steer or action', 'open steers and actions')}
          </a>
        </p>
      ) : null}
    </>
  );
}
