/** The record of people does not allow this; `field` is the field of the form that the message belongs to. */
export class PersonRefusedError extends Error {
  override name = 'PersonRefusedError';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else changed the person's role in the meantime. Nothing was saved. */
export class PersonConflictError extends Error {
  override name = 'PersonConflictError';
}
