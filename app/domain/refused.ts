/** The record does not allow this; `field` is the field of the form that the message belongs to. Nothing was saved. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else was faster. The message says with what, at that field of the form. Nothing was saved. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a page answers when an act was refused; null for an error that is neither. */
export function refusalOf(error: unknown): { status: 400 | 409; errors: Record<string, string> } | null {
  if (error instanceof RefusedError) return { status: 400, errors: { [error.field]: error.message } };
  if (error instanceof ConflictError) return { status: 409, errors: { [error.field]: error.message } };
  return null;
}
