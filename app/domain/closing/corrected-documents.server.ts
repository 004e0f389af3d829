import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Audience, PublishableField } from '#db/tables/quarter-version.ts';
import type { Day } from '../partial-date.ts';
import { chosenFields } from '../summary/chosen-fields.ts';
import { withCorrections } from '../summary/corrections.ts';
import type { SummaryDocument } from '../summary/document.ts';
import { readSummary } from '../summary/read-summary.server.ts';
import type { SummaryMaker } from '../summary/summary-maker.ts';
import { readStoredDocument } from './stored-files.server.ts';
import type { FrozenQuarter } from './versions.server.ts';

/** The documents of a correction. Those that somebody reads say what they correct. */
export interface CorrectedDocuments {
  board: SummaryDocument;
  ministers: SummaryDocument;
  candidate: SummaryDocument;
  /** Null while nothing of the quarter is published. */
  publication: SummaryDocument | null;
  /** What is published of it. */
  fields: PublishableField[];
}

interface Asked {
  reason: string;
  /** Words about to be recorded; null when they stay. */
  assessment: string | null;
  /** Null for what was published before. */
  fields: PublishableField[] | null;
  today: Day;
}

/** The next version of a closed quarter for each audience, from the record as it is now. Throws DamagedFileError. */
export async function correctedDocuments(
  db: Kysely<Database>,
  { quarter, versions, newest, published }: FrozenQuarter,
  { reason, assessment, fields, today }: Asked,
  maker: SummaryMaker,
): Promise<CorrectedDocuments> {
  const freezing = { number: newest.number + 1, madeOn: today, reason };
  // Told from the day on which the quarter was closed: what only time has changed since, as how late a steer is, is no correction.
  const closedOn = versions[0]?.madeOn ?? today;
  const read = (audience: Audience, candidate = false) =>
    readSummary(db, { quarter, audience, today: closedOn, freezing, assessment, candidate }, maker);
  const against = async (version: number, document: SummaryDocument) => {
    const before = await readStoredDocument(db, { quarter, version, audience: document.audience });
    return before ? withCorrections(before, document) : document;
  };
  const candidate = await read('publication', true);
  const chosen = fields ?? published?.published?.fields ?? [];
  return {
    board: await against(newest.number, await read('board')),
    ministers: await against(newest.number, await read('ministers')),
    candidate,
    publication: published && (await against(published.number, chosenFields(candidate, chosen))),
    fields: chosen,
  };
}
