import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Button } from '#app/components/govuk/button.tsx';
import { signedInPerson, signOutHeaders } from '#app/session.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await signedInPerson(request);
  return { title: 'Sign out', name: person?.name ?? null };
}

/** Only a form signs somebody out: a link could be followed by a browser that fetches ahead. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(addresses().overview(), { headers: await signOutHeaders(request) });
}

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Sign out</h1>
      {name === null ? (
        <p className="govuk-body">
          You are not signed in.{' '}
          <a className="govuk-link" href={addresses().overview()}>
            Go to the overview
          </a>
        </p>
      ) : (
        <form method="post" action={addresses().signOut()}>
          <p className="govuk-body">You are signed in as {name}.</p>
          <Button>Sign out</Button>
        </form>
      )}
    </>
  );
}
