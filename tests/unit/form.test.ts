import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { parseForm } from '#app/domain/form.server.ts';

const schema = z.object({
  title: z.string({ error: 'Enter a title' }).max(5, { error: 'Title must be 5 characters or fewer' }),
  due: z.object({
    day: z.string().optional(),
    month: z.string().regex(/^\d+$/, { error: 'Month must be a number' }).optional(),
    year: z.string({ error: 'Enter a year' }),
  }),
  note: z.string().optional(),
});

function form(fields: Record<string, string>): FormData {
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields)) formData.append(name, value);
  return formData;
}

describe('reading a form', () => {
  test('names with a dot become a group, and what is empty is absent', () => {
    const typed = form({ title: 'Data', 'due.day': ' ', 'due.month': '3', 'due.year': '2019', note: '' });
    expect(parseForm(typed, schema)).toEqual({ ok: true, value: { title: 'Data', due: { month: '3', year: '2019' } } });
  });

  test('each wrong field has one message, in the order of the schema, and everything typed comes back', () => {
    const typed = form({ 'due.month': 'May', 'due.year': '', note: 'kept', 'due.day': ' 4', title: 'Too long' });
    const parsed = parseForm(typed, schema);
    expect(parsed).toMatchObject({ ok: false, values: { title: 'Too long', 'due.month': 'May', 'due.day': ' 4' } });
    expect(Object.entries(parsed.ok ? {} : parsed.errors)).toEqual([
      ['title', 'Title must be 5 characters or fewer'],
      ['due.month', 'Month must be a number'],
      ['due.year', 'Enter a year'],
    ]);
  });

  test('a group whose boxes are all empty is told what it lacks', () => {
    const parsed = parseForm(form({ title: 'Data', 'due.day': '', 'due.month': '', 'due.year': '' }), schema);
    expect(parsed).toMatchObject({ ok: false, errors: { 'due.year': 'Enter a year' } });
  });

  test('a rule about the whole form is shown under "form"', () => {
    const never = z.object({ a: z.string() }).refine(() => false, { error: 'These do not go together' });
    expect(parseForm(form({ a: '1' }), never)).toMatchObject({ errors: { form: 'These do not go together' } });
  });

  test('a password is never handed back', () => {
    const parsed = parseForm(form({ password: 'hunter2hunter2', newPassword: 'secret', email: 'a@b.uk' }), schema);
    expect(JSON.stringify(parsed)).not.toMatch(/hunter2|secret/);
    expect(parsed).toMatchObject({ values: { email: 'a@b.uk' } });
  });

  test('a password keeps the spaces in and around it', () => {
    const parsed = parseForm(form({ password: ' three random words ' }), z.object({ password: z.string() }));
    expect(parsed).toEqual({ ok: true, value: { password: ' three random words ' } });
  });

  test('line ends of a textarea are the same as everywhere else', () => {
    const parsed = parseForm(form({ note: 'one\r\ntwo' }), z.object({ note: z.string() }));
    expect(parsed).toEqual({ ok: true, value: { note: 'one\ntwo' } });
  });

  test("names that reach into JavaScript's own objects change nothing", () => {
    const hostile = { '__proto__.admin': 'yes', 'constructor.prototype.admin': 'yes', 'due.__proto__.admin': 'yes' };
    const parsed = parseForm(form({ ...hostile, title: 'Data', 'due.year': '2019' }), z.looseObject({}));
    expect(Reflect.get({}, 'admin')).toBeUndefined();
    expect(parsed).toEqual({ ok: true, value: { title: 'Data', due: { year: '2019' } } });
  });

  test('a name used both as a box and as a group is no fault of the program', () => {
    const parsed = parseForm(form({ title: 'x', due: '2019', 'due.year': '2020' }), schema);
    expect(parsed).toEqual({ ok: true, value: { title: 'x', due: { year: '2020' } } });
    expect(parseForm(form({ title: 'x', 'due.year': '2020', due: '2019' }), schema)).toEqual(parsed);
  });
});

/** Every link of the error summary, and the tag that it lands on. */
function landings(errors: Record<string, string>): Record<string, string | undefined> {
  const page = renderToStaticMarkup(
    createElement(
      Fragment,
      null,
      createElement(ErrorSummary, { errors }),
      createElement(TextInput, { name: 'title', label: 'Title', error: errors['title'] }),
      createElement(DateInput, { name: 'due', legend: 'Date', errors, values: {} }),
      createElement(Radios, { name: 'met', legend: 'Met?', items: [{ value: 'yes', label: 'Yes' }] }),
    ),
  );
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
  return Object.fromEntries(
    targets.map((id) => [id, new RegExp(`<input[^>]* id="${id}"[^>]*>`).exec(page)?.[0].match(/name="([^"]+)"/)?.[1]]),
  );
}

describe('the error summary', () => {
  test('each link lands on the wrong box', () => {
    expect(landings({ title: 'Enter a title', 'due.year': 'Enter a year', met: 'Select one' })).toEqual({
      title: 'title',
      'due-year': 'due.year',
      met: 'met',
    });
  });

  test('a message about a whole date lands on its first box', () => {
    expect(landings({ due: 'Date must be in the past' })).toEqual({ due: 'due.day' });
  });

  test('is not there when nothing is wrong', () => {
    expect(renderToStaticMarkup(createElement(ErrorSummary, { errors: {} }))).toBe('');
  });
});
