import './lib/check-node.js';
import { buildIfNeeded, installIfNeeded } from './lib/prepare.js';
import { main, run } from './lib/run.js';

/** `npm run demo`: a second database with made-up returns on the real strategy, served like the real one. */
await main(async () => {
  await installIfNeeded();
  await buildIfNeeded();
  process.env.DATABASE_URL ||= 'data/demonstration.db';
  const options = { nodeEnv: process.env.NODE_ENV || 'production' };
  const { code } = await run(['--import', 'tsx', 'seeds/demonstration/command.ts'], options);
  if (code !== 0) return code;
  return (await run(['--import', 'tsx', 'server.ts'], options)).code;
});
