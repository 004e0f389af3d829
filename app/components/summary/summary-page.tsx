import type { ReactNode } from 'react';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { quarterFinancialLabel } from '#app/domain/quarter.ts';
import { QUARTER_STATE_WORDS, type ShownState } from '#app/domain/quarters/quarter-words.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { SummarySection } from './summary-section.tsx';
import { VersionNotice } from './version-notice.tsx';

interface SummaryPageProps {
  document: SummaryDocument;
  state: ShownState;
  /** The frozen versions that the reader may see, the oldest first. */
  versions: number[];
  /** What stands between the heading and the contents. */
  children?: ReactNode;
}

/** The quarterly summary as a page, its main format. */
export function SummaryPage({ document, state, versions, children }: SummaryPageProps) {
  const { quarter, title, subtitle, sections, audience, asAt } = document;
  return (
    <div className={`app-summary app-summary--${audience}`}>
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">{quarterFinancialLabel(quarter)}</span> {title}
      </h1>
      <p className="govuk-body-l app-measure">{subtitle}</p>
      <InsetText>
        <strong>{QUARTER_STATE_WORDS[state].word}.</strong> {document.standingWords}
      </InsetText>
      <VersionNotice document={document} versions={versions} />
      {children}
      {audience === 'ministers' ? null : <Contents sections={sections} />}
      {sections.map((section) => (
        <SummarySection key={section.id} section={section} asAt={asAt} />
      ))}
    </div>
  );
}

function Contents({ sections }: Pick<SummaryDocument, 'sections'>) {
  return (
    <nav className="app-contents app-no-print" aria-labelledby="contents">
      <h2 className="govuk-heading-s" id="contents">
        Contents
      </h2>
      <ol className="govuk-list app-contents__list">
        {sections.map(({ id, heading }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
