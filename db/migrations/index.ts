import type { Migration } from 'kysely';
import * as theRecord from './0001-the-record.ts';
import * as indicatorsAndPartnerships from './0002-indicators-and-partnerships.ts';
import * as peopleAndPosts from './0003-people-and-posts.ts';
import * as returns from './0004-returns.ts';
import * as theOfficesWords from './0005-the-offices-words.ts';
import * as demonstration from './0006-demonstration.ts';
import * as responsibilitiesByDate from './0007-responsibilities-by-date.ts';
import * as closedQuarters from './0008-closed-quarters.ts';
import * as collaboration from './0009-collaboration.ts';
import * as imports from './0010-imports.ts';

/** Every migration, oldest first. Listed by hand, so that they run the same under Vite, Vitest and tsx. */
export const migrations: Record<string, Migration> = {
  '0001-the-record': theRecord,
  '0002-indicators-and-partnerships': indicatorsAndPartnerships,
  '0003-people-and-posts': peopleAndPosts,
  '0004-returns': returns,
  '0005-the-offices-words': theOfficesWords,
  '0006-demonstration': demonstration,
  '0007-responsibilities-by-date': responsibilitiesByDate,
  '0008-closed-quarters': closedQuarters,
  '0009-collaboration': collaboration,
  '0010-imports': imports,
};
