import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTemplate, freshDatabase, temporaryFolder } from '../helpers/database.ts';
import { type RunningServer, startRefused, startServer } from '../helpers/server.ts';

const newFile = () => join(temporaryFolder(), 'data', 'strategy.db');
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const post = (url: string, headers: Record<string, string> = {}, body = '') =>
  fetch(url, { method: 'POST', headers: { ...FORM, ...headers }, body });

describe('the first start', () => {
  it('loads the strategy, prints a one-time link and answers', async () => {
    const server = await startServer({ database: newFile() });
    expect(server.output()).toMatch(/Loaded 1,\d{3} rows\./);
    expect(server.output()).toMatch(new RegExp(`^${server.url}/welcome/[\\w-]{30,}$`, 'm'));
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('does not load again the next time, and makes a new link while nobody can sign in', async () => {
    const database = newFile();
    const first = await startServer({ database });
    await first.stop();
    const second = await startServer({ database });
    expect(second.output()).not.toMatch(/load|newest form/i);
    const linkOf = (output: string) => /\/welcome\/\S+/.exec(output)?.[0];
    expect(linkOf(second.output())).toBeDefined();
    expect(linkOf(second.output())).not.toBe(linkOf(first.output()));
    await second.stop();
  });

  it('leaves the whole record in one file when it ends', async () => {
    const database = newFile();
    const server = await startServer({ database });
    await fetch(`${server.url}/health`);
    await server.stop();
    expect(readdirSync(join(database, '..')).filter((name) => name.startsWith('strategy.db'))).toEqual(['strategy.db']);
  });
});

describe('npm start', () => {
  it('builds nothing that is built, and ends cleanly when asked to', async () => {
    const server = await startServer({
      command: ['scripts/start.js'],
      database: copyTemplate(),
      today: null,
      env: { NODE_ENV: 'production' },
    });
    expect(server.output()).not.toMatch(/Installing|Building/);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(server.output()).toContain('Stopping');
  });
});

describe('a start is refused in words, without a stack,', () => {
  it('when settings are wrong: all of them at once', async () => {
    const { code, output } = await startRefused({ env: { PORT: 'http', LOG_LEVEL: 'loud' } });
    expect(code).toBe(1);
    expect(output).toContain('2 settings are wrong');
    expect(output).toContain('PORT is "http": give a whole number');
    expect(output).toContain('LOG_LEVEL is "loud": write one of');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('when TODAY is set in production', async () => {
    const { code, output } = await startRefused({ env: { NODE_ENV: 'production' } });
    expect(code).toBe(1);
    expect(output).toContain('TODAY is set: leave it out');
  });

  it('when the database was made by a newer program, which is left as it is', async () => {
    const { db, file, close } = await freshDatabase();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(db);
    const { code, output } = await startRefused({ database: file });
    await close();
    expect(code).toBe(1);
    expect(output).toMatch(/newer version of the program.*9999-from-the-future/);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('when the file is no database', async () => {
    const { code, output } = await startRefused({ database: join(import.meta.dirname, 'start.test.ts') });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL: the database');
  });

  it('when the port is taken', async () => {
    const server = await startServer();
    const { code, output } = await startRefused({ env: { PORT: new URL(server.url).port } });
    await server.stop();
    expect(code).toBe(1);
    expect(output).toContain('is taken by another program');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe('the running server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('refuses forms that another site sent', async () => {
    const refused = await post(`${server.url}/sign-in`, { Origin: 'https://elsewhere.example' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('This was sent from another site');
    expect((await post(`${server.url}/sign-in`, { Origin: 'null' })).status).toBe(403);
    expect((await post(`${server.url}/sign-in`, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('takes forms of its own', async () => {
    expect((await post(`${server.url}/sign-in`, { Origin: server.url })).status).toBe(400);
  });

  it('refuses a body that is too large, or that is no form', async () => {
    expect((await post(`${server.url}/sign-in`, {}, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await post(`${server.url}/sign-in`, { 'Content-Type': 'application/json' }, '{}')).status).toBe(415);
  });

  it('sends headers that allow no script but its own files', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';style-src 'self'");
  });

  it('answers 400 to a Host that is none, and 404 to a file under /assets that is not there', async () => {
    expect(await statusWithHost(server.url, 'not a host')).toBe(400);
    expect((await fetch(`${server.url}/assets/none-0123.js`)).status).toBe(404);
  });
});

describe('a server with settings of its own', () => {
  it('compares with the name that readers know when it trusts a proxy', async () => {
    const { url, stop } = await startServer({ env: { TRUST_PROXY: '1' } });
    const headers = { Origin: 'https://tracker.example', 'X-Forwarded-Host': 'tracker.example' };
    expect((await post(`${url}/sign-in`, headers)).status).toBe(400);
    await stop();
  });

  it('slows down guesses at passwords, however the address is written', async () => {
    const { url, stop } = await startServer();
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1) statuses.push((await post(`${url}/SIGN%2Din`)).status);
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses[30]).toBe(429);
    await stop();
  });
});

/** fetch does not let the Host header be chosen. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}
