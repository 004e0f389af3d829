import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import type { AnswerRow } from '#app/domain/returns/return-words.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';

interface AnswerListProps {
  rows: AnswerRow[];
  confidence: Confidence;
  /** Where the question of a row is asked; without it nothing can be changed. */
  changeAt?: (row: AnswerRow) => string;
}

/** What a return says, question by question. */
export function AnswerList({ rows, confidence, changeAt }: AnswerListProps) {
  return (
    <SummaryList
      rows={rows.map((row) => ({
        key: row.name,
        value: row.field === 'confidence' ? <ConfidenceTag confidence={confidence} /> : <Lines text={row.text} />,
        action: changeAt && { href: changeAt(row), text: 'Change', about: row.name },
      }))}
    />
  );
}

/** Text as it was typed, line by line. */
export function Lines({ text }: { text: string }) {
  return <span className="app-lines">{text}</span>;
}
