import type { Role } from '#db/tables/person.ts';

/** What people may do beyond reading. The one place that says who may do what. */
const ALLOWED = {
  'record facts': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof ALLOWED;

/** The person may not do this. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
}

/** True when somebody of that role may do it; nobody (null) may only read. */
export function may(person: { role: Role } | null, act: Act): boolean {
  return person !== null && (ALLOWED[act] as readonly Role[]).includes(person.role);
}

/** Throws NotAllowedError unless the person may do it. */
export function mustBeAllowed(person: { role: Role }, act: Act): void {
  if (!may(person, act)) throw new NotAllowedError(`A ${person.role} may not ${act}.`);
}
