import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { FORMAT_WORDS, SUMMARY_FORMATS, type SummaryFormat } from '#app/domain/summary/summary-formats.ts';
import type { SummaryFile } from '#app/domain/summary/summary-maker.ts';
import { csvOf } from './csv.ts';
import { docx } from './docx.ts';
import { jsonOf } from './json.ts';
import { ods } from './ods.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf.ts';
import { xlsx } from './xlsx.ts';

const WRITERS: Record<SummaryFormat, (document: SummaryDocument) => Uint8Array | Promise<Uint8Array>> = {
  ...{ docx, odt, pdf, ods, xlsx },
  csv: csvOf,
  json: jsonOf,
};

/** The summary in one format. The same document gives the same bytes. */
export async function summaryFile(document: SummaryDocument, format: SummaryFormat): Promise<SummaryFile> {
  const { mediaType } = FORMAT_WORDS[format];
  return { name: `summary.${format}`, mediaType, bytes: await WRITERS[format](document) };
}

/** The summary in every format, in the order of SUMMARY_FORMATS; one after the other, as each needs much memory. */
export async function summaryFiles(document: SummaryDocument): Promise<SummaryFile[]> {
  const files: SummaryFile[] = [];
  for (const format of SUMMARY_FORMATS) files.push(await summaryFile(document, format));
  return files;
}
