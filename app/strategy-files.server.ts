import { db } from './db.server.ts';
import { odsFile } from './documents/ods.ts';
import { strategyWorkbook } from './documents/strategy-workbook.ts';
import { strategyZip } from './documents/strategy-zip.ts';
import { xlsxFile } from './documents/xlsx.ts';
import { findDemonstrationDay, readStrategy } from './domain/record/strategy-summary.server.ts';
import type { AboutFile } from './domain/strategy/about-file.ts';
import type { Definition } from './domain/strategy/definition.ts';
import { readWholeStrategy } from './domain/strategy/read-definition.server.ts';
import { FORMAT_WORDS } from './domain/summary/summary-formats.ts';
import { DEMONSTRATION, marked } from './downloads.server.ts';
import { env, today } from './env.server.ts';
import { requireAllowed } from './request.server.ts';

/** What the whole strategy can be had as. */
export type StrategyFormat = 'ods' | 'xlsx' | 'zip';

interface Writer {
  mediaType: string;
  write: (definition: Definition, about: AboutFile) => Uint8Array;
}

const WRITERS: Record<StrategyFormat, Writer> = {
  ods: {
    mediaType: FORMAT_WORDS.ods.mediaType,
    write: (definition, about) => odsFile(strategyWorkbook(definition, about)),
  },
  xlsx: {
    mediaType: FORMAT_WORDS.xlsx.mediaType,
    write: (definition, about) => xlsxFile(strategyWorkbook(definition, about)),
  },
  zip: { mediaType: 'application/zip', write: strategyZip },
};

/**
 * Answers with the whole strategy as it stands, in one file. It holds what came with returns of quarters that are not
 * published, so it is for people who are signed in.
 */
export async function sendStrategyFile(request: Request, format: StrategyFormat): Promise<Response> {
  await requireAllowed(request, 'read internal pages');
  const { mediaType, write } = WRITERS[format];
  const { definition, change } = await readWholeStrategy(db);
  const about = await aboutFile(change);
  return new Response(new Uint8Array(write(definition, about)), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${marked('internal', `${about.code}-strategy-${about.madeOn}.${format}`)}"`,
    },
  });
}

async function aboutFile(change: number): Promise<AboutFile> {
  const { code, name } = await readStrategy(db);
  const isDemonstration = (await findDemonstrationDay(db)) !== null;
  const demonstration = isDemonstration ? DEMONSTRATION : null;
  return { code, name, change, madeOn: today(), marking: env.MARKING, demonstration };
}
