import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  // One CSS target for both builds, or the stylesheet gets two names.
  build: {
    cssTarget: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    ...(isSsrBuild ? { target: 'node20' } : {}),
  },
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
  // Recharts' CommonJS build carries an older d3: bundled, it draws the same everywhere.
  ssr: { noExternal: ['recharts', 'victory-vendor', 'react-smooth', /^d3-/] },
  plugins: [remix(remixOptions)],
}));
