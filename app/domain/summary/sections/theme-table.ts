import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import type { Block } from '../document.ts';
import { column, table } from '../parts.ts';
import { hasRatings, type SummaryInput } from '../summary-input.ts';

/** For ministers: where each theme stands, in a table of counts. */
export function themeTable(input: SummaryInput): Block[] {
  const { record, returns } = input;
  const themes = record.themes.filter(({ code }) => record.recommendations.some(({ theme }) => theme === code));
  const ratings = hasRatings(input) ? CONFIDENCES : [];
  const isJudged = record.recommendations.some(({ stage }) => stage !== null);
  const rows = themes.map(({ code, name }) => {
    const own = record.recommendations.filter(({ theme }) => theme === code);
    const milestones = record.milestones.filter(({ theme }) => theme === code);
    const rated = returns.filter(({ theme }) => theme === code);
    return [
      name,
      own.length,
      ...(isJudged ? [own.filter(({ stage }) => stage?.stage === 'delivered').length] : []),
      ...ratings.map((rating) => rated.filter(({ now }) => now.confidence === rating).length),
      milestones.filter(({ status }) => status === 'date passed').length,
    ];
  });
  const number = { kind: 'number' } as const;
  return [
    {
      kind: 'table',
      table: table(
        'by-theme',
        'By theme',
        [
          column('Theme', 34),
          column('Recommendations', 16, number),
          ...(isJudged ? [column('Delivered', 11, number)] : []),
          ...ratings.map((rating) =>
            column(rating === 'not rated' ? 'Not rated' : rating, 10, { ...number, field: 'ratings' as const }),
          ),
          column('Dates passed, no outcome', 14, number),
        ],
        rows,
      ),
    },
  ];
}
