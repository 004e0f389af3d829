import type { Generated } from 'kysely';

export const ROLES = ['administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who can sign in. */
export interface PersonTable {
  id: Generated<number>;
  /** Lower case; what the person signs in with. */
  email: string;
  name: string;
  role: Role;
  /** argon2id, in its encoded form. */
  passwordHash: string;
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
}

/** A one-time link that lets somebody choose a password. The link holds the token, this table only its SHA-256. */
export interface WelcomeLinkTable {
  tokenHash: string;
  role: Role;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}
