const HERE = 'http://here.invalid';

/**
 * A page of this site to go on to, as path, query and fragment; "/" for anything else. "//evil.example",
 * "/\evil.example" and "/.//evil.example" all look local and are not, so the address is read as a browser reads it.
 */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith('//')) return '/';
  return pathname + search + hash;
}
