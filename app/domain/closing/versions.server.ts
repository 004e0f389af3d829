import type { Kysely } from 'kysely';
import { listQuarterVersions, type QuarterVersionRow } from '#db/queries/list-quarter-versions.ts';
import type { Database } from '#db/schema.ts';
import type { PublishableField } from '#db/tables/quarter-version.ts';
import { londonDay, londonMoment } from '../clock.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';

/** One version of a closed quarter. */
export interface QuarterVersion {
  number: number;
  madeOn: Day;
  /** "23 November 2026 at 14:05", in London. */
  madeWhen: string;
  /** Who closed or corrected it; null for nobody signed in. */
  by: string | null;
  /** Why it was corrected; null for the first. */
  reason: string | null;
  /** What of it was published, and when; null while it is not. */
  published: { on: Day; fields: PublishableField[] } | null;
}

/** Every version of a closed quarter, the oldest first; none of a quarter that is not closed. */
export async function readVersions(db: Kysely<Database>, quarter: Quarter): Promise<QuarterVersion[]> {
  return (await listQuarterVersions(db, quarter)).map(versionOf);
}

function versionOf({ number, madeAt, person, reason, fields, publishedAt }: QuarterVersionRow): QuarterVersion {
  const moment = new Date(madeAt);
  return {
    ...{ number, reason, by: person, madeOn: londonDay(moment), madeWhen: londonMoment(moment) },
    published:
      fields === null || publishedAt === null
        ? null
        : { on: londonDay(new Date(publishedAt)), fields: JSON.parse(fields) as PublishableField[] },
  };
}

/** A closed quarter, by its versions. */
export interface FrozenQuarter {
  quarter: Quarter;
  versions: QuarterVersion[];
  /** The version that stands. */
  newest: QuarterVersion;
  /** The newest that everybody can read; null while none is published. */
  published: QuarterVersion | null;
}

/** The closed quarter; undefined of one that is not closed. */
export async function findFrozenQuarter(db: Kysely<Database>, quarter: Quarter): Promise<FrozenQuarter | undefined> {
  const versions = await readVersions(db, quarter);
  const newest = versions.at(-1);
  if (!newest) return undefined;
  return { quarter, versions, newest, published: versions.findLast(({ published }) => published !== null) ?? null };
}
