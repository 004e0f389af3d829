/** The name of the box for one code in a group: in a name a full stop would begin a new part, and no code has a `_`. */
export const tickName = (group: string, code: string): string => `${group}.${code.replaceAll('.', '_')}`;

/** The code that a box in a group stands for. */
export const codeOfTick = (name: string): string => name.replaceAll('_', '.');

/** The codes whose boxes were ticked, from the fields of their group. */
export const tickedCodes = (ticked: Record<string, string>): string[] => Object.keys(ticked).map(codeOfTick);
