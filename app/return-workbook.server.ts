import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import { odsFile } from './documents/ods.ts';
import { returnWorkbook } from './documents/return-workbook.ts';
import { xlsxFile } from './documents/xlsx.ts';
import { escapeXml } from './documents/xml.ts';
import { findDemonstrationDay, readStrategySummary } from './domain/record/strategy-summary.server.ts';
import { NoReturnSheetsError, readReturnSheets } from './domain/returns/return-sheets.server.ts';
import { FORMAT_WORDS } from './domain/summary/summary-formats.ts';
import { DEMONSTRATION, marked } from './downloads.server.ts';
import { env, today } from './env.server.ts';
import { plainPage } from './http/plain-page.ts';
import { quarterIn } from './request.server.ts';
import { requirePerson } from './session.server.ts';

const WRITERS = { ods: odsFile, xlsx: xlsxFile };

/** Answers with the workbook of the returns that the one who asks may fill in, or says why there is none. */
export async function sendReturnWorkbook(
  request: Request,
  code: string | undefined,
  format: keyof typeof WRITERS,
): Promise<Response> {
  const { quarter } = await quarterIn(request, code);
  const person = await requirePerson(request);
  const [dated, returns] = [today(), await sheetsOf({ quarter, person, today: today() })];
  const { name: strategy } = await readStrategySummary(db);
  const demonstration = (await findDemonstrationDay(db)) === null ? null : DEMONSTRATION;
  const book = returnWorkbook({ quarter, strategy, returns, dated, marking: env.MARKING, demonstration });
  return new Response(new Uint8Array(WRITERS[format](book)), {
    headers: {
      'Content-Type': FORMAT_WORDS[format].mediaType,
      'Content-Disposition': `attachment; filename="${marked('internal', `${quarter}-returns.${format}`)}"`,
      'Cache-Control': 'no-store',
    },
  });
}

async function sheetsOf(asked: Parameters<typeof readReturnSheets>[1]) {
  try {
    return await readReturnSheets(db, asked);
  } catch (error) {
    if (error instanceof NoReturnSheetsError) throw noWorkbook(error.areAsked ? 409 : 404, error.message);
    throw error;
  }
}

/** A page for whoever followed a link to a file that is not there: such an address has no page of the site around it. */
function noWorkbook(status: number, words: string): Response {
  const link = { href: addresses().returns(), text: 'Go to your returns' };
  return new Response(plainPage('There is no workbook to fill in', escapeXml(words), link), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
