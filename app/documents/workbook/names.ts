const LONGEST = 31;

/** Hands out names of sheets and tables that every spreadsheet program takes, each once. */
export class SheetNames {
  readonly #taken = new Set<string>();

  constructor(taken: readonly string[]) {
    for (const name of taken) this.#taken.add(name.toLowerCase());
  }

  /** A name of a sheet as near to the wanted one as can be: at most 31 letters, none of `[]:*?/\`. */
  take(wanted: string): string {
    const plain = wanted.replace(/[[\]:*?/\\\p{Cc}\s]+/gu, ' ').replace(/^[ ']+|[ ']+$/g, '');
    const name = /^(history)?$/i.test(plain) ? `Table ${plain}`.trim() : plain;
    return this.#unique((ending) => shortened(name, LONGEST - ending.length) + ending);
  }

  /** A name for a table in formulas: letters, digits and underscores, never one that reads as a cell such as `DAT1`. */
  takeTable(id: string): string {
    const name = `table_${id.replace(/\W+/g, '_')}`;
    return this.#unique((ending) => name + ending.replace(' ', '_'));
  }

  #unique(nameWith: (ending: string) => string): string {
    for (let number = 1; ; number++) {
      const name = nameWith(number === 1 ? '' : ` ${number}`);
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Cut after a word where that keeps more than half of it. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const words = cut.slice(0, cut.lastIndexOf(' '));
  const kept = words.length > most / 2 ? words : text.slice(0, most);
  return kept.replace(/[ ',;.\uD800-\uDBFF]+$/, '');
}

/** Labels of a table's columns, none empty and none twice whatever the case: "Date", "Date 2". */
export function uniqueLabels(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label, place) => {
    const plain = label.replace(/\s+/g, ' ').trim() || `Column ${place + 1}`;
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
