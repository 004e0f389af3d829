import { readFileSync } from 'node:fs';
import { checklistFaults } from './lib/spreadsheet-checklist.ts';

/** `npx tsx scripts/check-spreadsheet.ts file.ods …`: prints what the accessible-spreadsheet checklist finds; 1 if anything. */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name the files to check: npx tsx scripts/check-spreadsheet.ts summary.ods summary.xlsx');
  process.exitCode = 2;
}
for (const file of files) {
  const faults = checklistFaults(readFileSync(file), file.endsWith('.ods') ? 'ods' : 'xlsx');
  console.log(faults.length === 0 ? `${file}: nothing found.` : `${file}:\n${faults.map((f) => `  ${f}`).join('\n')}`);
  if (faults.length > 0) process.exitCode = 1;
}
