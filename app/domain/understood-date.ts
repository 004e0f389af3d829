import { addDays, format, parseISO } from 'date-fns';
import { formatPartialDate, isPartialDate, type PartialDate } from './partial-date.ts';

/**
 * What somebody meant by the text of a date. `understood` says how it was read where the text does not say so itself;
 * `none` is a date that somebody said is not known; `refused` says what to write.
 */
export type UnderstoodDate =
  | { kind: 'date'; value: PartialDate; understood: string | null }
  | { kind: 'none' }
  | { kind: 'refused'; mend: string };

const EXAMPLES = 'write a date such as 2019-10-01, 1 October 2019, October 2019, 2019-Q4 (October to December) or 2019';
const NO_SUCH_DAY = 'write a day that exists, such as 2019-10-31';

const NONE =
  /^(tbc|tbd|to be (confirmed|determined|decided|agreed)|n\/?a|not applicable|none|not (yet )?known|unknown|no date|[-–—?]+)$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** "2019 to 2020", "2019-20", "2019/20". */
const YEARS = '(\\d{4})(?: ?(?:to|-|–|\\/) ?)(\\d{4}|\\d{2})';
/** The month by whose end a season is over. */
const SEASONS: Readonly<Record<string, string>> = { spring: '05', summer: '08', autumn: '11' };

/** Day 0 of Excel's count, as it counts since March 1900. */
const EXCEL_ZERO = '1899-12-30';

type Words = readonly (string | undefined)[];
interface Form {
  pattern: RegExp;
  read: (match: Words, text: string) => UnderstoodDate;
}

const refused = (mend: string): UnderstoodDate => ({ kind: 'refused', mend });
const two = (text: string | number): string => String(text).padStart(2, '0');
const monthNumber = (name = ''): string => two(MONTHS.indexOf(name.slice(0, 3)) + 1);

/** The date as it is, where the text says it itself. */
function plain(value: PartialDate): UnderstoodDate {
  return isPartialDate(value) ? { kind: 'date', value, understood: null } : refused(NO_SUCH_DAY);
}

/** The date, with how it was read. */
function read(text: string, value: PartialDate, words = formatPartialDate(value)): UnderstoodDate {
  return { kind: 'date', value, understood: `“${text}” was read as ${words}` };
}

/** 20 for the year 2020; the second of two years must be the next one. */
const follows = (first = '', second = ''): boolean =>
  second.length === 4 ? Number(second) === Number(first) + 1 : Number(second) === (Number(first) + 1) % 100;

const BAD_YEARS = 'write two years that follow each other, such as 2019 to 2020';

/** Forms that mean one thing. A match that is no date of the calendar is refused. */
const FORMS: readonly Form[] = [
  { pattern: /^(\d{4})-q([1-4])$/, read: ([, year, quarter]) => plain(`${year}-Q${quarter}`) },
  { pattern: /^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.]+z?)?$/, read: ([, y, m, d]) => plain(`${y}-${m}-${d}`) },
  { pattern: /^(\d{4})$/, read: ([, year]) => plain(`${year}`) },
  {
    pattern: /^(january to march|april to june|july to september|october to december) (\d{4})$/,
    read: ([, months = '', year]) => plain(`${year}-Q${(Number(monthNumber(months)) + 2) / 3}`),
  },
  { pattern: new RegExp(`^(?:fy ?|financial year )?${YEARS}$`), read: ([, a, b], text) => financialYear(text, a, b) },
  { pattern: new RegExp(`^q([1-4]),? ${YEARS}$`), read: ([, q, a, b], text) => financialQuarter(text, q, a, b) },
  { pattern: new RegExp(`^${YEARS},? q([1-4])$`), read: ([, a, b, q], text) => financialQuarter(text, q, a, b) },
  {
    pattern: /^(?:q([1-4]),? (\d{4})|(\d{4}) q([1-4]))$/,
    read: ([, q, y, year, quarter], text) => calendarQuarter(text, y ?? year, q ?? quarter),
  },
  { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/, read: ([, d, m, y], text) => dayFirst(text, d, m, y) },
  {
    pattern: new RegExp(`^(?:[a-z]+day,? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4}|\\d{2})$`),
    read: ([, d, m, y], text) => dayOfMonth(text, d, monthNumber(m), y),
  },
  {
    pattern: new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`),
    read: ([, m, d, y], text) => dayOfMonth(text, d, monthNumber(m), y),
  },
  { pattern: new RegExp(`^${MONTH}[ -](\\d{4})$`), read: ([, m, y]) => plain(`${y}-${monthNumber(m)}`) },
  { pattern: new RegExp(`^${MONTH}[ -](\\d{2})$`), read: ([, m, y], text) => read(text, `20${y}-${monthNumber(m)}`) },
  { pattern: /^(\d{1,2})[/.](\d{4})$/, read: ([, m, y], text) => ofMonth(text, m, y) },
  {
    pattern: /^(spring|summer|autumn) (\d{4})$/,
    read: ([, season = '', y], text) => ofSeason(text, `${y}-${SEASONS[season]}`),
  },
  { pattern: /^winter (\d{4})$/, read: ([, y], text) => ofSeason(text, `${Number(y) + 1}-02`) },
  {
    pattern: new RegExp(`^winter ${YEARS}$`),
    read: ([, a, b], text) => (follows(a, b) ? ofSeason(text, `${Number(a) + 1}-02`) : refused(BAD_YEARS)),
  },
  { pattern: /^(?:the )?end (?:of )?(\d{4})$/, read: ([, y], text) => read(text, `${y}-12`) },
  {
    pattern: new RegExp(`^(?:the )?end (?:of )?${MONTH} (\\d{4})$`),
    read: ([, m, y], text) => read(text, `${y}-${monthNumber(m)}`),
  },
  { pattern: /^(\d{5})(?:\.0+)?$/, read: ([, serial], text) => ofSerial(text, Number(serial)) },
  {
    pattern: /^(?:in |by )?(mid|early|late)[ -](.*)$/,
    read: () => refused('write the last month or quarter that is meant, such as June 2020 or 2020-Q2'),
  },
];

/**
 * The date that a text means: the record's own forms, days written day first, months, seasons, quarters and years of
 * both kinds, and the numbers by which Excel counts days. Never throws.
 */
export function understandDate(text: string): UnderstoodDate {
  const said = text.trim().replace(/\s+/g, ' ');
  const lower = said.toLowerCase().normalize('NFKC');
  if (said === '' || NONE.test(lower)) return { kind: 'none' };
  // A promise is ordered by the last day of its date, so "by" adds nothing.
  const bare = lower.replace(/^(?:by|no later than|in) (?!(?:mid|early|late)\b)/, '').replace(/^the end/, 'end');
  const iso = said.toUpperCase();
  if (isPartialDate(iso)) return plain(iso);
  if (/^\d{4}-(\d{2})$/.test(bare)) return monthOrYears(said, bare);
  for (const form of FORMS) {
    const match = form.pattern.exec(bare);
    if (match) return form.read(match, said);
  }
  return refused(EXAMPLES);
}

/** "2019-10" is a month and was taken before; "2019-20" is a financial year; "2019-13" is neither. */
function monthOrYears(text: string, bare: string): UnderstoodDate {
  if (isPartialDate(bare)) return plain(bare);
  const [first, second] = bare.split('-');
  return follows(first, second)
    ? financialYear(text, first, second)
    : refused('write a month from 01 to 12, such as 2019-10');
}

function financialYear(text: string, first = '', second = ''): UnderstoodDate {
  if (!follows(first, second)) return refused(BAD_YEARS);
  const year = Number(first) + 1;
  return read(text, `${year}-03`, `by the end of the financial year, March ${year}`);
}

/** The first quarter of a financial year is April to June, the second quarter of the calendar. */
function financialQuarter(text: string, quarter = '', first = '', second = ''): UnderstoodDate {
  if (!follows(first, second)) return refused(BAD_YEARS);
  const number = Number(quarter);
  const value = number === 4 ? `${Number(first) + 1}-Q1` : `${first}-Q${number + 1}`;
  return read(text, value);
}

function calendarQuarter(text: string, year = '', quarter = ''): UnderstoodDate {
  const value = `${year}-Q${quarter}`;
  return read(text, value, `${formatPartialDate(value)}, a quarter of the calendar year`);
}

function dayFirst(text: string, day = '', month = '', year = ''): UnderstoodDate {
  const value = `${century(year)}-${two(month)}-${two(day)}`;
  if (Number(month) > 12 && Number(day) <= 12 && isPartialDate(`${century(year)}-${two(day)}-${two(month)}`))
    return refused(
      `write the day first, ${two(month)}/${two(day)}/${century(year)}, or ${century(year)}-${two(day)}-${two(month)}`,
    );
  if (century(year).length === 2) return refused('write the year with four numbers, such as 2019');
  if (!isPartialDate(value)) return refused(NO_SUCH_DAY);
  const isEither = Number(day) <= 12 && Number(day) !== Number(month);
  if (isEither) return read(text, value, `${formatPartialDate(value)}, day first`);
  return year.length === 2 ? read(text, value) : plain(value);
}

function dayOfMonth(text: string, day = '', month = '', year = ''): UnderstoodDate {
  const value = `${century(year)}-${month}-${two(day)}`;
  if (century(year).length === 2) return refused('write the year with four numbers, such as 2019');
  if (!isPartialDate(value)) return refused(NO_SUCH_DAY);
  return year.length === 2 ? read(text, value) : plain(value);
}

/** 19 is 2019; from 70 on nothing is guessed: no date of a strategy is of the last century, and none so far away. */
function century(year: string): string {
  return year.length === 2 && Number(year) < 70 ? `20${year}` : year;
}

function ofMonth(text: string, month = '', year = ''): UnderstoodDate {
  const value = `${year}-${two(month)}`;
  return isPartialDate(value) ? read(text, value) : refused('write a month from 01 to 12, such as 09/2019');
}

function ofSeason(text: string, value: PartialDate): UnderstoodDate {
  return read(text, value, `by the end of ${formatPartialDate(value)}`);
}

function ofSerial(text: string, serial: number): UnderstoodDate {
  if (serial < 20_000 || serial > 80_000) return refused(EXAMPLES);
  const value = format(addDays(parseISO(EXCEL_ZERO), serial), 'yyyy-MM-dd');
  return read(text, value, `${formatPartialDate(value)}, since a spreadsheet counts days so`);
}
