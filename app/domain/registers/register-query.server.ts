import { z } from 'zod';
import { CHANGE_KINDS } from '#db/tables/change.ts';
import { MILESTONE_STATUSES } from '#db/tables/position.ts';
import { CONFIRMATIONS, SOURCE_TYPES } from '#db/tables/source.ts';
import { STAGES } from '#db/tables/stage-judgement.ts';
import { IMPORT_SHOWS } from '../imports/import-view.ts';
import type { PartnershipQuery } from '../partnerships/partnership-register.server.ts';
import { pairOfSlug, sectorOfSlug } from '../partnerships/sector-pair.ts';
import {
  DUE_WITHIN,
  MILESTONE_SORTS,
  type MilestoneQuery,
  RECOMMENDATION_SORTS,
  type RecommendationQuery,
} from './register.ts';

/** A filter in the address that means nothing here. `values` holds what was asked for, so that the form can show it. */
export class RegisterQueryError extends Error {
  override name = 'RegisterQueryError';
}

const keys = <T extends object>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
const choice = <T extends readonly [string, ...string[]]>(words: T) => z.enum(words).nullable().default(null);
const anyCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/)
  .nullable()
  .default(null);

const shared = {
  theme: anyCode,
  organisation: anyCode,
  confirmation: choice(CONFIRMATIONS),
  q: z.string().trim().max(200).nullable().default(null),
};

const milestoneQuery = z.object({
  ...shared,
  status: choice(MILESTONE_STATUSES),
  due: choice(keys(DUE_WITHIN)),
  sort: z.enum(keys(MILESTONE_SORTS)).default('order'),
});

const recommendationQuery = z.object({
  ...shared,
  stage: choice(STAGES),
  sort: z.enum(keys(RECOMMENDATION_SORTS)).default('order'),
});

/** The filters of `/milestones` from its address. Throws RegisterQueryError for a value that is not on offer. */
export function parseMilestoneQuery(search: URLSearchParams): MilestoneQuery {
  return parsed(milestoneQuery, search);
}

/** The filters of `/recommendations` from its address. Throws RegisterQueryError for a value that is not on offer. */
export function parseRecommendationQuery(search: URLSearchParams): RecommendationQuery {
  return parsed(recommendationQuery, search);
}

const sourceQuery = z.object({ q: shared.q, type: choice(SOURCE_TYPES) });

/** The filters of `/sources` from its address. Throws RegisterQueryError for a value that is not on offer. */
export function parseSourceQuery(search: URLSearchParams): z.output<typeof sourceQuery> {
  return parsed(sourceQuery, search);
}

const changeQuery = z.object({
  kind: choice(CHANGE_KINDS),
  subject: anyCode,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The filters of `/changes` from its address. Throws RegisterQueryError for a value that is not on offer. */
export function parseChangeQuery(search: URLSearchParams): z.output<typeof changeQuery> {
  return parsed(changeQuery, search);
}

const importQuery = z.object({ show: choice(IMPORT_SHOWS), page: changeQuery.shape.page });

/** What `/import/:id` shows, from its address. Throws RegisterQueryError for rows that are not on offer. */
export function parseImportQuery(search: URLSearchParams): z.output<typeof importQuery> {
  return parsed(importQuery, search);
}

/** Text that an address has for something on offer; what `read` does not know is not on offer. */
const slug = <T>(read: (text: string) => T | undefined) =>
  z
    .string()
    .transform((text, { addIssue }) => {
      const value = read(text);
      if (value !== undefined) return value;
      addIssue('not on offer');
      return z.NEVER;
    })
    .nullable()
    .default(null);

const partnershipQuery = z.object({ pair: slug(pairOfSlug), sector: slug(sectorOfSlug), theme: shared.theme });

/** The filters of `/partnerships` from its address. Throws RegisterQueryError for a value that is not on offer. */
export function parsePartnershipQuery(search: URLSearchParams): PartnershipQuery {
  return parsed(partnershipQuery, search);
}

function parsed<T extends z.ZodType>(schema: T, search: URLSearchParams): z.output<T> {
  const given = Object.fromEntries([...search].filter(([, value]) => value.trim() !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')))];
  const wrong = names.map((name) => `${name} “${given[name] ?? ''}”`).join(', ');
  throw new RegisterQueryError(`There is no such filter: ${wrong}. Choose from the lists on the page.`);
}
