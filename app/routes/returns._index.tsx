import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Offline } from '#app/components/returns/offline.tsx';
import { ReturnGroup } from '#app/components/returns/return-group.tsx';
import { db } from '#app/db.server.ts';
import { readMyReturns } from '#app/domain/returns/my-returns.server.ts';
import { quartersToFill } from '#app/domain/returns/return-list.ts';
import { today } from '#app/env.server.ts';
import { requirePerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return { title: 'Returns', today: today(), ...(await readMyReturns(db, person, today())) };
}

/** The returns that the reader's posts answer for, by what is outstanding. */
export default function Returns() {
  const { today: day, groups, recommendations, isCommissioned, mayReview } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Your returns</h1>
      {mayReview ? <OfficeLinks /> : null}
      <Offline quarters={quartersToFill(groups)} />
      {groups.map((group) => (
        <ReturnGroup key={group.outstanding} {...group} today={day} />
      ))}
      {groups.length === 0 ? (
        <p className="govuk-body app-measure">{whyEmpty(recommendations, isCommissioned)}</p>
      ) : null}
    </>
  );
}

function whyEmpty(recommendations: number, isCommissioned: boolean): string {
  if (recommendations === 0)
    return 'You hold no post that answers for a recommendation, so no return is asked of you. If that is wrong, ask the strategy office.';
  if (!isCommissioned) return 'No quarter is open for returns now. What you are asked for will stand here when one is.';
  return 'Nothing is asked this quarter of the recommendations that your posts answer for.';
}

function OfficeLinks() {
  const to = useAddresses();
  return (
    <p className="govuk-body">
      For the strategy office:{' '}
      <a className="govuk-link" href={to.commission()}>
        open a quarter for returns
      </a>
      ,{' '}
      <a className="govuk-link" href={to.chase()}>
        see who owes what
      </a>
      , or{' '}
      <a className="govuk-link" href={to.imports()}>
        send the strategy or returns as a spreadsheet
      </a>
      .
    </p>
  );
}
