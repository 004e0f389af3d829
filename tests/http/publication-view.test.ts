import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FactCommand, recordFact } from '#app/domain/milestones/record-fact.server.ts';
import { recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { draftBasis } from '#app/domain/returns/draft-basis.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { acceptReturn } from '#app/domain/review/accept-return.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { contentWith } from '../helpers/commissioned.ts';
import { crawlSignedOut } from '../helpers/crawl.ts';
import { type Cycle, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { type Page, pageOf } from '../helpers/html.ts';
import { acceptNow, sendAndRead, strategyFolder } from '../helpers/imports.ts';
import { anotherBrowserOf, withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { rowsOf } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import type { Visitor } from '../helpers/visitor.ts';

/** Stands in every text of a return, a review and the office that nobody has published. */
const SECRET = 'zebrafish';
const secret = (where: string): string => `${SECRET}-in-${where}`;
/** A page may say again what was looked for; these words, dates and names come from inside. */
const TELLS = /zebrafish-in|2043-02|February 2043|Grace Hopper/;

let server: RunningServer;
let cycle: Cycle;
let reader: Visitor;

/** A date that the office records of a milestone which came with the return. */
const laterDate = (milestone: string): FactCommand => ({
  ...{ milestone, act: 'later-date', kind: 'forecast', value: '2044', saidOn: '2026-11-20', note: secret('later') },
  ...{ reason: secret('later'), source: null, newSource: null, replaces: null, seen: 1 },
});

/** A file with the strategy that says something of a milestone which came with the return, and of one that did not. */
async function importStrategy(db: Kysely<Database>, office: SignedIn): Promise<void> {
  const file = strategyFolder(
    {
      milestones: [
        ['code', 'title', 'note'],
        ['DAT-1.5', secret('imported-title'), secret('imported-note')],
      ],
      findings: [
        ['code', 'text'],
        ['NESTA-1', 'A finding that a file put in other words'],
      ],
      milestone_dates: [
        ['milestone', 'kind', 'value', 'said_on', 'confirmation', 'note'],
        ['DAT-1.5', 'forecast', '2043-02', '2026-11-21', 'memory', secret('imported-date')],
      ],
    },
    await findNewestChange(db),
  );
  await acceptNow(db, office, await sendAndRead(db, office, { name: `${secret('file')}.zip`, bytes: file }));
}

/** Plants the word in everything that can be said inside, in every state that a return can be in. */
beforeAll(async () => {
  server = await startServer();
  await withDatabase(server, async (db) => {
    cycle = await makeCycle(db);
    const reviewer = { person: cycle.office, now: NOON, today: TODAY };
    const everything = contentWith({
      ...{ confidence: 'Red', confidenceReason: secret('reason'), achieved: secret('achieved'), next: secret('next') },
      ...{ risks: secret('risks'), pathToGreen: secret('path'), help: secret('help'), helpFrom: secret('from') },
      ...{
        stage: 'not delivered',
        stageReason: secret('stage'),
        evidence: secret('evidence'),
        clearedBy: secret('by'),
      },
      ...{ proposedMilestone: secret('proposed'), proposedDate: '2041', clearedOn: '2026-11-20' },
      statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2043-02', reason: secret('statement') }],
    });
    await cycle.submit('DAT-1', everything);
    const accepted = { ownConfidence: 'Amber' as const, comment: secret('accepted'), addMilestone: true };
    await acceptReturn(db, { quarter: QUARTER, recommendation: 'DAT-1', seen: 1, ...accepted }, reviewer);
    await cycle.submit('DAT-8', { ...everything, statements: [], stage: null, stageReason: null });
    await cycle.sendBack('DAT-8', 1, secret('comment'));
    const sentBack = await readReturn(db, QUARTER, 'DAT-8');
    if (!sentBack) throw new Error('No return of DAT-8 is asked for');
    await cycle.save('DAT-8', { achieved: secret('draft') }, draftBasis(sentBack, []));
    await recordFact(db, laterDate('DAT-1.5'), reviewer);
    await importStrategy(db, cycle.office);
    await writeAssessment(db, { quarter: QUARTER, words: secret('assessment'), seen: 0 }, reviewer);
    await recordClearance(
      db,
      { quarter: QUARTER, role: secret('role'), clearedOn: TODAY, comment: secret('clearance') },
      reviewer,
    );
    await recordSteer(
      db,
      {
        quarter: QUARTER,
        fromWhom: secret('whom'),
        words: secret('steer'),
        owner: secret('owner'),
        recommendation: null,
        due: null,
      },
      reviewer,
    );
  });
  reader = await anotherBrowserOf(server, cycle.reader);
}, 60_000);
afterAll(() => server?.stop());

const ask = async (path: string): Promise<Page> => pageOf(await fetch(server.url + path, { redirect: 'manual' }));
const codes = (file: string): string[] => rowsOf(file).map(({ code = '' }) => code);

/** Addresses that no page shows to signed-out readers. */
const FORGED = [
  ...['/returns', '/commission', '/chase', '/people', '/people/1', '/account'],
  ...['', '/check', '/review', '/draft'].flatMap((end) => [
    `/returns/${QUARTER}/DAT-1${end}`,
    `/returns/${QUARTER}/DAT-8${end}`,
  ]),
  ...[`/quarters/${QUARTER}/office`, `/quarters/${QUARTER}/held`, '/figures/delivery-confidence.csv'],
  ...['board', 'ministers'].flatMap((audience) =>
    ['', '/summary.json', '/summary.csv'].map((file) => `/quarters/${QUARTER}${file}?audience=${audience}`),
  ),
  ...['/figures/delivery-confidence.csv?theme=DAT', '/milestones/DAT-1.5', '/changes?kind=return+accepted'],
  ...['/changes?kind=return+submitted', '/changes?kind=assessment+written', '/changes?subject=DAT-1'],
  ...[`/search?q=${SECRET}`, '/search?q=2043', '/milestones?q=zebrafish', '/recommendations?stage=not+delivered'],
];

describe('a signed-out reader', () => {
  test('meets nothing of what was said inside, on any page, file or answer for scripts', async () => {
    const milestones = codes('milestones.csv').map((code) => `/milestones/${code}`);
    const pages = await crawlSignedOut(server, ['/', ...FORGED, ...milestones]);
    expect(pages.size).toBeGreaterThan(400);
    const told = [...pages].filter(([, { html }]) => TELLS.test(html));
    expect(told.map(([path]) => path)).toEqual([]);
  }, 180_000);

  test('finds nothing when looking for it', async () => {
    expect((await ask('/milestones/DAT-1.5')).status).toBe(404);
    expect((await ask('/changes')).html).not.toContain('DAT-1.5');
    // What else a file said is not held with it.
    expect((await ask('/changes?kind=strategy+imported')).text).toContain('A file with the strategy was accepted');
    expect((await ask('/partnerships')).text).toContain('A finding that a file put in other words');
    expect((await ask('/figures/delivery-confidence.csv')).status).toBe(404);
  });

  test('sees the counts, figures and files that there were before the return', async () => {
    const untouched = await startServer();
    const paths = ['/', '/themes/DAT', '/milestones.csv', '/figures/milestones-by-quarter.csv', '/recommendations'];
    for (const path of [...paths, '/figures/late-by.csv', '/quarters/2025-26-Q4', '/figures/stages-by-theme.csv'])
      expect([path, (await ask(path)).text]).toEqual([path, (await pageOf(await fetch(untouched.url + path))).text]);
    await untouched.stop();
  });
});

describe('a reader who is signed in', () => {
  test('sees what was accepted, in the record and beside it', async () => {
    expect((await reader.get('/milestones/DAT-1.4')).text).toMatch(/February 2043/);
    expect((await reader.get('/recommendations/DAT-1')).text).toMatch(/Not delivered.*zebrafish-in-stage/s);
    expect((await reader.get('/milestones/DAT-1.5')).text).toMatch(
      /zebrafish-in-imported-title.*zebrafish-in-imported-date/s,
    );
    expect((await reader.get('/themes/DAT')).text).toMatch(/Red \(office: Amber\)/);
    expect((await reader.get('/')).text).toMatch(/the owner says Red, the office Amber/);
    expect((await reader.get('/figures/delivery-confidence.csv?theme=DAT')).html).toMatch(
      /DAT-1,.*Red \(office: Amber\)/,
    );
  });

  test('does not see drafts, nor what came back to its owner', async () => {
    for (const path of ['/themes/DAT', `/quarters/${QUARTER}`, `/returns/${QUARTER}/DAT-8`])
      expect((await reader.get(path)).text).not.toMatch(/zebrafish-in-draft/);
  });
});

describe('all that is held on a quarter, as one file', () => {
  test('is for the office, and has drafts, ratings, comments and the office’s words in it', async () => {
    const office = await anotherBrowserOf(server, cycle.office);
    const { status, html } = await office.get(`/quarters/${QUARTER}/held`);
    expect(status).toBe(200);
    const held = JSON.parse(html);
    expect(held).toMatchObject({ marking: 'OFFICIAL', quarter: QUARTER, commission: { state: 'commissioned' } });
    const words = [
      'reason',
      'achieved',
      'risks',
      'path',
      'help',
      'stage',
      'evidence',
      'proposed',
      'statement',
      'accepted',
    ];
    for (const where of [...words, 'draft', 'comment', 'assessment', 'clearance', 'steer'])
      expect(html).toContain(secret(where));
    expect(held.returns.map(({ acts }: { acts: { act: string }[] }) => acts.map(({ act }) => act))).toEqual([
      ['submitted', 'accepted'],
      ['submitted', 'sent back'],
      [],
    ]);
    expect((await reader.get(`/quarters/${QUARTER}/held`)).status).toBe(403);
    expect((await ask(`/quarters/${QUARTER}/held`)).status).toBe(302);
  });
});

describe('figure 9', () => {
  test('is for the office, on the page of commissions and as a file', async () => {
    const office = await anotherBrowserOf(server, cycle.office);
    expect((await office.get('/commission')).text).toMatch(/Figure 9 2 of 3 returns came in time/);
    expect((await office.get('/figures/punctuality.csv')).html).toMatch(/October to December 2026,3,2,0,0,1/);
    expect((await reader.get('/figures/punctuality.csv')).status).toBe(403);
    expect((await ask('/figures/punctuality.csv')).status).toBe(302);
  });
});
