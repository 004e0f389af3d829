/** The formats that a summary can be had in beside its page, in the order in which pages offer them. */
export const SUMMARY_FORMATS = ['docx', 'odt', 'pdf', 'ods', 'xlsx', 'csv', 'json'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

/** What each format is for, and its media type. */
export const FORMAT_WORDS: Record<SummaryFormat, { word: string; use: string; mediaType: string }> = {
  docx: {
    word: 'Word',
    use: 'to edit or paste from',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: {
    word: 'OpenDocument text',
    use: 'the same in the open format',
    mediaType: 'application/vnd.oasis.opendocument.text',
  },
  pdf: { word: 'PDF', use: 'to print or send', mediaType: 'application/pdf' },
  ods: {
    word: 'OpenDocument spreadsheet',
    use: 'every table on a sheet of its own',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  xlsx: {
    word: 'Excel',
    use: 'the same sheets',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { word: 'CSV', use: 'its main table, for a program', mediaType: 'text/csv; charset=utf-8; header=present' },
  json: { word: 'JSON', use: 'all of it, for a program', mediaType: 'application/json; charset=utf-8' },
};
