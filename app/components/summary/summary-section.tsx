import type { Day } from '#app/domain/partial-date.ts';
import type { Block, Section } from '#app/domain/summary/document.ts';
import { FigureOfDocument } from './document-figure.tsx';
import { TableOfDocument } from './document-table.tsx';
import { Sentences } from './sentences.tsx';
import { SummaryItems } from './summary-items.tsx';
import { Words } from './words.tsx';

/** A part of the summary with everything in it. */
export function SummarySection({ section: { id, heading, blocks }, asAt }: { section: Section; asAt: Day }) {
  return (
    <section aria-labelledby={id} className="app-summary__section">
      <h2 className="govuk-heading-l" id={id}>
        {heading}
      </h2>
      {blocks.map((block, i) => (
        <BlockOfSection key={i} block={block} above={headingAbove(heading, blocks.slice(0, i))} asAt={asAt} />
      ))}
    </section>
  );
}

interface Above {
  text: string;
  level: 2 | 3 | 4;
  /** Nothing stands between the heading and the block. */
  isNext: boolean;
}

function headingAbove(heading: string, before: readonly Block[]): Above {
  const last = before.findLast((block) => block.kind === 'subheading');
  if (!last) return { text: heading, level: 2, isNext: before.length === 0 };
  return { text: last.text, level: last.level, isNext: before.at(-1) === last };
}

function BlockOfSection({ block, above, asAt }: { block: Block; above: Above; asAt: Day }) {
  const level = above.level === 2 ? 3 : 4;
  switch (block.kind) {
    case 'subheading':
      return <Subheading {...block} />;
    case 'sentences':
      return <Sentences sentences={block.sentences} />;
    case 'words':
      return <Words {...block} />;
    case 'list':
      return <SummaryItems items={block.items} />;
    case 'table':
      return <TableOfDocument table={block.table} level={above.text === block.table.title ? null : level} />;
    case 'figure':
      return <FigureOfDocument figure={block.figure} level={level} asAt={asAt} />;
  }
}

function Subheading({ id, level, text }: { id: string; level: 3 | 4; text: string }) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={level === 3 ? 'govuk-heading-m' : 'govuk-heading-s'} id={id}>
      {text}
    </Heading>
  );
}
