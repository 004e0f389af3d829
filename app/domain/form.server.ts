import type { z } from 'zod';

/** One message for each wrong field, keyed by the field's name in the form ("due.day"). */
export type FieldErrors = Record<string, string>;

/** What was typed, keyed by the field's name, so that a form comes back filled in. */
export type FieldValues = Record<string, string>;

export type ParsedForm<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; values: FieldValues };

/** Names that reach into JavaScript's own objects; no form of ours uses them. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

type Fields = { [name: string]: string | Fields };

/**
 * Reads a form through a schema: the typed value, or one message for each field in the schema's order together with
 * what was typed. "due.day" is read as `{ due: { day } }`; a field left empty is absent; passwords are never handed back.
 */
export function parseForm<S extends z.ZodType>(formData: FormData, schema: S): ParsedForm<z.output<S>> {
  const typed = typedFields(formData);
  const result = schema.safeParse(nested(typed));
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: firstMessages(result.error.issues), values: valuesToShow(typed) };
}

/** Text fields only, the last of each name. Browsers send CRLF from a textarea; the record keeps one kind of line end. */
function typedFields(formData: FormData): Map<string, string> {
  const typed = new Map<string, string>();
  for (const [name, value] of formData) {
    const safe = name.split('.').every((part) => !UNSAFE.has(part));
    if (safe && typeof value === 'string') typed.set(name, value.replaceAll('\r\n', '\n'));
  }
  return typed;
}

function nested(typed: Map<string, string>): Fields {
  const root: Fields = {};
  for (const [name, value] of typed) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    const holder = path.reduce(child, root);
    // A group exists even when all its boxes are empty, so that its own rule can say what is missing.
    if (value.trim() !== '' && typeof holder[last] !== 'object') holder[last] = value;
  }
  return root;
}

/** The group of that name inside `fields`, made when it is not there. */
function child(fields: Fields, name: string): Fields {
  const there = fields[name];
  if (typeof there === 'object') return there;
  const made: Fields = {};
  fields[name] = made;
  return made;
}

function firstMessages(issues: z.core.$ZodIssue[]): FieldErrors {
  const messages = new Map<string, string>();
  for (const issue of issues) {
    const name = issue.path.join('.') || 'form';
    if (!messages.has(name)) messages.set(name, issue.message);
  }
  return Object.fromEntries(messages);
}

function valuesToShow(typed: Map<string, string>): FieldValues {
  return Object.fromEntries([...typed].filter(([name]) => !/password/i.test(name)));
}
