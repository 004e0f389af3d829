import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts from Vitest's JSON report. A file that failed to load, or whose set-up failed, has no failed test in it
 * and still counts as one failure; so does a run that wrote no report or ended badly for any other reason.
 *
 * @param {string} reportFile
 * @param {number} exitCode Vitest's own
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(reportFile, exitCode) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const failedHere = file.assertionResults.filter((test) => test.status === 'failed').length;
    passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    failed += failedHere === 0 && file.status === 'failed' ? 1 : failedHere;
  }
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
