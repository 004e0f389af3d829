import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { SendForm } from '#app/components/imports/send-form.tsx';
import { SentFiles } from '#app/components/imports/sent-files.tsx';
import { db } from '#app/db.server.ts';
import { readImports } from '#app/domain/imports/imports.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { limitsInWords } from '#app/imports/limits.ts';
import { keepSentFile, senderOf } from '#app/send-file.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await senderOf(request);
  return {
    title: 'Send a spreadsheet',
    limits: limitsInWords(),
    mayImportStrategy: may(person, 'import the strategy'),
    files: person && (await readImports(db, person)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { status, errors } = await keepSentFile(request);
  return data({ errors }, { status });
}

/** A spreadsheet to send, and what became of those that were. */
export default function Import() {
  const { limits, mayImportStrategy, files } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-xl">Send a spreadsheet</h1>
      <SendForm mayImportStrategy={mayImportStrategy} limits={limits} errors={errors} />
      {files ? <SentFiles files={files} ofEverybody={mayImportStrategy} /> : null}
    </>
  );
}
