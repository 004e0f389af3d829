/** The file is refused; the message is for the page. It crosses from the worker as words. */
export class Refused extends Error {
  /** @override */
  name = 'Refused';
}

/** @param {number} count */
export const many = (count) => count.toLocaleString('en-GB');

/** @param {number} bytes */
export const megabytes = (bytes) => `${many(Math.ceil(bytes / 1024 / 1024))} MB`;

/**
 * @param {string} what that is damaged, in words
 * @returns {Refused}
 */
export const damaged = (what) =>
  new Refused(`The file is damaged: ${what}. Open it in your spreadsheet program, save it again, and send that.`);

const SAVE_AGAIN = 'Save the tables as an .ods, .xlsx or .csv file, and send that';

/**
 * @param {string} what the file is, with its article
 * @param {string} [instead] what to do
 * @returns {Refused}
 */
export const notATable = (what, instead = SAVE_AGAIN) => new Refused(`This is ${what}. ${instead}.`);
