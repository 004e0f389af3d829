import type { Kysely, Transaction } from 'kysely';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listThemes } from '#db/queries/list-themes.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { CODE_FORM } from '../codes.ts';
import { addEditChange, type Editor } from '../editing/editor.server.ts';
import { checkNewSource, type GivenSource, sourceOf } from '../milestones/record-fact.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import { codeOfTheme, isNumberedByTheme, nextRecommendationCode } from './next-recommendation-code.ts';

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
  return nextRecommendationCode(theme, await listRecommendations(db));
}

/**
 * Adds a recommendation at the end of its theme, as one change, and returns its code; no stage is judged yet, and on earlier days it is not
 * there. Throws NotAllowedError or a refusal with its field; then nothing is saved.
 */
export async function addRecommendation(
  db: Kysely<Database>,
  { theme, code: typed, title, summary, reason, ...given }: NewRecommendation,
  editor: Editor,
): Promise<string> {
  mustBeAllowed(editor.person, 'edit the strategy');
  return db.transaction().execute(async (trx) => {
    const code = await checkedCode(trx, theme, typed);
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
    return code;
  });
}

/** The code as it is kept. Codes that differ only in capitals would be told apart by nobody, so the second is refused. */
async function checkedCode(trx: Transaction<Database>, theme: string, typed: string): Promise<string> {
  const next = await readNextRecommendationCode(trx, theme);
  if (next === undefined) throw new RefusedError('form', 'There is no such theme');
  const all = await listRecommendations(trx);
  const code = isNumberedByTheme(all) ? codeOfTheme(typed, theme) : typed;
  if (code === null) throw new RefusedError('code', `A code of this theme is ${theme}- and a number, like ${next}`);
  if (!CODE_FORM.test(code))
    throw new RefusedError('code', `A code is up to 24 letters, digits, points and hyphens, like ${next}`);
  const other = all.find((row) => row.code.toLowerCase() === code.toLowerCase());
  if (other)
    throw new RefusedError('code', `${other.code} is another recommendation. The next code that is free is ${next}`);
  return code;
}
