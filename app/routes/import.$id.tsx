import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { FileName } from '#app/components/imports/file-name.tsx';
import { ImportedFile } from '#app/components/imports/imported-file.tsx';
import { KeptAnswers } from '#app/components/imports/kept-answers.tsx';
import { ReadingProgress } from '#app/components/imports/reading-progress.tsx';
import { parseImportQuery } from '#app/domain/registers/register-query.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { answerImport, importNumber, pageOfImport } from '#app/import-page.server.ts';
import { queryOf } from '#app/request.server.ts';
import { requirePerson, signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = importNumber(params.id);
  // After a form is answered this runs once more; whoever is signed out by then is shown what they chose, and not the file.
  const isForm = request.headers.has('Content-Type');
  const person = isForm ? await signedInPerson(request) : await requirePerson(request);
  const done = new URL(request.url).searchParams.get('done');
  if (!person) return { title: 'A file that was sent', id, done, page: null, progress: null, fileName: null };
  const query = queryOf(request, parseImportQuery);
  const shown = { page: null, progress: null, ...(await pageOfImport(id, { person, query })) };
  const fileName = shown.page?.fileName ?? ('fileName' in shown ? shown.fileName : null);
  return { title: fileName ?? 'A file that was sent', id, done, fileName, page: shown.page, progress: shown.progress };
}

export function action({ request, params }: ActionFunctionArgs) {
  return answerImport(request, importNumber(params.id));
}

/** A file that somebody sent: how far its reading has come, what it would do, or what it did. */
export default function ImportPage() {
  const { id, done, page, progress, fileName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const faults = page?.view?.faultCount ?? 0;
  const errors = {
    ...(page?.refused ? { form: 'This file cannot be read, and nothing of it is in the record' } : {}),
    ...(faults > 0 ? { faults: `${counted(faults, 'thing')} to mend in the file before it can be accepted` } : {}),
    ...answer?.errors,
  };
  return (
    <>
      <BackLink href={to.imports()}>Send a spreadsheet</BackLink>
      <ErrorSummary errors={errors} />
      {page ? <ImportedFile page={page} answer={answer} done={done} /> : null}
      {page ? null : (
        <h1 className="govuk-heading-xl app-title">
          <FileName name={fileName ?? 'A file that was sent'} />
        </h1>
      )}
      {progress ? <ReadingProgress again={to.import(id)} progress={progress} /> : null}
      {!page && !progress && answer ? <KeptAnswers id={id} answer={answer} /> : null}
    </>
  );
}
