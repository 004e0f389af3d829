import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendReturnWorkbook } from '#app/return-workbook.server.ts';

/** The returns that the reader may fill in, as an Excel workbook. */
export const loader = ({ request, params }: LoaderFunctionArgs) => sendReturnWorkbook(request, params.quarter, 'xlsx');
