/** The record does not allow this; `field` is the field of the form that the message belongs to. Nothing was saved. */
export class OfficeRefusedError extends Error {
  override name = 'OfficeRefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else was faster with the same thing. The message says what they did. Nothing was saved. */
export class OfficeConflictError extends Error {
  override name = 'OfficeConflictError';
}

/** Somebody wrote an assessment since the form was filled in. Nothing was saved; both texts are to be shown. */
export class AssessmentConflictError extends Error {
  override name = 'AssessmentConflictError';
  constructor(readonly newest: number) {
    super('Somebody else saved an assessment of this quarter while you were writing.');
  }
}

/** What a page answers when an act was refused. */
export interface OfficeRefusal {
  status: 400 | 409;
  errors: Record<string, string>;
  /** The assessment as it stands is to be shown beside what was typed. */
  bothTexts: boolean;
}

/** The answer to a refused act; null for an error that is none of these. */
export function officeRefusalOf(error: unknown): OfficeRefusal | null {
  if (error instanceof OfficeRefusedError)
    return { status: 400, errors: { [error.field]: error.message }, bothTexts: false };
  if (error instanceof OfficeConflictError) return { status: 409, errors: { form: error.message }, bothTexts: false };
  if (error instanceof AssessmentConflictError) return { status: 409, errors: {}, bothTexts: true };
  return null;
}
