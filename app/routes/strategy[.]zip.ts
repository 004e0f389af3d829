import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendStrategyFile } from '#app/strategy-files.server.ts';

/** The same as a folder of CSV files, packed. */
export async function loader({ request }: LoaderFunctionArgs) {
  return sendStrategyFile(request, 'zip');
}
