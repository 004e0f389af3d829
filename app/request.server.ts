import { db } from './db.server.ts';
import { type AsAt, AsAtError, parseAsAt, type View } from './domain/as-at.ts';
import type { Day } from './domain/partial-date.ts';
import { type Act, may, PERMISSIONS } from './domain/people/permissions.ts';
import { ROLE_WORDS } from './domain/people/role-words.ts';
import type { SignedIn } from './domain/people/signed-in.ts';
import { isQuarter, type Quarter, quarterOf } from './domain/quarter.ts';
import type { RecordAsAt } from './domain/record/record.ts';
import { readRecordAsAt } from './domain/record/record-as-at.server.ts';
import { readStrategyStart } from './domain/record/strategy-summary.server.ts';
import { RegisterQueryError } from './domain/registers/register-query.server.ts';
import { today } from './env.server.ts';
import { requirePerson, signedInPerson } from './session.server.ts';

/** Ends the request with a page in the site's frame that says what is wrong and what to do. */
export function refuse(status: number, message: string): never {
  // A Response and not `data`: a file's address has no page around it, and would answer "Unexpected Server Error".
  throw Response.json({ message }, { status });
}

/** What a form sent; a body that breaks off or cannot be read is answered 400. */
export async function formOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => refuse(400, 'What was sent could not be read as a form. Nothing was saved.'));
}

/** Who is asking, when their role lets them do that. Throws the redirect of `requirePerson`, or a 403 page in words. */
export async function requireAllowed(request: Request, act: Act): Promise<SignedIn> {
  const person = await requirePerson(request);
  if (may(person, act)) return person;
  refuse(
    403,
    `You are signed in as ${person.name}, ${ROLE_WORDS[person.role].one}, and may not ${PERMISSIONS[act].words}. ` +
      `${request.method === 'GET' ? '' : 'Nothing was saved. '}If you should be able to, ask an administrator.`,
  );
}

/** What the one who asks may see: signed-out readers see what is published. */
export async function viewOf(request: Request): Promise<View> {
  return may(await signedInPerson(request), 'read internal pages') ? 'internal' : 'publication';
}

/** Today, for the one who asks: for pages that cannot be asked for an earlier day. */
export async function todayOf(request: Request): Promise<AsAt> {
  return { day: today(), isToday: true, view: await viewOf(request) };
}

/** The day that the address asks for with `?asAt=`; a day that cannot be shown is answered 400. */
export async function asAtOf(request: Request): Promise<AsAt> {
  const start = await readStrategyStart(db);
  const view = await viewOf(request);
  try {
    return parseAsAt(new URL(request.url).searchParams.get('asAt'), { today: today(), start, view });
  } catch (error) {
    if (error instanceof AsAtError) refuse(400, error.message);
    throw error;
  }
}

/** The record as it stood on the day that the address asks for. */
export async function recordOf(request: Request): Promise<{ record: RecordAsAt; asAt: AsAt }> {
  const asAt = await asAtOf(request);
  return { record: await readRecordAsAt(db, asAt), asAt };
}

/** The filters in the address; a value that is not on offer is answered 400. */
export function queryOf<T>(request: Request, parse: (search: URLSearchParams) => T): T {
  try {
    return parse(new URL(request.url).searchParams);
  } catch (error) {
    if (error instanceof RegisterQueryError) refuse(400, error.message);
    throw error;
  }
}

/** What was asked for under a code, or 404 in words. */
export function found<T>(thing: T | undefined | null, what: string, code: string | undefined): T {
  if (thing === undefined || thing === null) refuse(404, `There is no ${what} with the code “${code ?? ''}”.`);
  return thing;
}

/** The quarter in the address: 404 unless it is one between the strategy's first and the current one. */
export async function quarterIn(
  request: Request,
  code: string | undefined,
): Promise<{ quarter: Quarter; start: Day; today: Day; view: View }> {
  const start = await readStrategyStart(db);
  const now = today();
  if (!code || !isQuarter(code))
    refuse(
      404,
      `“${code ?? ''}” is not a quarter. Quarters are written like 2019-20-Q3, for October to December 2019.`,
    );
  if (code < quarterOf(start)) refuse(404, 'That quarter ended before the strategy was published.');
  if (code > quarterOf(now)) refuse(404, 'That quarter has not begun yet.');
  return { quarter: code, start, today: now, view: await viewOf(request) };
}
