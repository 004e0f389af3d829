import { Table } from '#app/components/govuk/table.tsx';
import { correctionHeadings, correctionWords } from '#app/domain/summary/correction-words.ts';
import type { Correction } from '#app/domain/summary/document.ts';

interface CorrectionsProps {
  corrections: readonly Correction[];
  /** The version that corrects. */
  number: number;
  caption: string;
}

/** What a correction changes, as it was and as corrected side by side. */
export function Corrections({ corrections, number, caption }: CorrectionsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      stackOnMobile
      columns={correctionHeadings(number).map((heading) => ({ heading }))}
      rows={corrections.map(correctionWords)}
    />
  );
}
