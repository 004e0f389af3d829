import './lib/check-node.js';
import { buildIfNeeded, installIfNeeded } from './lib/prepare.js';
import { main, run } from './lib/run.js';

/** `npm start`: installs and builds what is needed, then serves. Ends with the server's own exit code. */
await main(async () => {
  await installIfNeeded();
  await buildIfNeeded();
  return (await run(['--import', 'tsx', 'server.ts'], { nodeEnv: process.env.NODE_ENV || 'production' })).code;
});
