import { strToU8, type Zippable, zipSync } from 'fflate';
import { type AboutFile, aboutRows } from '#app/domain/strategy/about-file.ts';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { columnsOf, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { csv } from './csv.ts';

/**
 * The whole strategy as a folder of CSV files, packed: the folder has the strategy's code as its name, and can be loaded
 * into another database as it is. `about.csv` beside the files says what they were made from.
 */
export function strategyZip(definition: Definition, about: AboutFile): Uint8Array {
  const packed: Zippable = {};
  const add = (file: string, rows: string[][]) => {
    packed[`${about.code}/${file}`] = [strToU8(csv(rows)), { level: 6, mtime: `${about.madeOn}T00:00:00` }];
  };
  add('about.csv', [['What', 'Value'], ...aboutRows(about), ...standingRows(about)]);
  for (const file of Object.keys(STRATEGY_FILES) as StrategyFile[]) {
    const columns = columnsOf(file);
    add(file, [columns, ...definition[file].map(({ cells }) => columns.map((column) => cells[column] ?? ''))]);
  }
  return zipSync(packed);
}

const standingRows = ({ marking, demonstration }: AboutFile): [string, string][] => [
  ['Marking', marking],
  ...(demonstration === null ? [] : [['Demonstration', demonstration] as [string, string]]),
];
