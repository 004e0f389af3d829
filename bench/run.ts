import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateStrategy } from './generate.ts';

/**
 * `npm run bench`: how fast pages are, as ratios to the smallest answer of the same server in the same run, since the
 * machines are shared and noisy. Each page is asked for one after another, in turns with /health.
 */
const ROUNDS = 3;
const REQUESTS = 5;
const PAGES = ['/', '/themes/DAT', '/milestones?theme=REG', '/milestones/DAT-8.2', '/quarters/2019-20-Q3'];

const folder = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
try {
  const large = join(folder, 'large');
  await generateStrategy(large, { recommendations: 1_000, milestones: 10 });
  console.log('Times of an answer as multiples of the time of /health, median of rounds; small is the real strategy,');
  console.log('large has 1,000 recommendations and 10,000 milestones more.\n');
  const small = await measure('small', 'seeds/life-sciences-industrial-strategy');
  const big = await measure('large', large);
  console.log(['page', 'small × health', 'large × health', 'large / small'].join('\t'));
  for (const page of PAGES) {
    const [a, b] = [small.get(page) ?? 0, big.get(page) ?? 0];
    console.log([page, a.toFixed(1), b.toFixed(1), (b / a).toFixed(1)].join('\t'));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The median ratio of each page's time to that of /health, on a server of its own. */
async function measure(name: string, strategy: string): Promise<Map<string, number>> {
  const { server, url } = await startServer(join(folder, `${name}.db`), strategy);
  try {
    const ratios = new Map<string, number>();
    for (const page of PAGES) {
      await timeOf(url + page, 3);
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const health = await timeOf(`${url}/health`, REQUESTS);
        rounds.push((await timeOf(url + page, REQUESTS)) / health);
      }
      ratios.set(page, rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0);
    }
    return ratios;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Milliseconds that one answer takes on average, over some requests one after another. */
async function timeOf(url: string, requests: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < requests; i++) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    await response.text();
  }
  return (performance.now() - start) / requests;
}

async function startServer(database: string, strategy: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database,
      STRATEGY: strategy,
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^Listening on (\S+)/.exec(line)?.[1];
    if (url) return { server, url };
  }
  throw new Error('The server stopped before it listened');
}
