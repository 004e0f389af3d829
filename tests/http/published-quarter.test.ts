import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { closingActs } from '../helpers/closing.ts';
import { type Commissioned, contentWith, ENDED, makeCommissioned } from '../helpers/commissioned.ts';
import { crawlSignedOut } from '../helpers/crawl.ts';
import { type Page, pageOf } from '../helpers/html.ts';
import { withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

/** What everybody reads of a quarter that was published with the fields that are ticked at first. */

const secret = (where: string): string => `zebrafish-in-${where}`;
/** The parts of a return, a review and the office's words that stay inside. */
const INSIDE = [
  ...['reason', 'risks', 'path', 'help', 'from', 'evidence', 'by', 'accepted'],
  ...['assessment', 'role', 'clearance', 'whom', 'steer', 'owner', 'late'],
];
const TELLS = new RegExp(`zebrafish-in-(${INSIDE.join('|')})|2044-03|March 2044|Grace Hopper`);

let server: RunningServer;
let commissioned: Commissioned;

const everything = (): Partial<ReturnContent> => ({
  ...{ confidence: 'Red', confidenceReason: secret('reason'), achieved: secret('achieved'), next: secret('next') },
  ...{ risks: secret('risks'), pathToGreen: secret('path'), help: secret('help'), helpFrom: secret('from') },
  ...{ stage: 'not delivered', stageReason: secret('stage'), evidence: secret('evidence'), clearedBy: secret('by') },
  statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2043-02', reason: secret('statement') }],
});
const late = contentWith({
  ...{ confidence: 'Red', confidenceReason: secret('late'), achieved: secret('late'), stage: 'delivered' },
  ...{ stageReason: secret('late'), proposedMilestone: secret('late'), proposedDate: '2044-03' },
});

/** Plants the word in everything that can be said, then closes and publishes the quarter, and then a return comes late. */
beforeAll(async () => {
  server = await startServer();
  await withDatabase(server, async (db) => {
    commissioned = await makeCommissioned(db, { quarter: ENDED });
    const { office, submit } = commissioned;
    const actor = { person: office, now: NOON, today: TODAY };
    const acts = closingActs(db, office);
    await submit('DAT-1', everything());
    await acts.accept('DAT-1', { ownConfidence: 'Amber', comment: secret('accepted') });
    await writeAssessment(db, { quarter: ENDED, words: secret('assessment'), seen: 0 }, actor);
    const clearance = { role: secret('role'), clearedOn: TODAY, comment: secret('clearance') };
    await recordClearance(db, { quarter: ENDED, ...clearance }, actor);
    const steer = { fromWhom: secret('whom'), words: secret('steer'), owner: secret('owner') };
    await recordSteer(db, { quarter: ENDED, ...steer, recommendation: null, due: null }, actor);
    await acts.close();
  });
}, 60_000);
afterAll(() => server?.stop());

const ask = async (path: string): Promise<Page> => pageOf(await fetch(server.url + path, { redirect: 'manual' }));
const summary = () => ask(`/quarters/${ENDED}`);
const publish = () => withDatabase(server, async (db) => closingActs(db, commissioned.office).publish());

const FORGED = [
  ...['board', 'ministers', 'publication'].flatMap((audience) =>
    ['', '/summary.json', '/summary.csv'].flatMap((file) =>
      ['', '&version=1', '&version=2'].map((version) => `/quarters/${ENDED}${file}?audience=${audience}${version}`),
    ),
  ),
  ...['close', 'publish', 'correct', 'office', 'held'].map((page) => `/quarters/${ENDED}/${page}`),
  ...['/changes', '/milestones/DAT-1.4', '/milestones/DAT-1.5', '/milestones/DAT-8.3', '/recommendations/DAT-8'],
  ...['/search?q=zebrafish', '/returns', `/returns/${ENDED}/DAT-1`, `/returns/${ENDED}/DAT-8`, '/commission'],
];

describe('a signed-out reader', () => {
  test('sees nothing of a quarter that is closed and not published', async () => {
    expect((await ask(`/quarters/${ENDED}?audience=board`)).status).toBe(302);
    expect((await ask('/milestones/DAT-1.4')).text).not.toContain('February 2043');
    expect((await summary()).text).not.toMatch(/zebrafish|February 2043/);
  });

  test('sees what was chosen, and dates and stages of its returns, once it is published', async () => {
    await publish();
    const { text } = await summary();
    for (const where of ['achieved', 'next', 'stage']) expect(text).toContain(secret(where));
    expect(text).toContain('February 2043');
    expect((await ask('/milestones/DAT-1.4')).text).toContain('February 2043');
    expect((await ask('/recommendations/DAT-1?asAt=2026-09-30')).text).toContain(secret('stage'));
  });

  test('meets nothing else of it on any page or file, nor of a return that was accepted late', async () => {
    await withDatabase(server, async (db) => {
      const { owner } = commissioned;
      const command = { quarter: ENDED, recommendation: 'DAT-8', seen: null, content: late };
      await submitReturn(db, command, { person: owner, now: NOON, today: TODAY });
      await closingActs(db, commissioned.office).accept('DAT-8', { addMilestone: true });
    });
    const pages = await crawlSignedOut(server, ['/', ...FORGED]);
    expect(pages.size).toBeGreaterThan(300);
    const told = [...pages].filter(([, { html }]) => TELLS.test(html));
    expect(told.map(([path]) => path)).toEqual([]);
    for (const path of [`/quarters/${ENDED}`, `/quarters/${ENDED}/summary.json`, `/quarters/${ENDED}/summary.csv`])
      expect((await ask(path)).html).not.toMatch(/\b(Red|Amber)\b|Delivery confidence|OFFICIAL/);
  }, 180_000);

  test('sees what came late once the quarter is corrected', async () => {
    await withDatabase(server, async (db) => closingActs(db, commissioned.office).correct());
    expect((await ask('/recommendations/DAT-8')).text).toContain(secret('late'));
    expect((await ask('/milestones/DAT-8.3')).text).toContain('March 2044');
    expect((await summary()).text).toMatch(/Corrected on 23 November 2026/);
  });
});
