/** The record does not allow this; `field` is the field of the form that the message belongs to. Nothing was saved. */
export class ReviewRefusedError extends Error {
  override name = 'ReviewRefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody acted on the return since the page was opened. The message says what they did. Nothing was saved. */
export class ReviewConflictError extends Error {
  override name = 'ReviewConflictError';
}

/** What a page answers when an act was refused; null for an error that is none of these. */
export function refusalOf(error: unknown): { status: 400 | 409; errors: Record<string, string> } | null {
  if (error instanceof ReviewRefusedError) return { status: 400, errors: { [error.field]: error.message } };
  if (error instanceof ReviewConflictError) return { status: 409, errors: { form: error.message } };
  return null;
}
