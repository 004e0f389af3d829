import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { signedInAs } from './people.ts';
import type { RunningServer } from './server.ts';
import { type Visitor, visitor } from './visitor.ts';

/** Everybody who may come to a page of the office, whether they may see it or not. */
export type Who = 'signed out' | 'internal reader' | 'owner' | 'reviewer' | 'administrator';

/** A browser for each of them; the owner has no post until the test gives one. */
export async function officePeople(
  server: RunningServer,
): Promise<{ visitors: Record<Who, Visitor>; people: Record<'owner' | 'reviewer', SignedIn> }> {
  const reviewer = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  const owner = await signedInAs(server, 'internal reader', 'Grace Hopper');
  const visitors = {
    'signed out': visitor(server),
    'internal reader': await signedInAs(server, 'internal reader', 'Edmond Reader'),
    owner,
    reviewer,
    administrator: await signedInAs(server, 'administrator', 'Mary Somerville'),
  };
  return { visitors, people: { owner: owner.person, reviewer: reviewer.person } };
}
