import type { Kysely } from 'kysely';
import { listPartnerships } from '#db/queries/list-partnerships.ts';
import type { Database } from '#db/schema.ts';
import { HEALTH_DIMENSIONS, type HealthDimension } from '#db/tables/partnership-health.ts';
import type { Day } from '../partial-date.ts';
import type { SourceRef } from '../record/record.ts';
import { readHealthChecks } from './note-health.server.ts';
import type { Named } from './partnership.ts';
import { DIMENSION_WORDS, type HealthCheck } from './partnership-health.ts';
import { readFindings } from './partnerships.server.ts';

/** A dimension with the finding that it comes from; null where the record does not hold that finding. */
export interface AskedDimension {
  dimension: HealthDimension;
  finding: { code: string; text: string; source: SourceRef } | null;
}

/** What anybody may see of the page: whom it is about, and what is asked. */
export interface HealthPage {
  partnership: Named;
  dimensions: AskedDimension[];
}

/** What is asked of a partnership's health; undefined for a code that none has. */
export async function readHealthPage(db: Kysely<Database>, code: string, today: Day): Promise<HealthPage | undefined> {
  const partnership = (await listPartnerships(db)).find((row) => row.code === code);
  if (!partnership) return undefined;
  const findings = (await readFindings(db, today)).flatMap(({ source, findings }) =>
    findings.map(({ code, text }) => ({ code, text, source })),
  );
  const dimensions = HEALTH_DIMENSIONS.map((dimension) => ({
    dimension,
    finding: findings.find((finding) => finding.code === DIMENSION_WORDS[dimension].finding) ?? null,
  }));
  return { partnership: { code, name: partnership.name }, dimensions };
}

/** The newest day on which a partnership was looked at; null when nobody did. */
export async function readNewestHealthDay(db: Kysely<Database>, code: string): Promise<Day | null> {
  const checks: HealthCheck[] = await readHealthChecks(db, code);
  return checks[0]?.notedOn ?? null;
}
