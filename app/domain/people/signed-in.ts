import type { Role } from '#db/tables/person.ts';

/** The person behind a request. */
export interface SignedIn {
  id: number;
  name: string;
  email: string;
  role: Role;
}
