import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import { COLOURS, FONT, type TextLook } from '../text-look.ts';

/** Twentieths of a point, Word's measure, of millimetres. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440);

/** Half points, Word's measure of letters. */
const half = (points: number): number => Math.round(points * 2);

/** The style of each kind of paragraph, by its id. */
export const STYLES = {
  subtitle: 'Subtitle',
  body: 'Normal',
  caption: 'Caption',
  lead: 'Lead',
  note: 'Note',
  by: 'By',
  item: 'ListBullet',
  cell: 'TableText',
  head: 'TableHeading',
  contentsTitle: 'TOCHeading',
  contents2: 'TOC2',
  contents3: 'TOC3',
  footer: 'Footer',
} as const;

/** The bullets of lists: a dot, and the text beside it. */
export const BULLETS: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: mm(7), hanging: mm(5) } } },
        },
      ],
    },
  ],
};

/** Every style of the file; what is not said here is Word's own. */
export function docxStyles(look: TextLook): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: half(look.body),
          color: COLOURS.text,
          language: { value: 'en-GB' },
        },
        paragraph: { spacing: spacing(look, 0, look.after) },
      },
      heading1: heading(look, 1),
      heading2: heading(look, 2),
      heading3: heading(look, 3),
      heading4: heading(look, 4),
      hyperlink: { run: { color: COLOURS.link, underline: { type: 'single' } } },
    },
    paragraphStyles: paragraphStyles(look),
  };
}

function spacing({ line }: TextLook, before: number, after: number) {
  return { before: mm(before), after: mm(after), line: Math.round(line * 240), lineRule: LineRuleType.AUTO };
}

function heading(look: TextLook, level: 1 | 2 | 3 | 4): IBaseParagraphStyleOptions {
  const { size, before, after } = look.headings[level];
  return {
    run: { size: half(size), bold: true, color: COLOURS.text, font: FONT },
    paragraph: { keepNext: true, keepLines: true, spacing: { ...spacing(look, before, after), line: 252 } },
  };
}

function paragraphStyles(look: TextLook): IStylesOptions['paragraphStyles'] {
  const small = { size: half(look.small) };
  const quiet = { ...small, color: COLOURS.quiet };
  const based = { basedOn: 'Normal', quickFormat: true };
  const tight = { ...spacing(look, 0, 0), line: 240 };
  return [
    { id: STYLES.body, name: 'Normal', quickFormat: true },
    { id: STYLES.subtitle, name: 'Subtitle', ...based, run: { color: COLOURS.quiet, size: half(look.body) } },
    {
      id: STYLES.caption,
      name: 'caption',
      ...based,
      run: { bold: true },
      paragraph: { keepNext: true, keepLines: true, spacing: spacing(look, look.after * 1.5, look.after / 2) },
    },
    { id: STYLES.lead, name: 'Lead', ...based, run: quiet, paragraph: { keepNext: true, keepLines: true } },
    { id: STYLES.note, name: 'Note', ...based, run: quiet, paragraph: { keepLines: true } },
    { id: STYLES.by, name: 'By', ...based, run: quiet },
    {
      id: STYLES.item,
      name: 'List Bullet',
      ...based,
      paragraph: { numbering: { reference: 'bullets', level: 0 }, spacing: spacing(look, 0, look.after / 2) },
    },
    { id: STYLES.cell, name: 'Table Text', ...based, run: small, paragraph: { spacing: tight } },
    {
      id: STYLES.head,
      name: 'Table Heading',
      basedOn: STYLES.cell,
      run: { ...small, bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: STYLES.contentsTitle,
      name: 'TOC Heading',
      ...based,
      run: { bold: true, size: half(look.headings[3].size) },
      paragraph: { keepNext: true, spacing: spacing(look, 6, 1.5) },
    },
    { id: STYLES.contents2, name: 'toc 2', ...based, paragraph: { spacing: spacing(look, 0, 0.8) } },
    {
      id: STYLES.contents3,
      name: 'toc 3',
      ...based,
      run: small,
      paragraph: { indent: { left: mm(7) }, spacing: spacing(look, 0, 0.5) },
    },
    { id: STYLES.footer, name: 'footer', ...based, run: quiet, paragraph: { spacing: tight } },
  ];
}
