import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { ImportAnswer } from '#app/domain/imports/accept-form.server.ts';
import type { ImportPage } from '#app/domain/imports/import-page.server.ts';
import type { ImportView } from '#app/domain/imports/import-view.ts';
import { isNothingToDo, planInWords } from '#app/domain/imports/import-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { AcceptForm, DiscardForm } from './accept-form.tsx';
import { PlanFaults } from './plan-faults.tsx';
import { HowItWasRead, PlanSummary } from './plan-summary.tsx';
import { PlannedRows } from './planned-rows.tsx';

interface PlannedFileProps {
  page: ImportPage;
  view: ImportView;
  answer: ImportAnswer | undefined;
}

/** What a file that waits would do, and the two forms that settle it. The answer comes first, then the counts, then the rows. */
export function PlannedFile({ page, view, answer }: PlannedFileProps) {
  const isAsked = page.whyNotAccept === null && !isNothingToDo(view);
  const asked = isAsked ? view.conflicts.map(({ name }) => name) : [];
  return (
    <>
      <Answer view={view} isAsked={isAsked} whyNot={page.whyNotAccept} />
      <PlanFaults faults={view.faults} count={view.faultCount} />
      <PlanSummary id={page.id} view={view} />
      <HowItWasRead view={view} />
      {view.total > 0 || view.show !== null ? <PlannedRows id={page.id} view={view} asked={asked} /> : null}
      <section aria-labelledby="settle">
        <h2 className={isAsked ? 'govuk-heading-l' : 'govuk-heading-m'} id="settle">
          {isAsked ? 'Accept or discard this file' : 'Discard this file'}
        </h2>
        {isAsked ? <AcceptForm page={page} view={view} answer={answer} /> : null}
        <DiscardForm id={page.id} />
      </section>
    </>
  );
}

/** The plan in sentences: what it would do, what stands in the way, what is asked of whom. */
function Answer({ view, isAsked, whyNot }: { view: ImportView; isAsked: boolean; whyNot: string | null }) {
  const to = useAddresses();
  const [first, ...rest] = planInWords(view);
  return (
    <div className="app-measure">
      <p className="govuk-body-l app-import__answer">{first}</p>
      <p className="govuk-body">{rest.join(' ')}</p>
      {whyNot !== null && view.faultCount === 0 ? <InsetText>{whyNot}</InsetText> : null}
      <p className="govuk-body">
        {isAsked ? (
          <a className="govuk-link" href="#settle">
            Accept or discard this file
          </a>
        ) : (
          <a className="govuk-link" href={to.imports()}>
            Send another file
          </a>
        )}
      </p>
    </div>
  );
}
