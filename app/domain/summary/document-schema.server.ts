import { z } from 'zod';
import { AUDIENCES, PUBLISHABLE_FIELDS } from '#db/tables/quarter-version.ts';
import { isDay } from '../partial-date.ts';
import { isQuarter } from '../quarter.ts';
import { SHORTHANDS, STANDINGS, type SummaryDocument } from './document.ts';

/** What a summary looks like as JSON: stored ones are read by it, and public/summary.schema.json is made from it. */

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
  .meta({ description: 'A day, such as 2019-10-01' });
const id = z.string().regex(/^[A-Za-z0-9.-]+$/);
const field = z.enum(PUBLISHABLE_FIELDS).optional();

const reference = z
  .strictObject({
    to: z.enum([
      'theme',
      'recommendation',
      'milestone',
      'indicator',
      'partnership',
      'organisation',
      'source',
      'return',
    ]),
    code: z.string(),
    title: z.string(),
  })
  .meta({ id: 'reference', description: 'Something in the record that a statement is about' });

const cell = z
  .union([z.string(), z.number(), z.null(), z.strictObject({ text: z.string(), reference })])
  .meta({ id: 'cell', description: 'Partial dates such as 2019-10 in columns of dates; null where a cell is empty' });

const column = z
  .strictObject({
    label: z.string(),
    kind: z.enum(['text', 'number', 'date', 'marks']),
    width: z.number(),
    printed: z.boolean(),
    empty: z.strictObject({ word: z.string(), shorthand: z.enum(SHORTHANDS) }).nullable(),
    field,
  })
  .meta({ id: 'column' });

const table = z
  .strictObject({
    id,
    title: z.string(),
    note: z.string().nullable(),
    columns: z.array(column),
    rows: z.array(z.array(cell)),
    keyColumn: z.int().min(0),
    sheet: z.string().nullable(),
    printed: z.boolean(),
    emptyWords: z.string(),
  })
  .meta({ id: 'table', description: 'Cells of a row are in the order of the columns' });

const version = z
  .strictObject({
    number: z.int().min(1),
    madeOn: day,
    reason: z.string().nullable(),
    corrections: z.array(
      z.strictObject({
        where: z.string(),
        what: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'version', description: 'Of a closed quarter' });

const textBlocks = [
  z.strictObject({
    kind: z.literal('subheading'),
    id,
    level: z.union([z.literal(3), z.literal(4)]),
    text: z.string(),
    field,
  }),
  z.strictObject({
    kind: z.literal('sentences'),
    sentences: z.array(z.strictObject({ text: z.string(), references: z.array(reference) })),
    field,
  }),
  z.strictObject({
    kind: z.literal('words'),
    label: z.string().nullable(),
    text: z.string(),
    by: z.string().nullable(),
    field,
  }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.strictObject({ title: z.string().nullable(), text: z.string(), references: z.array(reference) })),
    field,
  }),
  z.strictObject({ kind: z.literal('table'), table, field }),
] as const;

function figureBlock<Drawing extends z.ZodType>(drawing: Drawing) {
  const figure = z.strictObject({
    id,
    number: z.int(),
    title: z.string(),
    subtitle: z.string(),
    note: z.string().nullable(),
    leftOut: z.string().nullable(),
    source: z.string(),
    drawing: drawing.nullable(),
    table,
  });
  return z.strictObject({ kind: z.literal('figure'), figure, field });
}

function documentFields<Drawing extends z.ZodType>(drawing: Drawing) {
  const block = z.discriminatedUnion('kind', [...textBlocks, figureBlock(drawing)]);
  return {
    schemaVersion: z.literal(2),
    strategy: z.strictObject({ code: z.string(), name: z.string() }),
    quarter: z
      .string()
      .regex(/^\d{4}-\d{2}-Q[1-4]$/)
      .refine(isQuarter)
      .meta({ description: 'Of the financial year: 2018-19-Q3 is October to December 2018' }),
    label: z.string(),
    audience: z.enum(AUDIENCES),
    standing: z.enum(STANDINGS),
    standingWords: z.string(),
    version: version.nullable(),
    marking: z.string().nullable(),
    demonstration: z.string().nullable(),
    asAt: day,
    dated: day,
    title: z.string(),
    subtitle: z.string(),
    sections: z.array(z.strictObject({ id, heading: z.string(), blocks: z.array(block) })),
    mainTable: z.string(),
  };
}

/** The whole document, as it is stored. */
export const summaryDocumentSchema = z.strictObject(
  documentFields(
    z.strictObject({
      alt: z.string(),
      wide: z.string(),
      narrow: z.string(),
      svg: z.string(),
      width: z.number(),
      height: z.number(),
    }),
  ),
);

/** The file for programs: of drawings only what they show, in words. */
export const summaryFileSchema = z.strictObject({
  $schema: z.string(),
  ...documentFields(z.strictObject({ alt: z.string() })),
});

/** A stored summary that cannot be read: it is not what was stored, or was stored by another program. */
export class DamagedDocumentError extends Error {
  override name = 'DamagedDocumentError';
}

/**
 * The stored document, its fields in the order in which they were stored, so that the same files come of it. Throws a
 * DamagedDocumentError, which says in words what is wrong with it.
 */
export function parseSummaryDocument(text: string): SummaryDocument {
  const stored = jsonIn(text);
  if (isDocument(stored)) return stored;
  const [issue] = summaryDocumentSchema.safeParse(stored).error?.issues ?? [];
  const place = issue?.path.length ? `at “${issue.path.join('.')}”` : 'as a whole';
  throw new DamagedDocumentError(
    `The stored summary is damaged: ${place} it is not what it should be (${issue?.message}).`,
  );
}

function isDocument(stored: unknown): stored is SummaryDocument {
  return summaryDocumentSchema.safeParse(stored).success;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedDocumentError('The stored summary is damaged: it is cut short or is not JSON.');
  }
}
