/** The record does not allow this; `field` is the field of the form that the message belongs to. Nothing was saved. */
export class CommissionRefusedError extends Error {
  override name = 'CommissionRefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else was faster with the same thing. The message says what they did. Nothing was saved. */
export class CommissionConflictError extends Error {
  override name = 'CommissionConflictError';
}

/** What a page answers when an act was refused; null for an error that is none of these. */
export function refusalOf(error: unknown): { status: 400 | 409; errors: Record<string, string> } | null {
  if (error instanceof CommissionRefusedError) return { status: 400, errors: { [error.field]: error.message } };
  if (error instanceof CommissionConflictError) return { status: 409, errors: { form: error.message } };
  return null;
}
