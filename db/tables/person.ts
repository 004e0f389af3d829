import type { Generated } from 'kysely';

/** What somebody may do everywhere; each role may do what those before it may. */
export const ROLES = ['internal reader', 'reviewer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who can sign in. */
export interface PersonTable {
  id: Generated<number>;
  /** Lower case; what the person signs in with. */
  email: string;
  name: string;
  /** argon2id, in its encoded form. */
  passwordHash: string;
  change: number;
}

/** A role given to a person. The highest number stands; null means that they left and cannot sign in. */
export interface PersonRoleTable {
  person: number;
  number: number;
  role: Role | null;
  change: number;
}

/** Somebody whose name is not shown to signed-out readers. */
export interface RemovedNameTable {
  person: number;
  change: number;
}

/** A signed-in browser. The cookie holds the token, this table only its SHA-256. */
export interface SessionTable {
  tokenHash: string;
  person: number | null;
  /** JSON of what Remix keeps in the session. */
  data: string;
  createdAt: string;
  expiresAt: string;
  /** What the browser says of itself, to be known again in the list of sessions. */
  browser: string | null;
}

/** A one-time link that lets somebody choose a password. The link holds the token, this table only its SHA-256. */
export interface WelcomeLinkTable {
  tokenHash: string;
  role: Role;
  /** Who was invited; null on the link for the first administrator. */
  name: string | null;
  email: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  change: number | null;
}

/** A sign-in that was refused, kept while attempts are counted. */
export interface FailedSignInTable {
  number: Generated<number>;
  email: string;
  /** The network address it came from. */
  address: string;
  failedAt: string;
}
