import type { Kysely } from 'kysely';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listRecommendationChanges, type RecordChangeRow } from '#db/queries/list-record-changes.ts';
import { listResponsibilities } from '#db/queries/list-responsibilities.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database, MilestoneFact } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { View } from '../as-at.ts';
import { type Edit, readEdits } from '../changes/edits.server.ts';
import { londonDay } from '../clock.ts';
import { FACT_WORDS } from '../fact-words.ts';
import { groupBy } from '../group-by.ts';
import { passedResponsibilities } from '../organisations/passed-responsibilities.ts';
import { begunInWords, partPassedInWords } from '../organisations/responsibility-words.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { authorShown } from '../people/author.ts';
import { shownIn } from '../record/held.server.ts';
import { counted } from '../sentences.ts';
import { STAGE_WORDS } from '../status-words.ts';

/** One change that touched a recommendation or one of its milestones. */
export interface HistoryEntry {
  number: number;
  on: Day;
  by: string | null;
  kind: ChangeKind;
  reason: string | null;
  milestone: string | null;
  words: string;
  /** The file that it came with, for readers inside. */
  fileName: string | null;
}

/** Everything recorded about a recommendation that a reader of that view may see, newest first; what came with the strategy is one entry. */
export async function readRecommendationHistory(
  db: Kysely<Database>,
  code: string,
  view: View,
): Promise<HistoryEntry[]> {
  const shown = await shownIn(db, view);
  const facts = new Map((await listMilestoneFacts(db)).map((fact) => [`${fact.milestone} ${fact.number}`, fact]));
  const judgements = await listStageJudgements(db, code);
  const responsibilities = (await listResponsibilities(db)).filter((row) => row.recommendation === code);
  const passed = passedResponsibilities(responsibilities);
  const edits = await readEdits(db, { recommendation: code }, view);
  const changes = groupBy(
    (await listRecommendationChanges(db, code)).filter((row) => shown({ ...row, change: row.number })),
    (change) => change.number,
  );
  return [...changes.values()].flatMap((rows): HistoryEntry[] => {
    const [first] = rows;
    if (!first) return [];
    const entry = {
      number: first.number,
      on: londonDay(new Date(first.recordedAt)),
      by: authorShown(first, view),
      kind: first.kind,
      reason: first.reason,
      fileName: view === 'internal' ? first.fileName : null,
    };
    if (first.kind === 'strategy loaded')
      return [{ ...entry, milestone: null, words: loadedInWords(rows, judgements[0]?.stage) }];
    if (first.kind === 'responsibility passed') {
      const parts = passed.filter(({ change }) => change === first.number);
      const words = parts.map(({ from, to, on }) => partPassedInWords(from, to, on)).join('; ');
      return [{ ...entry, milestone: null, words }];
    }
    if (first.kind === 'strategy imported')
      return [...groupBy(rows, (row) => row.milestone)].map(([milestone, own]) => ({
        ...entry,
        milestone,
        words: importedInWords(own, { facts, edits, responsibilities }),
      }));
    return rows.map((row) => ({
      ...entry,
      milestone: row.milestone,
      words: wordsOf(row, facts, edits),
    }));
  });
}

function loadedInWords(rows: { fact: number | null }[], stage: keyof typeof STAGE_WORDS | undefined): string {
  const facts = rows.filter(({ fact }) => fact !== null).length;
  const judged = stage ? ` with the stage “${STAGE_WORDS[stage].word}”` : '';
  return `The recommendation was loaded${judged} and ${counted(facts, 'fact')} about its milestones`;
}

function wordsOf(row: RecordChangeRow, facts: Map<string, MilestoneFact>, edits: Edit[]): string {
  const { number, kind, milestone, fact } = row;
  if (kind === 'recommendation added') return 'The recommendation was added';
  const written = edits.filter((edit) => edit.change === number && edit.milestone === milestone);
  if (fact === null) return written.map((edit) => edit.words).join('. ');
  const words = factInWords(facts.get(`${milestone} ${fact}`));
  return kind === 'milestone added' ? [...written.map((edit) => edit.words), words].join('. ') : words;
}

interface Written {
  facts: Map<string, MilestoneFact>;
  edits: Edit[];
  responsibilities: Awaited<ReturnType<typeof listResponsibilities>>;
}

/** What a file said of the recommendation or of one of its milestones: texts, who answers, dates. */
function importedInWords(rows: RecordChangeRow[], { facts, edits, responsibilities }: Written): string {
  const [row] = rows;
  const written = edits.filter(({ change, milestone }) => change === row?.number && milestone === row.milestone);
  const isAdded = written.some(({ what, before }) => what === 'text' && before === null);
  const begun = responsibilities.filter(({ change }) => row?.milestone === null && change === row.number);
  return [
    ...(isAdded ? ['The recommendation was added'] : []),
    ...written.map((edit) => edit.words),
    ...begun.map(begunInWords),
    ...rows.flatMap(({ milestone, fact }) => (fact === null ? [] : [factInWords(facts.get(`${milestone} ${fact}`))])),
  ].join('. ');
}

function factInWords(fact: MilestoneFact | undefined): string {
  if (!fact) return '';
  const what = `${FACT_WORDS[fact.kind].word}${fact.value ? `: ${formatPartialDate(fact.value)}` : ''}`;
  return fact.replaces === null ? what : `${what} (corrects fact ${fact.replaces})`;
}
