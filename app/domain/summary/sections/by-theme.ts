import { dueNext } from '../../overview/attention.ts';
import { returnInWords } from '../../ratings/rating-words.ts';
import type { RecommendationView, ThemeView } from '../../record/record.ts';
import { helpInWords } from '../../returns/return-words.ts';
import { CONFIDENCE_WORDS, STAGE_WORDS } from '../../status-words.ts';
import { themesAbove } from '../../themes/nesting.ts';
import type { Block, Section } from '../document.ts';
import { column, dateOr, linked, paragraph, recommendationReference, section, sentence, table } from '../parts.ts';
import type { SummaryInput, SummaryReturn } from '../summary-input.ts';
import { milestonesSaid, stagesSaid } from './position.ts';

/** Each theme: counts, its recommendations by stage with the reason, and what the returns say of them. */
export function byThemeSection(input: SummaryInput): Section[] {
  return section(
    'by-theme',
    'By theme',
    input.record.themes.flatMap((theme) => themeBlocks(theme, input)),
  );
}

function themeBlocks(theme: ThemeView, input: SummaryInput): Block[] {
  const { record, returns } = input;
  const recommendations = record.recommendations.filter((one) => one.theme === theme.code);
  const milestones = record.milestones.filter((one) => one.theme === theme.code);
  if (recommendations.length === 0 && milestones.length === 0) return [];
  const own = { ...record, themes: [theme].filter(({ crossCutting }) => !crossCutting), recommendations, milestones };
  const counts = recommendations.length > 0 ? stagesSaid(own).slice(0, -1) : [];
  const above = themesAbove(record.themes, theme)
    .map(({ name }) => `“${name}”`)
    .reverse();
  return [
    { kind: 'subheading', id: `theme-${theme.code}`, level: 3, text: theme.name },
    paragraph([
      ...(above.length > 0 ? [sentence(`Part of ${above.join(', in ')}.`)] : []),
      ...counts,
      milestonesSaid(milestones),
    ]),
    ...stagesTable(theme, recommendations, input),
    ...returns.filter((one) => one.theme === theme.code).flatMap(returnBlocks),
  ];
}

/** Recommendations with stage, rating and next date; a column that would say nothing at all is left away. */
function stagesTable(
  theme: ThemeView,
  recommendations: readonly RecommendationView[],
  { record, returns }: SummaryInput,
): Block[] {
  if (recommendations.length === 0) return [];
  const next = dueNext(record.milestones);
  const judged = record.recommendations.some(({ stage }) => stage !== null);
  const rated = new Map(returns.map((one) => [one.code, one.now]));
  const columns = [
    column('Code', 10),
    column('Recommendation', 32),
    ...(judged ? [column('Stage', 14), column('Why', 44)] : []),
    ...(returns.length > 0 ? [column('Delivery confidence', 16, { field: 'ratings' as const })] : []),
    column('Next date', 14),
  ];
  const rows = recommendations.map((one) => [
    linked(one.code, recommendationReference(one)),
    one.title,
    ...(judged
      ? [one.stage ? STAGE_WORDS[one.stage.stage].word : 'Not judged by this day', one.stage?.reason ?? '']
      : []),
    ...(returns.length > 0 ? [returnInWords(rated.get(one.code) ?? null)] : []),
    dateOr(next.find(({ recommendation }) => recommendation === one.code)?.latestDate ?? null, 'None'),
  ]);
  const title = `${theme.name}: its recommendations`;
  return [{ kind: 'table', table: table(`stages-${theme.code}`, title, columns, rows, { sheet: null }) }];
}

/** What one return says, each part under its own field. What did not come is said. */
function returnBlocks(one: SummaryReturn): Block[] {
  const heading: Block = {
    kind: 'subheading',
    id: `return-${one.code}`,
    level: 4,
    text: `${one.code} ${one.title}`,
  };
  const { content } = one;
  if (!content)
    return [
      { ...heading, field: 'ratings' },
      { ...words('Return', standingInWords(one)), field: 'ratings' },
    ];
  return [
    heading,
    { ...words('Delivery confidence', ratingInWords(one)), field: 'ratings' },
    ...optional('Achieved', content.achieved, 'achieved'),
    ...optional('Next', content.next, 'next'),
    ...optional('Risks and issues', content.risks, 'risks'),
    ...optional('Path to green', content.pathToGreen, 'path to green'),
    ...optional('Decision or help wanted', content.help && helpInWords(content), 'decisions wanted'),
  ];
}

function words(label: string, text: string): Block {
  return { kind: 'words', label, text, by: null };
}

function optional(label: string, text: string | null, field: NonNullable<Block['field']>): Block[] {
  return text === null || text === '' ? [] : [{ ...words(label, text), field }];
}

/** "Amber, as the owner judges it (Director, UKRI); it was Red. The reason." with the office's own beside it. */
function ratingInWords({ now, before, owner, content, comment, isLate }: SummaryReturn): string {
  const rating = now.confidence ? CONFIDENCE_WORDS[now.confidence].word : 'Not rated';
  const was =
    before?.confidence && before.confidence !== now.confidence ? `, ${before.confidence} the quarter before` : '';
  const office =
    now.ownConfidence && now.ownConfidence !== now.confidence
      ? `\nThe strategy office says ${now.ownConfidence}: ${comment ?? 'no reason was given'}`
      : '';
  const standing = [
    ...(now.standing === 'submitted' ? ['Submitted, not accepted yet.'] : []),
    ...(isLate ? ['It came late.'] : []),
    ...(now.unchanged ? ['Reported as unchanged.'] : []),
  ].join(' ');
  const reason = content?.confidenceReason ?? '';
  return `${rating}${was}. ${reason}${owner ? `\nOwner: ${owner}.` : ''}${standing ? ` ${standing}` : ''}${office}`;
}

/** What is said of a return with nothing to tell. */
export function standingInWords({ now, owner }: Pick<SummaryReturn, 'now' | 'owner'>): string {
  const from = owner ? ` Owner: ${owner}.` : '';
  if (now.standing === 'missing') return `No return came: it is recorded as missing.${from}`;
  if (now.standing === 'submitted') return `Submitted and not accepted, so it is not told here.${from}`;
  return `No return has come.${from}`;
}
