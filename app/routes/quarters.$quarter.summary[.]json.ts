import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendSummaryFile } from '#app/summary-files.server.ts';

/** The summary of a quarter as JSON. */
export const loader = ({ request, params }: LoaderFunctionArgs) => sendSummaryFile(request, params.quarter, 'json');
