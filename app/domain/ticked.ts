import { fromFieldName, inFieldName } from './codes.ts';

/** The name of the box for one code in a group. */
export const tickName = (group: string, code: string): string => `${group}.${inFieldName(code)}`;

/** The codes whose boxes were ticked, from the fields of their group. */
export const tickedCodes = (ticked: Record<string, string>): string[] => Object.keys(ticked).map(fromFieldName);
