import { refuse } from '#app/request.server.ts';

/** Every address that no other route answers. */
export function loader() {
  refuse(404, 'If you typed the address, check it. If you followed a link, the page may have moved.');
}

/** A post to an address that is not there is answered the same. */
export const action = loader;

export default function NotFound() {
  return null;
}
