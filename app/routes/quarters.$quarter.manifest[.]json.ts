import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendManifest } from '#app/summary-files.server.ts';

/** The files of a quarter's summary with their bytes and hashes, as JSON. */
export const loader = ({ request, params }: LoaderFunctionArgs) => sendManifest(request, params.quarter);
