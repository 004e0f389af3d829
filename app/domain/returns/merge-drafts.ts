import { fieldsOf, questionOf, questionsIn, type ReturnFields, returnFields, typedAnswer } from './return-fields.ts';

/** One question that two people answered differently since the form was filled in. */
export interface DraftConflict {
  question: string;
  mine: string;
  theirs: string;
}

export interface MergedDraft {
  /** Both together; where they conflict, mine. */
  fields: ReturnFields;
  /** Questions that only the other one had changed: their answer was taken. */
  taken: string[];
  conflicts: DraftConflict[];
}

/** True when the answer to a question is the one that the form was filled with. */
export type IsAsFilled = (question: string, answer: string) => boolean;

/**
 * Puts two texts of one draft together, question by question. What one side alone changed since the form was filled in
 * is taken from that side; what both changed, each in another way, is a conflict.
 */
export function mergeDrafts(mine: ReturnFields, theirs: ReturnFields, isAsFilled: IsAsFilled): MergedDraft {
  const merged: MergedDraft = { fields: {}, taken: [], conflicts: [] };
  for (const question of questionsIn(mine, theirs)) {
    const [my, their] = [typedAnswer(mine, question), typedAnswer(theirs, question)];
    const take = my !== their && isAsFilled(question, my);
    if (take) merged.taken.push(question);
    else if (my !== their && !isAsFilled(question, their)) merged.conflicts.push({ question, mine: my, theirs: their });
    Object.assign(merged.fields, fieldsOf(take ? theirs : mine, question));
  }
  return merged;
}

/** The questions whose answers differ, as two people see them. */
export function differences(mine: ReturnFields, theirs: ReturnFields): DraftConflict[] {
  return questionsIn(mine, theirs)
    .map((question) => ({ question, mine: typedAnswer(mine, question), theirs: typedAnswer(theirs, question) }))
    .filter((each) => each.mine !== each.theirs);
}

/** Names of the fields on the page that asks a person to settle conflicts. */
export const SETTLING = {
  choice: (question: string) => `choice.${question}`,
  edited: (question: string) => `edited.${question}`,
  theirs: (field: string) => `theirs.${field}`,
};

/** The fields as a person settled them: for each conflict their own answer, the other one, or a text of their own. */
export function settledFields(sent: Iterable<[string, unknown]>): ReturnFields {
  const all = new Map(sent);
  const mine = returnFields(all);
  const prefix = SETTLING.theirs('');
  const theirs = returnFields(
    [...all].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])) as [
      string,
      unknown,
    ][],
  );
  const kept = Object.entries(mine).filter(([name]) => chosen(all, name) === 'mine');
  const taken = Object.entries(theirs).filter(([name]) => chosen(all, name) === 'theirs');
  const edited = [...all].flatMap(([name, value]): [string, unknown][] => {
    const question = name.startsWith(SETTLING.edited('')) ? name.slice(SETTLING.edited('').length) : null;
    return question !== null && chosen(all, question) === 'edited' ? [[question, value]] : [];
  });
  return { ...Object.fromEntries([...kept, ...taken]), ...returnFields(edited) };
}

const chosen = (sent: Map<string, unknown>, field: string): unknown =>
  sent.get(SETTLING.choice(questionOf(field))) ?? 'mine';
