import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { ErrorPage } from './components/frame/error-page.tsx';
import { PageFrame } from './components/frame/page-frame.tsx';
import { db } from './db.server.ts';
import { may } from './domain/people/permissions.ts';
import { findDemonstrationDay, readStrategySummary } from './domain/record/strategy-summary.server.ts';
import { env, today } from './env.server.ts';
import type { FrameData, PageData } from './page-data.ts';
import { ResponseStatusContext } from './response-status.ts';
import { signedInPerson } from './session.server.ts';
import styles from './styles/app.scss?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader({ request }: LoaderFunctionArgs): Promise<FrameData> {
  const person = await signedInPerson(request);
  return {
    strategy: await readStrategySummary(db),
    today: today(),
    person: person && { name: person.name, seesPeople: may(person, 'see people') },
    marking: person && env.MARKING,
    isDemonstration: (await findDemonstrationDay(db)) !== null,
  };
}

/**
 * The whole page as HTML from the server. Pages are not hydrated (docs/decisions/0005): there is no <Scripts>, and one
 * small script adds tooltips and moves focus.
 */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12436d" />
        <title>{usePageTitle()}</title>
        <Links />
        <script src="/enhance.js" defer />
      </head>
      <body className="govuk-template__body">{children}</body>
    </html>
  );
}

export default function App() {
  return (
    <PageFrame frame={useLoaderData<typeof loader>()} page={usePageData()}>
      <Outlet />
    </PageFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <PageFrame frame={frame ?? null} page={{}}>
      <ErrorPage {...errorWords(error)} />
    </PageFrame>
  );
}

function usePageData(): Partial<PageData> {
  return (useMatches().at(-1)?.data ?? {}) as Partial<PageData>;
}

/** "Error: " goes first when a form was answered with its faults (GOV.UK error summary guidance). */
function usePageTitle(): string {
  const status = useContext(ResponseStatusContext);
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  const page = usePageData();
  const site = frame ? `${frame.strategy.name} – strategy tracker` : 'Strategy tracker';
  if (error) return `${errorWords(error).title} – ${site}`;
  return `${status === 400 || status === 429 ? 'Error: ' : ''}${page.title ? `${page.title} – ` : ''}${site}`;
}

/** The title and the words for an error: those that a loader threw, or words that tell nothing of the inside. */
function errorWords(error: unknown): { status: number; title: string; message: string | null } {
  if (!isRouteErrorResponse(error)) return { status: 500, title: 'Sorry, there is a problem', message: null };
  const titles: Record<number, string> = {
    400: 'This address cannot be shown',
    403: 'You may not do this',
    404: 'Page not found',
    410: 'This link has been used',
  };
  const message = typeof error.data?.message === 'string' ? error.data.message : null;
  return { status: error.status, title: titles[error.status] ?? 'Sorry, there is a problem', message };
}
