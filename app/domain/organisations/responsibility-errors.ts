/** The record does not allow this; `field` is the field of the form that the message belongs to. Nothing was saved. */
export class ResponsibilityRefusedError extends Error {
  override name = 'ResponsibilityRefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else passed some of these on first. Nothing was saved. */
export class ResponsibilityConflictError extends Error {
  override name = 'ResponsibilityConflictError';
  readonly field = 'recommendations';
}

/** What a page answers when passing on was refused; null for an error that is neither. */
export function refusalOf(error: unknown): { status: 400 | 409; errors: Record<string, string> } | null {
  if (error instanceof ResponsibilityRefusedError) return { status: 400, errors: { [error.field]: error.message } };
  if (error instanceof ResponsibilityConflictError) return { status: 409, errors: { [error.field]: error.message } };
  return null;
}
