import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import { codesWithin } from '../../themes/nesting.ts';
import type { Block } from '../document.ts';
import { column, table } from '../parts.ts';
import { hasRatings, type SummaryInput } from '../summary-input.ts';

/** For ministers: where each outermost theme stands, with its parts, in a table of counts. */
export function themeTable(input: SummaryInput): Block[] {
  const { record, returns } = input;
  const themes = record.themes
    .filter(({ parent }) => parent === null)
    .map(({ code, name }) => ({ name, within: codesWithin(record.themes, code) }))
    .filter(({ within }) => record.recommendations.some(({ theme }) => within.includes(theme)));
  const ratings = hasRatings(input) ? CONFIDENCES : [];
  const isJudged = record.recommendations.some(({ stage }) => stage !== null);
  const rows = themes.map(({ name, within }) => {
    const own = record.recommendations.filter(({ theme }) => within.includes(theme));
    const milestones = record.milestones.filter(({ theme }) => within.includes(theme));
    const rated = returns.filter(({ theme }) => within.includes(theme));
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
