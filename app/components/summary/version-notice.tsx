import { Details } from '#app/components/govuk/details.tsx';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { counted } from '#app/domain/sentences.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { Corrections } from './corrections.tsx';

interface VersionNoticeProps {
  document: SummaryDocument;
  /** The versions that the reader may see, the oldest first. */
  versions: number[];
}

/** Of which version the summary is: when it was made, if it was corrected why and what, and the other versions. */
export function VersionNotice({ document, versions }: VersionNoticeProps) {
  const { version } = document;
  if (!version) return null;
  const { number, madeOn, reason } = version;
  const others = versions.filter((other) => other !== number);
  if (reason === null && others.length === 0) return <p className="govuk-body">Version {number}.</p>;
  return (
    <section aria-labelledby="version" className="app-summary__corrected">
      <h2 className="govuk-heading-m" id="version">
        {reason === null
          ? `Version ${number}, as first frozen`
          : `Corrected on ${formatPartialDate(madeOn)}: ${reason}`}
      </h2>
      {reason === null ? null : <CorrectionsOf document={document} />}
      <ul className="govuk-list">
        {others.map((other) => (
          <li key={other}>
            <OtherVersion document={document} number={number} other={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherVersion({ document, number, other }: { document: SummaryDocument; number: number; other: number }) {
  const to = useAddresses();
  return (
    <a className="govuk-link" href={to.quarter(document.quarter, '', { audience: document.audience, version: other })}>
      {other < number ? `Version ${other} can still be had` : `It was corrected: see version ${other}`}
    </a>
  );
}

/** From more differences than this on they are folded away: the summary itself comes first. */
const FEW = 6;

function CorrectionsOf({ document: { version } }: { document: SummaryDocument }) {
  if (!version || version.corrections.length === 0)
    return <p className="govuk-body">Nothing in this summary differs from the version before.</p>;
  const table = <Corrections {...version} caption="What was corrected" />;
  if (version.corrections.length <= FEW) return table;
  return <Details summary={`The ${counted(version.corrections.length, 'difference')}`}>{table}</Details>;
}
