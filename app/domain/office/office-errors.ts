import { refusalOf } from '../refused.ts';

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
  if (error instanceof AssessmentConflictError) return { status: 409, errors: {}, bothTexts: true };
  const refusal = refusalOf(error);
  return refusal && { ...refusal, bothTexts: false };
}
