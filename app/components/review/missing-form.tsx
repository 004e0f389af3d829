import { Button } from '#app/components/govuk/button.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { useAddresses } from '#app/use-addresses.ts';
import type { ReviewFormProps } from './review-form.tsx';

/** Says that no return came. Offered once the deadline has passed. */
export function MissingForm({ page, errors, values }: ReviewFormProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="missing" className="app-form">
      <h2 className="govuk-heading-m" id="missing">
        Record as missing
      </h2>
      <p className="govuk-body">
        The deadline has passed and nothing is submitted. A missing return is said to be missing wherever the quarter is
        shown. The owner cannot submit it any more.
      </p>
      <form method="post" action={to.returnReview(page.quarter, page.code)} noValidate>
        <input type="hidden" name="act" value="missing" />
        <input type="hidden" name="seen" value={page.seen} />
        <Textarea name="reason" label="Why no return came" rows={2} value={values['reason']} error={errors['reason']} />
        <Button look="warning">Record as missing</Button>
      </form>
    </section>
  );
}
