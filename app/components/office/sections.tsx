import type { ReactNode } from 'react';
import { ButtonLink } from '#app/components/govuk/button.tsx';
import { OFFICE_ACT_WORDS, type OfficeAct } from '#app/domain/office/office-acts.ts';
import type { OfficePage } from '#app/domain/office/office-page.server.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AssessmentLength, AssessmentText, EarlierAssessments } from './assessment.tsx';
import { ClearanceTable } from './clearance-table.tsx';
import { SteerTable } from './steer-table.tsx';

interface SectionProps {
  page: OfficePage;
  mayWrite: boolean;
  /** The form of this section, where it is asked for. */
  form: ReactNode;
}

/** The office's assessment of a quarter, its length and its earlier versions. */
export function AssessmentSection({ page, mayWrite, form }: SectionProps) {
  const { assessment, earlier } = page;
  return (
    <section aria-labelledby="assessment">
      <h2 className="govuk-heading-l" id="assessment">
        The office’s assessment
      </h2>
      {assessment ? (
        <>
          <AssessmentText assessment={assessment} />
          <AssessmentLength assessment={assessment} />
        </>
      ) : (
        <p className="govuk-body">No assessment of {quarterLabel(page.quarter)} is written.</p>
      )}
      <EarlierAssessments earlier={earlier} />
      {form ?? (
        <OpenForm page={page} act="assess" mayWrite={mayWrite} words={assessment ? 'Write a new version' : null} />
      )}
    </section>
  );
}

/** The clearance log of a quarter. */
export function ClearanceSection({ page, mayWrite, form }: SectionProps) {
  return (
    <section aria-labelledby="clearances">
      <h2 className="govuk-heading-l" id="clearances">
        Clearance log
      </h2>
      <ClearanceTable clearances={page.clearances} />
      {form ?? <OpenForm page={page} act="clear" mayWrite={mayWrite} />}
    </section>
  );
}

/** Steers and actions raised in the quarter, and those that earlier ones left undone. */
export function SteerSection({ page, mayWrite, form }: SectionProps) {
  const { quarter, current, steers, carried, whyNoActs } = page;
  const to = useAddresses();
  const mark = { do: 'done' as const };
  const markAt =
    mayWrite && whyNoActs === null
      ? ({ id }: { id: number }) => to.quarterOffice(quarter, 'form', { ...mark, steer: id })
      : undefined;
  return (
    <section aria-labelledby="steers">
      <h2 className="govuk-heading-l" id="steers">
        Steers and actions
      </h2>
      <h3 className="govuk-heading-m">Raised in {quarterLabel(quarter)}</h3>
      {steers.length > 0 ? (
        <SteerTable
          caption="Steers and actions raised in the quarter"
          steers={steers}
          quarter={quarter}
          markAt={markAt}
        />
      ) : (
        <p className="govuk-body">None is recorded.</p>
      )}
      <h3 className="govuk-heading-m">Carried from earlier quarters</h3>
      {carried.length > 0 ? (
        <SteerTable
          caption="Steers and actions carried from earlier quarters"
          steers={carried}
          quarter={quarter}
          markAt={markAt}
        />
      ) : (
        <p className="govuk-body">None was open when the quarter began.</p>
      )}
      {mayWrite && whyNoActs !== null ? (
        <p className="govuk-body">
          Steers and actions are marked as done on the page of{' '}
          <a className="govuk-link" href={to.quarterOffice(current, 'steers')}>
            {quarterLabel(current)}
          </a>
          .
        </p>
      ) : null}
      {form ?? <OpenForm page={page} act="steer" mayWrite={mayWrite} />}
    </section>
  );
}

interface OpenFormProps {
  page: OfficePage;
  act: OfficeAct;
  mayWrite: boolean;
  /** Other words than the form's heading. */
  words?: string | null;
}

function OpenForm({ page, act, mayWrite, words }: OpenFormProps) {
  const to = useAddresses();
  if (!mayWrite || page.whyNoWords !== null) return null;
  return (
    <p className="govuk-body">
      <ButtonLink look="secondary" href={to.quarterOffice(page.quarter, 'form', { do: act })}>
        {words ?? OFFICE_ACT_WORDS[act]}
      </ButtonLink>
    </p>
  );
}
