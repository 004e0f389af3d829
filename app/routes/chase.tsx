import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Debtors } from '#app/components/commission/debtors.tsx';
import { db } from '#app/db.server.ts';
import { readChasePage } from '#app/domain/commission/chase-page.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { today } from '#app/env.server.ts';
import { found, requireAllowed } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAllowed(request, 'commission');
  const { searchParams, origin } = new URL(request.url);
  const quarter = searchParams.get('quarter') || null;
  const to = addresses();
  const links = {
    list: origin + to.returns(),
    ofReturn: (of: string, code: string) => origin + to.return(of, code),
  };
  const read = await readChasePage(db, { quarter, today: today(), links });
  const page = read === null ? null : found(read, 'quarter that takes returns', quarter ?? '');
  return { title: page ? `Who owes what for ${page.label}` : 'Who owes what', page };
}

/** Who owes which return, with a text to send to each. */
export default function Chase() {
  const { page } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl app-title">
        {page ? <span className="govuk-caption-xl">{page.label}</span> : null} Who owes what
      </h1>
      {page ? <Owing /> : <p className="govuk-body">No quarter takes returns now, so nobody owes one.</p>}
      <p className="govuk-body">
        <a className="govuk-link" href={to.commission(page?.quarter)}>
          Commission
        </a>
      </p>
    </>
  );
}

function Owing() {
  const { page } = useLoaderData<typeof loader>();
  if (!page) return null;
  const owed = [...page.debtors, ...page.vacant].reduce((sum, { returns }) => sum + returns.length, 0);
  const all = owed + page.withoutOwner.length;
  if (all === 0)
    return <p className="govuk-body">Nobody owes a return: everything that was asked for has been submitted.</p>;
  return (
    <>
      <p className="govuk-body app-measure">
        {counted(all, 'return')} of {page.asked} {all === 1 ? 'is' : 'are'} outstanding. Who has submitted everything is
        not listed. Nothing is sent from here.
      </p>
      <Debtors page={page} />
    </>
  );
}
