/** One field in which two versions of a text differ, in words. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** What a form or a list of changes calls the fields of a text. */
export type Labels<T> = Record<keyof T & string, string>;

type Values<T> = Record<keyof T & string, string | null>;

/** The fields in which two versions differ, in the order of the labels. `inWords` is for values that are no text. */
export function differencesOf<T extends Values<T>>(
  labels: Labels<T>,
  before: T,
  after: T,
  inWords: (field: keyof T & string, value: string) => string = (_, value) => value,
): Difference[] {
  const words = (field: keyof T & string, value: string | null) => (value === null ? 'None' : inWords(field, value));
  const fields = Object.keys(labels) as (keyof T & string)[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      label: labels[field],
      before: words(field, before[field]),
      after: words(field, after[field]),
    }));
}

/** The fields that a form left as it was filled from (`base`) and somebody else changed since: theirs is the newer word. */
export function untouchedFields<T extends Values<T>>(
  labels: Labels<T>,
  { base, standing, mine }: { base: T; standing: T; mine: T },
): string[] {
  const fields = Object.keys(labels) as (keyof T & string)[];
  return fields.filter((field) => mine[field] === base[field] && standing[field] !== base[field]);
}

/** One side of some differences as the list of changes shows it: "Title: …; Note: …". */
export function sideInWords(differences: readonly Difference[], side: 'before' | 'after'): string {
  return differences.map((difference) => `${difference.label}: ${difference[side]}`).join('; ');
}

/** Some differences as a history shows them: "Title: the new one (before: the old one)". */
export function bothInWords(differences: readonly Difference[]): string {
  return differences.map(({ label, before, after }) => `${label}: ${after} (before: ${before})`).join('; ');
}
