import type { Insertable } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Confirmation } from '#db/tables/source.ts';
import type { Cells } from './strategy-files.ts';

export type { Cells };

/** Rows to add, by table. */
export type TableRows = { [T in keyof Database]?: Insertable<Database[T]>[] };

/** An empty cell means not known. */
export const orNull = (cell: string | undefined): string | null => cell || null;

/** A cell that the checks have found filled in. */
export const needed = (cell: string | undefined): string => cell ?? '';

/** A counter for each subject: 1 for its first row, 2 for its second, in the order of the file. */
export function numbering(): (subject: string) => number {
  const last = new Map<string, number>();
  return (subject) => {
    const number = (last.get(subject) ?? 0) + 1;
    last.set(subject, number);
    return number;
  };
}

/** How sure a row is, where it was seen and the change that added it. */
export const provenance = (c: Cells, change: number) => ({
  confirmation: c['confirmation'] as Confirmation,
  source: orNull(c['source']),
  change,
});
