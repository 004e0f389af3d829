import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { docx } from '#app/documents/docx.ts';
import { odt } from '#app/documents/odt.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { type LaidOut, laidOut, missingLibreOffice } from '../helpers/libreoffice.ts';
import { sampleForMinisters } from '../helpers/sample-ministers.ts';
import { sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

const missing = await missingLibreOffice();

const correction = { where: 'Milestones', what: 'DAT-1.3, Latest date', before: null, after: 'October 2019' };

/** Six documents that differ in what they hold and in how they look. */
const DOCUMENTS: Record<string, SummaryDocument> = {
  board: sampleSummary(),
  ministers: sampleForMinisters(),
  publication: sampleSummary({ audience: 'publication', marking: null }),
  corrected: sampleSummary({
    standing: 'corrected',
    version: { number: 2, madeOn: '2026-11-02', reason: 'A date was wrong.', corrections: [correction] },
  }),
  empty: sampleSummary({ sections: [{ id: 'only', heading: 'Nothing but a heading', blocks: [] }] }),
  long: sampleSummary({
    sections: [
      { id: 'annex', heading: 'A table over many pages', blocks: [{ kind: 'table', table: sampleTable(600) }] },
    ],
  }),
};

const NAMES = Object.keys(DOCUMENTS).flatMap((name) => [`${name}-docx`, `${name}-odt`]);

describe(`LibreOffice${missing ? ` (${missing})` : ''}`, { skip: missing !== null }, () => {
  let said = '';
  let files: Record<string, LaidOut> = {};

  beforeAll(async () => {
    const made: Record<string, Uint8Array> = {};
    for (const [name, document] of Object.entries(DOCUMENTS)) {
      made[`${name}-docx.docx`] = await docx(document);
      made[`${name}-odt.odt`] = odt(document);
    }
    ({ said, files } = await laidOut(made, mkdtempSync(join(inject('runFolder'), 'libreoffice-'))));
  }, 300_000);

  test('opens and lays out every file in one run, with nothing to complain of', () => {
    expect(said).toBe('');
    expect(Object.keys(files).sort()).toEqual([...NAMES].sort());
  });

  test.each(NAMES)('%s: every heading is in it, in order', (name) => {
    const document = DOCUMENTS[name.replace(/-\w+$/, '')];
    const headings = document ? [document.title, ...document.sections.flatMap(headingsOf)] : [];
    let from = 0;
    for (const heading of headings) {
      const at = files[name]?.text.indexOf(heading, from) ?? -1;
      expect(at, heading).toBeGreaterThanOrEqual(from);
      from = at + heading.length;
    }
    expect(headings.length).toBeGreaterThan(1);
  });

  test.each(NAMES)('%s: marking and number stand on every page', (name) => {
    const { pages = 0, text = '' } = files[name] ?? {};
    const marking = DOCUMENTS[name.replace(/-\w+$/, '')]?.marking ?? null;
    for (let page = 1; page <= pages; page++) expect(text).toContain(`Page ${page} of ${pages}`);
    expect(text.split('OFFICIAL').length - 1).toBe(marking === null ? 0 : pages);
  });

  test.each(['long-docx', 'long-odt'])('%s: the header row is repeated on every page of its table', (name) => {
    const { pages = 0, text = '' } = files[name] ?? {};
    expect(pages).toBeGreaterThan(5);
    expect(text.split('Late by (days)').length - 1).toBeGreaterThanOrEqual(pages - 1);
    expect(text).toContain('DAT-1.600');
  });

  test.each(['ministers-docx', 'ministers-odt'])('%s: two pages, however full', (name) => {
    expect(files[name]?.pages).toBe(2);
  });
});

function headingsOf({ heading, blocks }: SummaryDocument['sections'][number]): string[] {
  return [heading, ...blocks.flatMap((block) => (block.kind === 'subheading' ? [block.text] : []))];
}
