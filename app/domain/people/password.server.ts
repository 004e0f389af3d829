import { hash, verify } from '@node-rs/argon2';

/** The hash of a random password that nobody kept. Same parameters as `hashPassword`, so checking it takes as long. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$xHG8dk1C7ToWoZqBUB6gsw$qyYcdoj2GIsaGBpT6hvvydOUSXmgqJHvCLgbimInmMI';

/** Keyboards send the same accented letter in different ways; both must open the same door. */
const same = (password: string): string => password.normalize('NFKC');

/** argon2id with 19 MiB, two passes and one lane (the library's defaults, and OWASP's). About 25 ms, off the main thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(same(password));
}

/**
 * True when the password belongs to the hash. Without a hash (no such person) it does the same work and says false,
 * so that the time taken tells a stranger nothing.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS_HASH, same(password));
  return matches && passwordHash !== undefined;
}
