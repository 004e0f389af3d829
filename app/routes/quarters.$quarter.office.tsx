import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { AssessmentConflict } from '#app/components/office/assessment-conflict.tsx';
import { OfficeForm } from '#app/components/office/office-form.tsx';
import { AssessmentSection, ClearanceSection, SteerSection } from '#app/components/office/sections.tsx';
import { db } from '#app/db.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { OFFICE_DONE_WORDS, type OfficeAct, officeActOf } from '#app/domain/office/office-acts.ts';
import { officeRefusalOf } from '#app/domain/office/office-errors.ts';
import { type AskedOfOffice, officeForm } from '#app/domain/office/office-form.server.ts';
import { type OfficePage, readOfficePage, readSteerSubjects } from '#app/domain/office/office-page.server.ts';
import type { OfficeActor } from '#app/domain/office/office-rules.server.ts';
import { recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { markSteerDone, recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { ROLE_WORDS } from '#app/domain/people/role-words.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { type Quarter, quarterLabel } from '#app/domain/quarter.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, quarterIn, refuse, requireAllowed } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  // After a form is answered this runs once more; what somebody typed whose session has ended is then shown to them.
  const answers = request.headers.has('Content-Type');
  const signedIn = answers ? await signedInPerson(request) : await requireAllowed(request, 'read internal pages');
  const person = may(signedIn, 'read internal pages') ? signedIn : null;
  const { quarter } = await quarterIn(request, params.quarter);
  const page = person && (await readOfficePage(db, quarter, today()));
  const search = new URL(request.url).searchParams;
  const mayWrite = may(person, 'review returns');
  return {
    title: `The office’s words: ${quarterLabel(quarter)}`,
    quarter,
    page,
    mayWrite,
    form: page && mayWrite ? formAsked(search, page) : null,
    subjects: mayWrite || answers ? await readSteerSubjects(db) : [],
    done: officeActOf(search.get('done')),
  };
}

/** The form that the address asks for, where the quarter allows what it does. */
function formAsked(search: URLSearchParams, page: OfficePage): { act: OfficeAct; steer: number | null } | null {
  const asked = search.get('do');
  const act = officeActOf(asked);
  if (asked && !act)
    refuse(400, `“${asked}” is not something that can be written here. Choose from the links on the page.`);
  if (act === null || (act === 'done' ? page.whyNoActs : page.whyNoWords) !== null) return null;
  if (act !== 'done') return { act, steer: null };
  const steer = [...page.steers, ...page.carried].find(({ id }) => String(id) === search.get('steer'));
  return steer && steer.doneOn === null ? { act, steer: steer.id } : null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const person = await signedInPerson(request);
  if (!person || !may(person, 'review returns')) return refused(403, { form: whyNot(person) }, values);
  const form = parseForm(formData, officeForm);
  if (!form.ok) return refused(400, form.errors, values);
  try {
    await carryOut(quarter, form.value, { person, now: now(), today: today() });
    return redirect(addresses().quarterOffice(quarter, '', { done: form.value.act }));
  } catch (error) {
    const refusal = officeRefusalOf(error);
    if (!refusal) throw error;
    return refused(refusal.status, refusal.errors, values, refusal.bothTexts);
  }
}

const refused = (status: number, errors: Record<string, string>, values: Record<string, string>, bothTexts = false) =>
  data({ errors, values, bothTexts }, { status });

const whyNot = (person: SignedIn | null): string =>
  person
    ? `You are signed in as ${person.name}, ${ROLE_WORDS[person.role].one}, and may not write the office’s words. Nothing was saved. If you should be able to, ask an administrator.`
    : 'You are signed out, so nothing was saved. What you typed is kept below: sign in in another tab, come back to this one and press the button again.';

async function carryOut(quarter: Quarter, asked: AskedOfOffice, actor: OfficeActor): Promise<void> {
  if (asked.act === 'assess') await writeAssessment(db, { quarter, ...asked.command }, actor);
  else if (asked.act === 'clear') await recordClearance(db, { quarter, ...asked.command }, actor);
  else if (asked.act === 'steer') await recordSteer(db, { quarter, ...asked.command }, actor);
  else await markSteerDone(db, { quarter, ...asked.command }, actor);
}

/** What the strategy office wrote about a quarter: its assessment, who cleared it, what was asked for. Internal. */
export default function OfficeRoute() {
  const { quarter, page, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const label = quarterLabel(quarter);
  const form = useForm();
  const beside = (...acts: OfficeAct[]) => (form && acts.includes(form.act) ? <OfficeForm {...form} /> : null);
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Quarters', href: to.quarters() },
          { text: label, href: to.quarter(quarter) },
          { text: 'The office’s words' },
        ]}
      />
      <ErrorSummary errors={answer?.errors} />
      {done ? <NotificationBanner kind="success">{OFFICE_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">The office’s words: {label}</h1>
      {answer?.bothTexts && page?.assessment ? (
        <AssessmentConflict theirs={page.assessment} yours={answer.values.words ?? ''} />
      ) : null}
      {page ? (
        <>
          <InsetText>
            <p className="govuk-body">
              Not published: for people who are signed in. What is written here may be released under the Freedom of
              Information Act 2000, so write no names of people.
            </p>
            {mayWrite && page.whyNoWords ? <p className="govuk-body">{page.whyNoWords}.</p> : null}
          </InsetText>
          <AssessmentSection page={page} mayWrite={mayWrite} form={beside('assess')} />
          <ClearanceSection page={page} mayWrite={mayWrite} form={beside('clear')} />
          <SteerSection page={page} mayWrite={mayWrite} form={beside('steer', 'done')} />
        </>
      ) : (
        beside('assess', 'clear', 'steer', 'done')
      )}
    </>
  );
}

/** The form that is shown, filled with what was typed; also for somebody whose session ended while writing. */
function useForm() {
  const { quarter, page, form, subjects } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string> = answer?.values ?? {};
  const act = form?.act ?? officeActOf(values.act);
  if (!act) return null;
  const steers = page ? [...page.steers, ...page.carried] : [];
  const id = form ? form.steer : Number(values.steer);
  const steer = steers.find((one) => one.id === id) ?? null;
  const assessment = page?.assessment ?? null;
  const standing = assessment?.number ?? 0;
  // What somebody saved meanwhile has been seen only when it was shown beside what was typed.
  const seen = answer && !answer.bothTexts ? Number(values.seen) || 0 : standing;
  return { quarter, act, assessment, seen, steer, subjects, errors: answer?.errors ?? {}, values };
}
