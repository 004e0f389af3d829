/** A theme may be part of another; most strategies have one level, some have two or three. */
interface Nested {
  code: string;
  parent: string | null;
}

/** The codes of a theme and of everything inside it. What a theme counts is what these count together. */
export function codesWithin(themes: readonly Nested[], code: string): string[] {
  return [code, ...partsOf(themes, code).flatMap((part) => codesWithin(themes, part.code))];
}

/** The themes that are directly inside another, in its order. */
export function partsOf<T extends Nested>(themes: readonly T[], code: string): T[] {
  return themes.filter(({ parent }) => parent === code);
}

/** The themes that a theme is inside, the outermost first. */
export function themesAbove<T extends Nested>(themes: readonly T[], { parent }: Nested): T[] {
  const outer = themes.find(({ code }) => code === parent);
  return outer ? [...themesAbove(themes, outer), outer] : [];
}

/** Each theme followed by what is inside it, otherwise in the order given. */
export function inTreeOrder<T extends Nested>(themes: readonly T[]): T[] {
  const withParts = (theme: T): T[] => [theme, ...partsOf(themes, theme.code).flatMap(withParts)];
  return themes.filter(({ parent }) => parent === null).flatMap(withParts);
}

/** Themes for a list to choose from; one that is inside another stands below it, after a dash. */
export function themeChoices(
  themes: readonly { code: string; name: string; depth: number }[],
): { value: string; text: string }[] {
  return themes.map(({ code, name, depth }) => ({ value: code, text: `${'– '.repeat(depth)}${name}` }));
}
