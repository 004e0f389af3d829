import './lib/check-node.js';
import { buildIfNeeded, installIfNeeded } from './lib/prepare.js';
import { main, say } from './lib/run.js';

/** Builds the pages when needed and does nothing else: the build that the next start would make. */
await main(async () => {
  await installIfNeeded();
  await buildIfNeeded();
  say('The pages are built.');
  return 0;
});
