import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendStrategyFile } from '#app/strategy-files.server.ts';

/** The whole strategy as an OpenDocument spreadsheet, to be edited and sent back. */
export async function loader({ request }: LoaderFunctionArgs) {
  return sendStrategyFile(request, 'ods');
}
