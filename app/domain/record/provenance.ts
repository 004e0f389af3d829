import type { Confirmation, SourceTable } from '#db/tables/source.ts';
import type { AsAt } from '../as-at.ts';
import { lastDay, type PartialDate } from '../partial-date.ts';
import type { Provenance, SourceRef } from './record.ts';

/** Turns the confirmation and source code of a row into what a page shows. */
export type Provenances = (row: { confirmation: Confirmation; source: string | null }) => Provenance;

/** False on an earlier day for a source that is undated or may have been published after it. */
export function isPublishedBy(publishedOn: PartialDate | null, { day, isToday }: Omit<AsAt, 'view'>): boolean {
  return isToday || (publishedOn !== null && lastDay(publishedOn) <= day);
}

/**
 * Looks sources up for the rows of a record. On an earlier day a source that may have been published after it is named by its
 * code alone: its title may tell how things went on.
 */
export function provenances(sources: readonly Omit<SourceTable, 'change'>[], asAt: Omit<AsAt, 'view'>): Provenances {
  const refs = new Map<string, SourceRef>(
    sources.map(({ code, title, publisher, type, url, publishedOn }) => {
      const later = !isPublishedBy(publishedOn, asAt);
      return [
        code,
        later
          ? { code, title: `Source ${code}, published later or undated`, publisher: '', type, url: null }
          : { code, title, publisher, type, url },
      ];
    }),
  );
  return ({ confirmation, source }) => ({ confirmation, source: source === null ? null : (refs.get(source) ?? null) });
}
