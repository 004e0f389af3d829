import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { planReturns } from '../returns/plan-returns.server.ts';
import { planStrategy } from '../strategy/plan-strategy.server.ts';
import type { FoundFile } from './found-file.ts';
import type { ImportChoices } from './import-plan.ts';

/** For whom a plan is made: of returns, whoever sent the file. */
export interface PlanFor {
  person: { id: number };
  today: Day;
  choices: ImportChoices;
}

/** What a file that was read would do to the record as it stands now. Nothing is stored. */
export function planImport(db: Kysely<Database>, found: FoundFile, { person, today, choices }: PlanFor) {
  const isReturn = ({ what }: FoundFile['tables'][number]) => what === 'return';
  return found.tables.some(isReturn)
    ? planReturns(db, found, { person, today, choices })
    : planStrategy(db, found, { today, choices });
}
