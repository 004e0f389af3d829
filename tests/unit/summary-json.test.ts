import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { jsonOf } from '#app/documents/json.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import {
  DamagedDocumentError,
  parseSummaryDocument,
  type summaryDocumentSchema,
  summaryFileSchema,
} from '#app/domain/summary/document-schema.server.ts';
import { sampleSummary } from '../helpers/sample-summary.ts';

const textOf = (document: SummaryDocument) => new TextDecoder().decode(jsonOf(document));

const SCHEMA = {
  $id: '/summary.schema.json',
  title: 'Quarterly summary of a strategy',
  ...z.toJSONSchema(summaryFileSchema),
};

test('public/summary.schema.json says what the file holds; if not, run this test with -u', async () => {
  await expect(`${JSON.stringify(SCHEMA, null, 2)}\n`).toMatchFileSnapshot('../../public/summary.schema.json');
});

describe('a summary as JSON', () => {
  test('begins with its schema, and is what the schema says', () => {
    const text = textOf(sampleSummary());
    expect(text.startsWith('{\n  "$schema": "/summary.schema.json",\n  "schemaVersion": 2,')).toBe(true);
    expect(z.fromJSONSchema(SCHEMA as Parameters<typeof z.fromJSONSchema>[0]).safeParse(JSON.parse(text)).error).toBe(
      undefined,
    );
  });

  test('holds all of the document but its drawings, of which the words are kept', () => {
    const document = sampleSummary();
    const { $schema, ...file } = JSON.parse(textOf(document));
    expect($schema).toBe('/summary.schema.json');
    expect(file).toEqual({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'figure'
            ? { ...block, figure: { ...block.figure, drawing: { alt: block.figure.drawing?.alt } } }
            : block,
        ),
      })),
    });
    expect(textOf(document)).not.toMatch(/<svg|"(wide|narrow|svg)"/);
  });

  test('the same document gives the same bytes', () => {
    expect(jsonOf(sampleSummary())).toEqual(jsonOf(sampleSummary()));
  });
});

describe('a stored summary', () => {
  test('has the type of the document, in both directions', () => {
    expectTypeOf<z.output<typeof summaryDocumentSchema>>().toExtend<SummaryDocument>();
    expectTypeOf<SummaryDocument>().toExtend<z.input<typeof summaryDocumentSchema>>();
  });

  test('comes back as it was stored', () => {
    const document = sampleSummary();
    const back = parseSummaryDocument(JSON.stringify(document));
    expect(back).toEqual(document);
    // In the same order too, so that files made of it are the same bytes.
    expect(jsonOf(back)).toEqual(jsonOf(document));
  });

  test.each([
    ['cut short', JSON.stringify(sampleSummary()).slice(0, -20), /cut short or is not JSON/],
    ['with a field that nobody knows', JSON.stringify({ ...sampleSummary(), extra: 1 }), /as a whole.*extra/],
    ['without its title', JSON.stringify({ ...sampleSummary(), title: undefined }), /at “title”/],
    ['of a day that does not exist', JSON.stringify({ ...sampleSummary(), asAt: '2026-02-30' }), /at “asAt”/],
    ['of another kind', '[]', /as a whole/],
  ])('is refused in words when it is %s', (_, text, words) => {
    expect(() => parseSummaryDocument(text)).toThrow(DamagedDocumentError);
    expect(() => parseSummaryDocument(text)).toThrow(words);
  });
});
