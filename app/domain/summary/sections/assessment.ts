import { formatPartialDate } from '../../partial-date.ts';
import type { Block, Section } from '../document.ts';
import { item, said, section } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';

/** The office's own words on the quarter, and who cleared the report. Only of quarters that were commissioned. */
export function assessmentSection({ office, audience }: SummaryInput): Section[] {
  if (!office) return [];
  const { assessment, clearances } = office;
  const written: Block[] = assessment
    ? [
        {
          kind: 'words',
          label: null,
          text: assessment.words,
          by: audience === 'publication' ? 'Strategy office' : assessment.by,
        },
      ]
    : [said('The strategy office has written no assessment of this quarter.')];
  const cleared: Block[] =
    clearances.length > 0 && audience === 'board'
      ? [
          {
            kind: 'list',
            items: clearances.map(({ role, clearedOn, comment }) =>
              item(`Cleared by ${role}`, `${formatPartialDate(clearedOn)}${comment ? `. ${comment}` : ''}`),
            ),
          },
        ]
      : [];
  return section(
    'assessment',
    'Our assessment',
    [...written, ...cleared].map((block) => ({ ...block, field: 'assessment' as const })),
  );
}
