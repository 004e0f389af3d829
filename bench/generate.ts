import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv } from '#app/documents/csv.ts';

const STRATEGY = 'seeds/life-sciences-industrial-strategy';

export interface Size {
  recommendations: number;
  /** Milestones of each recommendation. */
  milestones: number;
}

/**
 * Writes a strategy folder of any size: the real one with made-up recommendations and milestones added, for measuring
 * speed and nothing else. The same size always gives the same folder.
 */
export async function generateStrategy(folder: string, { recommendations, milestones }: Size): Promise<void> {
  await cp(STRATEGY, folder, { recursive: true });
  const codes = Array.from({ length: recommendations }, (_, i) => `BENCH-${i + 1}`);
  const promises = codes.flatMap((code) => Array.from({ length: milestones }, (_, i) => `${code}.${i + 1}`));
  await append(
    folder,
    'recommendations.csv',
    codes.map((code, i) => [
      code,
      ['HARP', 'SCI', 'GRO', 'NHS', 'DAT', 'SKI', 'REG'][i % 7] ?? 'HARP',
      1_000 + i,
      `Made-up recommendation ${i + 1}`,
      'Made up to measure speed.',
      ...['', '', ''],
      ['delivered', 'under way', 'partly delivered'][i % 3] ?? 'delivered',
      '2026-11-23',
      'Made up to measure speed.',
      'memory',
      ...['', '', ''],
    ]),
  );
  await append(
    folder,
    'milestones.csv',
    promises.map((code, i) => [code, code.split('.')[0] ?? '', (i % milestones) + 1, `Made-up promise ${i + 1}`, '']),
  );
  await append(folder, 'milestone_dates.csv', promises.flatMap(datesOf));
}

/** Three facts: a first date, a later one, and for two in three an outcome. */
function datesOf(code: string, i: number): (string | number)[][] {
  const year = 2018 + (i % 8);
  const fact = (kind: string, value: string, said: string) => [code, kind, value, said, 'memory', '', ''];
  return [
    fact('baseline', `${year}-06`, '2017-12'),
    fact('forecast', `${year + 1}-03-31`, `${year}-05`),
    ...(i % 3 === 0 ? [] : [fact('met', `${year}-${i % 2 === 0 ? '05-15' : '09-15'}`, `${year}-09`)]),
  ];
}

async function append(folder: string, file: string, rows: (string | number)[][]): Promise<void> {
  const path = join(folder, file);
  const lines = csv(rows).replace('\uFEFF', '').replaceAll('\r\n', '\n');
  await writeFile(path, `${(await readFile(path, 'utf8')).trimEnd()}\n${lines}`);
}
