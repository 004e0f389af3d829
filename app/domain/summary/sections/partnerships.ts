import { membersInWords, partnershipsInWords } from '../../partnerships/partnership.ts';
import { sourceInWords } from '../../registers/register-csv.ts';
import { CONFIRMATION_WORDS } from '../../status-words.ts';
import type { Section } from '../document.ts';
import { column, linked, paragraph, section, sentence, table, unprinted } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';

/** How delivery happens: the partnerships between sectors, with who takes part. */
export function partnershipsSection({ partnerships }: SummaryInput): Section[] {
  if (partnerships.length === 0) return [];
  const references = partnerships.map(({ code, name }) => ({ to: 'partnership' as const, code, title: name }));
  const rows = partnerships.map((partnership) => [
    linked(partnership.name, { to: 'partnership', code: partnership.code, title: partnership.name }),
    membersInWords(partnership.members),
    partnership.themes.map(({ name }) => name).join('; '),
    partnership.startedOn,
    partnership.purpose,
    CONFIRMATION_WORDS[partnership.confirmation].word,
    sourceInWords(partnership) || 'None',
  ]);
  return section('partnerships', 'Partnerships', [
    paragraph(partnershipsInWords(partnerships).map((text) => sentence(text, references))),
    {
      kind: 'table',
      table: table(
        'partnerships-list',
        'Partnerships across sectors',
        [
          column('Partnership', 28),
          column('Members', 50),
          column('Themes', 26),
          column('Started', 14, { kind: 'date', empty: { word: 'Not recorded', shorthand: 'x' } }),
          unprinted('Purpose', 60),
          unprinted('How sure', 22),
          unprinted('Source', 50),
        ],
        rows,
        { sheet: 'Partnerships' },
      ),
    },
  ]);
}
