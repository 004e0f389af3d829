import type { Confirmation } from '#db/tables/source.ts';
import { type Difference, differencesOf, type Labels, untouchedFields } from '../editing/differences.ts';
import { formatPartialDate, type PartialDate } from '../partial-date.ts';

/** What one revision of a partnership says, whole: its members, themes and strands belong to it. */
export interface PartnershipText {
  name: string;
  startedOn: PartialDate | null;
  purpose: string;
  funding: string | null;
  /** Code of an organisation, and what it is to the partnership in the partnership's own words. */
  members: readonly { organisation: string; role: string }[];
  /** Codes. */
  themes: readonly string[];
  strands: readonly { name: string; detail: string | null }[];
  confirmation: Confirmation;
  /** Code of the source; of one that is still to be added, its title. */
  source: string | null;
  note: string | null;
}

/** The names of what a partnership names by code. */
export interface NamesOfCodes {
  organisations: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
}

/** A text with each of its fields as one value, so that two can be compared; lists as JSON, an empty one is none. */
interface Fields {
  name: string;
  startedOn: string | null;
  purpose: string;
  funding: string | null;
  members: string | null;
  themes: string | null;
  strands: string | null;
  source: string;
  note: string | null;
}

/** What the fields are called, in the order of the form. */
const LABELS: Labels<Fields> = {
  name: 'Name',
  startedOn: 'Started',
  purpose: 'Purpose',
  funding: 'Funding',
  members: 'Members',
  themes: 'Themes',
  strands: 'Strands of work',
  source: 'Seen in',
  note: 'Note',
};

const NO_SOURCE: Record<string, string> = { memory: 'Nowhere: from memory', owner: 'Nowhere: confirmed by its owner' };

/** What stands before the first revision. */
export const NO_PARTNERSHIP: PartnershipText = {
  ...{ name: '', startedOn: null, purpose: '', funding: null, note: null, source: null, confirmation: 'published' },
  ...{ members: [], themes: [], strands: [] },
};

/** Where two texts of a partnership differ, in words. */
export function partnershipDifferences(
  before: PartnershipText,
  after: PartnershipText,
  names: NamesOfCodes,
): Difference[] {
  return differencesOf<Fields>(LABELS, fieldsOf(before), fieldsOf(after), (field, value) => {
    if (field === 'startedOn') return formatPartialDate(value);
    if (field === 'members') return membersInWords(JSON.parse(value), names);
    if (field === 'themes') return inOrder(JSON.parse(value).map((code: string) => names.themes.get(code) ?? code));
    if (field === 'strands') return strandsInWords(JSON.parse(value));
    return field === 'source' ? (NO_SOURCE[value] ?? names.sources.get(value) ?? value) : value;
  });
}

/** The fields that a form left as it was filled from, and that somebody else changed since. */
export function untouchedOfPartnership(texts: {
  base: PartnershipText;
  standing: PartnershipText;
  mine: PartnershipText;
}): string[] {
  const { base, standing, mine } = texts;
  return untouchedFields(LABELS, { base: fieldsOf(base), standing: fieldsOf(standing), mine: fieldsOf(mine) });
}

function fieldsOf({ members, themes, strands, source, confirmation, ...text }: PartnershipText): Fields {
  const { name, startedOn, purpose, funding, note } = text;
  return {
    ...{ name, startedOn, purpose, funding, note },
    members: list(members.map(({ organisation, role }) => ({ organisation, role }))),
    themes: list([...themes].sort()),
    strands: list(strands.map(({ name, detail }) => ({ name, detail }))),
    source: source ?? (confirmation === 'published' ? '' : confirmation),
  };
}

const list = (items: readonly unknown[]): string | null => (items.length > 0 ? JSON.stringify(items) : null);

/** Parted by semicolons, since a name may hold a comma. */
const inOrder = (items: readonly string[]): string => items.join('; ');

function membersInWords(members: PartnershipText['members'], { organisations }: NamesOfCodes): string {
  return inOrder(
    members.map(({ organisation, role }) => `${organisations.get(organisation) ?? organisation} (${role})`),
  );
}

function strandsInWords(strands: PartnershipText['strands']): string {
  return inOrder(strands.map(({ name, detail }) => (detail ? `${name}: ${detail}` : name)));
}
