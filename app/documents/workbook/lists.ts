/** What Excel can hold in one list. */
const LONGEST_LIST = 255;

/** What a program says when something else is typed into a cell with a list. */
export const NOT_IN_THE_LIST = {
  title: 'Choose from the list',
  words: 'Choose one of the words in the list, or leave the cell empty.',
};

/** The words of a list to choose from. Throws a RangeError for what one of the formats could not hold. */
export function checkedList(values: readonly string[]): readonly string[] {
  const isOdd = values.some((value) => value === '' || /[",\n]/.test(value));
  if (values.length === 0 || isOdd || values.join(',').length > LONGEST_LIST)
    throw new RangeError(`A cell cannot offer this list: ${values.join(', ')}`);
  return values;
}
