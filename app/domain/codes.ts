/** What a code may be: text, so that `1.10` is not `1.1`. */
export const CODE_FORM = /^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/;

/** A code in the name of a form's field: there a full stop would begin a new part, and no code has a `_`. */
export const inFieldName = (code: string): string => code.replaceAll('.', '_');

/** The code that stands in the name of a field. */
export const fromFieldName = (name: string): string => name.replaceAll('_', '.');
