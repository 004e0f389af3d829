import './lib/check-node.js';
import { installIfNeeded } from './lib/prepare.js';
import { main, run } from './lib/run.js';

/** `npm run dev`: serves from the sources through Vite; reload the page to see an edit. */
await main(async () => {
  await installIfNeeded();
  return (await run(['--import', 'tsx', 'server.ts'], { nodeEnv: 'development' })).code;
});
