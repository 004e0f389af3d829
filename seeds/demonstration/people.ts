import type { Role } from '#db/tables/person.ts';
import type { PostRole } from '#db/tables/post.ts';

/** The one password of everybody in the demonstration, printed at its start. */
export const DEMONSTRATION_PASSWORD = 'only a demonstration';

/** Somebody made up, with the post they hold. */
export interface DemonstrationPerson {
  name: string;
  email: string;
  role: Role;
  /** What signing in as them shows. */
  as: string;
  post: { organisation: string; title: string; themes: string[]; role: PostRole } | null;
}

const email = (name: string): string => `${name}@demonstration.example`;

/** The people of the demonstration: no real person, and posts that no organisation need have. */
export const DEMONSTRATION_PEOPLE: DemonstrationPerson[] = [
  {
    name: 'Ada Administrator',
    email: email('administrator'),
    role: 'administrator',
    as: 'administrator',
    post: null,
  },
  { name: 'Rosa Reviewer', email: email('reviewer'), role: 'reviewer', as: 'reviewer, strategy office', post: null },
  { name: 'Rahim Reader', email: email('reader'), role: 'internal reader', as: 'internal reader', post: null },
  {
    name: 'Olu Owner',
    email: email('owner'),
    role: 'internal reader',
    as: 'owner (data, NHS, skills)',
    post: { organisation: 'DHSC', title: 'Illustrative deputy director', themes: ['DAT', 'NHS', 'SKI'], role: 'owner' },
  },
  {
    name: 'Dina Owner',
    email: email('second-owner'),
    role: 'internal reader',
    as: 'owner (science, research programmes)',
    post: { organisation: 'UKRI', title: 'Illustrative director', themes: ['SCI', 'HARP'], role: 'owner' },
  },
  {
    name: 'Owen Owner',
    email: email('third-owner'),
    role: 'internal reader',
    as: 'owner (growth, regulation, governance)',
    post: { organisation: 'OLS', title: 'Illustrative deputy director', themes: ['GRO', 'REG', 'XCUT'], role: 'owner' },
  },
  {
    name: 'Dev Deputy',
    email: email('deputy'),
    role: 'internal reader',
    as: 'deputy (data)',
    post: { organisation: 'NHSE', title: 'Illustrative head of data', themes: ['DAT'], role: 'deputy' },
  },
  {
    name: 'Cora Contributor',
    email: email('contributor'),
    role: 'internal reader',
    as: 'contributor (science)',
    post: { organisation: 'HDRUK', title: 'Illustrative policy lead', themes: ['SCI'], role: 'contributor' },
  },
];
