import { Button } from '#app/components/govuk/button.tsx';
import { describedBy } from '#app/components/govuk/field-id.ts';
import { FieldError, Fieldset, GroupFrame } from '#app/components/govuk/form-group.tsx';
import type { ProgressPage } from '#app/domain/commission/progress-page.server.ts';
import { tickName } from '#app/domain/ticked.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The returns whose owners answered that nothing has changed, accepted with one press. */
export function AcceptUnchanged({ page, errors }: { page: ProgressPage; errors: Record<string, string> }) {
  const to = useAddresses();
  if (page.unchanged.length === 0) return null;
  return (
    <form method="post" action={to.commission(page.quarter)} noValidate className="app-form">
      <input type="hidden" name="act" value="accept-unchanged" />
      <input type="hidden" name="quarter" value={page.quarter} />
      <GroupFrame error={errors['returns']}>
        <Fieldset
          legend="Accept unchanged returns together"
          legendSize="m"
          describedBy={describedBy('returns', 'hint', errors['returns'])}
        >
          <div id="returns-hint" className="govuk-hint">
            Their owners answered that nothing has changed since the last return. Untick what you want to read first.
          </div>
          <FieldError id="returns">{errors['returns']}</FieldError>
          <div className="govuk-checkboxes govuk-checkboxes--small">
            {page.unchanged.map((asked, place) => (
              <Box key={asked.recommendation} asked={asked} id={place === 0 ? 'returns' : undefined} />
            ))}
          </div>
        </Fieldset>
      </GroupFrame>
      <Button>Accept the returns that are ticked</Button>
    </form>
  );
}

interface BoxProps {
  asked: ProgressPage['unchanged'][number];
  id?: string;
}

/** The box sends the number of the act that the reviewer saw, so that a later one is not accepted unread. */
function Box({ asked: { recommendation, title, owner, seen }, id = `returns-${recommendation}` }: BoxProps) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={tickName('returns', recommendation)}
        type="checkbox"
        value={seen}
        defaultChecked
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {recommendation}: {title}
        {owner ? `. Owner: ${owner.words}` : ''}
      </label>
    </div>
  );
}
