/**
 * Options of the Remix plugin; vite.config.ts hands them over.
 * Every flag that prepares for React Router 7 is on but v3_routeConfig, so that the move is a change of imports.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
