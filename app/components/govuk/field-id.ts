/** The id of the box for a field: its name with "-" for "." and spaces, so that the error summary and the box agree. */
export function fieldId(name: string): string {
  return name.replace(/[.\s]/g, '-');
}

/** The ids of a field's hint and error for `aria-describedby`; undefined when it has neither. */
export function describedBy(id: string, hint: unknown, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
