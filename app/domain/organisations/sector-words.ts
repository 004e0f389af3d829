import type { Sector } from '#db/tables/organisation.ts';
import { capitalised } from '../sentences.ts';

/** A sector as pages show it: "NHS", "Research funder". */
export function sectorInWords(sector: Sector): string {
  return capitalised(sectorInSentence(sector));
}

/** A sector inside a sentence: "NHS", "research funder". */
export function sectorInSentence(sector: Sector): string {
  return sector === 'nhs' ? 'NHS' : sector;
}
