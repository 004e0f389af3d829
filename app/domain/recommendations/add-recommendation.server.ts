import type { Kysely, Transaction } from 'kysely';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listThemes } from '#db/queries/list-themes.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { addEditChange, type Editor } from '../editing/editor.server.ts';
import { checkNewSource, type GivenSource, sourceOf } from '../milestones/record-fact.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import { nextRecommendationCode } from './next-recommendation-code.ts';

/** A recommendation to be added to a theme. Without a source it rests on memory. */
export interface NewRecommendation extends GivenSource {
  theme: string;
  code: string;
  title: string;
  /** What it asks. */
  summary: string;
  reason: string;
}

/** The code that the next recommendation of a theme gets, unless the office wants another; undefined for no theme. */
export async function readNextRecommendationCode(db: Kysely<Database>, theme: string): Promise<string | undefined> {
  if (!(await listThemes(db)).some(({ code }) => code === theme)) return undefined;
  const codes = (await listRecommendations(db)).map(({ code }) => code);
  return nextRecommendationCode(theme, codes);
}

/**
 * Adds a recommendation at the end of its theme, as one change; no stage is judged yet, and on earlier days it is not
 * there. Throws NotAllowedError or a refusal with its field; then nothing is saved.
 */
export async function addRecommendation(
  db: Kysely<Database>,
  { theme, code, title, summary, reason, ...given }: NewRecommendation,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    await checkCode(trx, theme, code);
    checkNewSource(given, editor.today);
    const own = (await listRecommendations(trx)).filter((row) => row.theme === theme);
    const position = Math.max(0, ...own.map((row) => row.position)) + 1;
    const change = await addEditChange(trx, 'recommendation added', reason, editor);
    const source = await sourceOf(trx, given, change);
    await insertRows(trx, 'recommendation', [{ code, theme, position, change }]);
    await insertRows(trx, 'recommendationRevision', [
      {
        ...{ recommendation: code, number: 1, title, summary, source, change },
        ...{ confirmation: source === null ? ('memory' as const) : ('published' as const) },
      },
    ]);
  });
}

async function checkCode(trx: Transaction<Database>, theme: string, code: string): Promise<void> {
  const next = await readNextRecommendationCode(trx, theme);
  if (next === undefined) throw new RefusedError('form', 'There is no such theme');
  if (!new RegExp(`^${theme}-[1-9]\\d{0,2}$`).test(code))
    throw new RefusedError('code', `A code of this theme is ${theme}- and a number, like ${next}`);
  if ((await listRecommendations(trx)).some((row) => row.code === code))
    throw new RefusedError('code', `${code} is another recommendation. The next code that is free is ${next}`);
}
