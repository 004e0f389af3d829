import { openDatabase } from '#db/client.server.ts';
import { env } from './env.server.ts';

/** The running app's one connection. The server program migrates and loads through another before any page is asked for. */
export const db = openDatabase(env.DATABASE_URL);
