/** What somebody may do, one act a line. */
export function ActList({ intro, acts }: { intro: string; acts: string[] }) {
  return (
    <>
      <p className="govuk-body">{intro}</p>
      <ul className="govuk-list govuk-list--bullet">
        {acts.map((act) => (
          <li key={act}>{act}</li>
        ))}
      </ul>
    </>
  );
}
