import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import {
  membersBySector,
  membersInShort,
  type Named,
  type PartnershipMember,
  type PartnershipView,
} from '#app/domain/partnerships/partnership.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ConfirmationMark } from './status-tags.tsx';

/** The name of a partnership as a link, marked when it rests on memory. */
export function PartnershipLink({
  partnership: { code, name, confirmation },
}: {
  partnership: Pick<PartnershipView, 'code' | 'name' | 'confirmation'>;
}) {
  const to = useAddresses();
  return (
    <>
      <a className="govuk-link" href={to.partnership(code)}>
        {name}
      </a>{' '}
      <ConfirmationMark confirmation={confirmation} />
    </>
  );
}

/** When a partnership started, or that it is not recorded. */
export function startInWords(startedOn: string | null): string {
  return startedOn ? formatPartialDate(startedOn) : 'Not recorded';
}

/** A member as a link; a body that ended says when, and who took over from it. */
export function MemberName({
  member: { code, name, ended, successors },
}: {
  member: Pick<PartnershipMember, 'code' | 'name' | 'ended' | 'successors'>;
}) {
  const to = useAddresses();
  return (
    <>
      <a className="govuk-link" href={to.organisation(code)}>
        {name}
      </a>
      {ended ? ` (until ${formatPartialDate(ended)})` : ''}
      {successors.length > 0 ? (
        <>
          ; now{' '}
          <Links
            links={successors.map((successor) => ({ text: successor.name, href: to.organisation(successor.code) }))}
          />
        </>
      ) : null}
    </>
  );
}

/** Links parted by semicolons, since a name may hold a comma. */
function Links({ links }: { links: { text: string; href: string }[] }) {
  return (
    <>
      {links.map(({ text, href }, i) => (
        <span key={href}>
          {i > 0 ? '; ' : ''}
          <a className="govuk-link" href={href}>
            {text}
          </a>
        </span>
      ))}
    </>
  );
}

/** Members in words, a line for each sector: "University: Oxford and Imperial". */
export function MembersBySector({
  members,
}: {
  members: Pick<PartnershipMember, 'name' | 'shortName' | 'sector' | 'ended'>[];
}) {
  if (members.length === 0) return <>None recorded</>;
  return (
    <ul className="govuk-list app-partnership-members">
      {membersBySector(members).map(({ sector, members: ofSector }) => (
        <li key={sector}>
          {sectorInWords(sector)}: {membersInShort(ofSector)}
        </li>
      ))}
    </ul>
  );
}

/** Themes as links, in one line. */
export function ThemeLinks({ themes }: { themes: readonly Named[] }) {
  const to = useAddresses();
  if (themes.length === 0) return <>None recorded</>;
  return <Links links={themes.map(({ code, name }) => ({ text: name, href: to.theme(code) }))} />;
}
