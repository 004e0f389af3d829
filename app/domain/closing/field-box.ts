import { PUBLISHABLE_FIELDS, type PublishableField } from '#db/tables/quarter-version.ts';

/** The name of the box of a form that chooses a field: "fields.path-to-green". */
export const fieldBox = (field: PublishableField): string => `fields.${field.replaceAll(' ', '-')}`;

/** The boxes that are ticked in a form that comes back, or those of `standing` in one that nobody has sent yet. */
export function tickedFields(
  values: Record<string, string> | undefined,
  standing: readonly PublishableField[],
): readonly PublishableField[] {
  return values ? PUBLISHABLE_FIELDS.filter((field) => values[fieldBox(field)] === 'yes') : standing;
}
