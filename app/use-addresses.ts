import { isRouteErrorResponse, useRouteError, useSearchParams } from '@remix-run/react';
import { type Addresses, addresses } from './addresses.ts';
import { isDay } from './domain/partial-date.ts';

/**
 * The site's addresses, keeping the earlier day that the reader is looking at, if any. A page that refused the address
 * does not hand on the day: every link from it would be refused as well.
 */
export function useAddresses(): Addresses {
  const [search] = useSearchParams();
  const error = useRouteError();
  const isRefused = isRouteErrorResponse(error) && error.status === 400;
  const asAt = search.get('asAt');
  return addresses(asAt && isDay(asAt) && !isRefused ? asAt : null);
}
