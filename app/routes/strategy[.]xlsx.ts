import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendStrategyFile } from '#app/strategy-files.server.ts';

/** The same as an Excel workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  return sendStrategyFile(request, 'xlsx');
}
