import { AUDIENCES, type Audience } from '#db/tables/quarter-version.ts';
import { db } from './db.server.ts';
import type { View } from './domain/as-at.ts';
import { DamagedFileError, readStoredDocument } from './domain/closing/stored-files.server.ts';
import { readVersions } from './domain/closing/versions.server.ts';
import type { Day } from './domain/partial-date.ts';
import { type Quarter, quarterLabel } from './domain/quarter.ts';
import { isAudience } from './domain/summary/audience-words.ts';
import type { SummaryDocument } from './domain/summary/document.ts';
import { readLiveSummary } from './domain/summary/kept-summary.server.ts';
import { quarterIn, refuse, requireAllowed } from './request.server.ts';
import { maker } from './summary-maker.server.ts';

/** A summary that the one who asks may see: of which quarter, for whom, and of which version. */
export interface AskedSummary {
  quarter: Quarter;
  start: Day;
  today: Day;
  view: View;
  audience: Audience;
  /** The frozen version; null for a live summary. */
  version: number | null;
  /** The frozen versions that there are for this audience and reader, the oldest first. */
  versions: number[];
  /** The audiences whose summaries the reader may see, each with the version to ask for; null for what it is unasked. */
  audiences: { audience: Audience; version: number | null }[];
}

/**
 * What the address asks for with `?audience=` and `?version=`. Answered in words: 400 for an audience that there is not,
 * 404 for a version that there is not. Board and ministers ask for sign-in.
 */
export async function askedSummary(request: Request, code: string | undefined): Promise<AskedSummary> {
  const { quarter, ...days } = await quarterIn(request, code);
  const search = new URL(request.url).searchParams;
  const audience = audienceIn(search, days.view);
  if (audience !== 'publication') await requireAllowed(request, 'read internal pages');
  const all = await readVersions(db, quarter);
  const versionsFor = (of: Audience): number[] =>
    all.filter(({ published }) => of !== 'publication' || published !== null).map(({ number }) => number);
  const versions = versionsFor(audience);
  const wanted = wantedIn(search, versions, quarter);
  return {
    ...{ quarter, ...days, audience, versions },
    version: wanted ?? versions.at(-1) ?? null,
    audiences: audiencesOf(days.view).map((of) => ({
      audience: of,
      version: wanted !== null && versionsFor(of).includes(wanted) ? wanted : null,
    })),
  };
}

/** The audiences whose summaries a reader may see. */
export function audiencesOf(view: View): readonly Audience[] {
  return view === 'internal' ? AUDIENCES : ['publication'];
}

function audienceIn(search: URLSearchParams, view: View): Audience {
  const asked = search.get('audience') || (view === 'internal' ? 'board' : 'publication');
  if (isAudience(asked)) return asked;
  refuse(400, `There is no summary for “${asked}”. Summaries are for the board, for ministers and for publication.`);
}

function wantedIn(search: URLSearchParams, versions: readonly number[], quarter: Quarter): number | null {
  const asked = search.get('version');
  if (!asked) return null;
  const wanted = versions.find((version) => String(version) === asked);
  if (wanted !== undefined) return wanted;
  refuse(404, `There is no version “${asked}” of this summary of ${quarterLabel(quarter)}.`);
}

/** The document that was asked for: as it was frozen, or made from the record as it is now. */
export async function documentOf({ quarter, audience, version, today }: AskedSummary): Promise<SummaryDocument> {
  if (version === null) return readLiveSummary(db, { quarter, audience, today }, maker);
  const stored = await undamaged(readStoredDocument(db, { quarter, version, audience }));
  return stored ?? refuse(404, `Version ${version} of ${quarterLabel(quarter)} has no such summary.`);
}

/** What was read from the store; when that is not what was frozen, the request ends with 500, in words and in the log. */
export async function undamaged<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    console.error(error.message);
    refuse(500, error.message);
  }
}
