/** Imported first, for its effect: stops with plain words where Node is too old for anything after it. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `This program needs Node 20.19 or newer, and this is Node ${process.versions.node}.\n` +
      'Get a newer one from https://nodejs.org (or with your version manager) and run the same command again.',
  );
  process.exit(1);
}
