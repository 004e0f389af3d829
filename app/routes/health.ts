import { db } from '#app/db.server.ts';
import { isHealthy } from '#app/domain/health.server.ts';

/** 200 when the program can read its record, for whoever watches over it. */
export async function loader() {
  const ok = await isHealthy(db);
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
