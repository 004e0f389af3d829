import { useSearchParams } from '@remix-run/react';
import { type Addresses, addresses } from './addresses.ts';
import { isDay } from './domain/partial-date.ts';

/** The site's addresses, keeping the earlier day that the reader is looking at, if any. */
export function useAddresses(): Addresses {
  const [search] = useSearchParams();
  const asAt = search.get('asAt');
  return addresses(asAt && isDay(asAt) ? asAt : null);
}
