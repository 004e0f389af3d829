import './lib/check-node.js';
import { installIfNeeded } from './lib/prepare.js';
import { main, say } from './lib/run.js';

/** Installs the packages when needed and does nothing else: for machines that check a change. */
await main(async () => {
  await installIfNeeded();
  say('The packages are installed.');
  return 0;
});
