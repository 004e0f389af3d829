import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { CommissionAct } from '#app/domain/commission/commission-acts.ts';
import { listed } from '#app/domain/sentences.ts';
import { tickName } from '#app/domain/ticked.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { ProgressProps } from './progress.tsx';

/** What the office can change while the quarter takes returns. Each form is folded away until it is wanted. */
export function ChangeForms(props: ProgressProps) {
  return (
    <section aria-labelledby="change" className="app-measure">
      <h2 className="govuk-heading-l" id="change">
        Change the commission
      </h2>
      <ExtendForm {...props} />
      <AddForm {...props} />
      <TakeOutForm {...props} />
      <ClearanceForm {...props} />
    </section>
  );
}

interface FoldedFormProps extends ProgressProps {
  act: CommissionAct;
  summary: string;
  children: ReactNode;
}

/** A form that says which act it asks for; open when it comes back. */
function FoldedForm({ page, values, act, summary, children }: FoldedFormProps) {
  const to = useAddresses();
  return (
    <Details summary={summary} id={act} open={values['act'] === act}>
      <form method="post" action={to.commission(page.quarter)} noValidate>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="quarter" value={page.quarter} />
        {children}
      </form>
    </Details>
  );
}

function ExtendForm(props: ProgressProps) {
  const { page, errors } = props;
  const values = props.values['act'] === 'extend' ? props.values : {};
  return (
    <FoldedForm {...props} act="extend" summary="Extend the deadline for one owner">
      {page.posts.length === 0 ? (
        <p className="govuk-body">No return of this quarter has an owner yet.</p>
      ) : (
        <>
          <Select
            name="post"
            label="Whose deadline?"
            hint="The later deadline counts for every return of this quarter that the post owns."
            value={values['post']}
            error={errors['post']}
            options={[
              { value: '', text: 'Choose a post' },
              ...page.posts.map(({ post, words }) => ({ value: String(post), text: words })),
            ]}
          />
          <DateInput
            name="deadline"
            legend="The new deadline"
            hint="By the end of that day, for example 27 3 2026."
            errors={errors}
            values={values}
          />
          <Textarea name="why" label="Why" rows={2} value={values['why']} error={errors['why']} />
          <Button>Extend the deadline</Button>
        </>
      )}
    </FoldedForm>
  );
}

function AddForm(props: ProgressProps) {
  const { page, errors } = props;
  const values = props.values['act'] === 'add' ? props.values : {};
  return (
    <FoldedForm {...props} act="add" summary="Add recommendations">
      {page.notAsked.length === 0 ? <p className="govuk-body">Every recommendation is asked already.</p> : null}
      {page.notAsked.map(({ theme, recommendations }, place) => (
        <Checkboxes
          key={theme}
          name={place === 0 ? 'recommendations' : `recommendations.in.${recommendations[0]?.code}`}
          legend={theme}
          error={place === 0 ? errors['recommendations'] : undefined}
          small
          items={recommendations.map(({ code, title }) => ({
            name: tickName('recommendations', code),
            label: `${code}: ${title}`,
            checked: values[tickName('recommendations', code)] !== undefined,
          }))}
        />
      ))}
      {page.notAsked.length === 0 ? null : <Button>Add what is ticked</Button>}
    </FoldedForm>
  );
}

function TakeOutForm(props: ProgressProps) {
  const { page, errors } = props;
  const values = props.values['act'] === 'take-out' ? props.values : {};
  const free = page.returns.filter(({ isUsed }) => !isUsed);
  return (
    <FoldedForm {...props} act="take-out" summary="Take recommendations out">
      {free.length === 0 ? (
        <p className="govuk-body">Something was done with every return, so none can be taken out.</p>
      ) : (
        <>
          <Checkboxes
            name="takeOut"
            legend="Which recommendations?"
            hint="What was submitted stays. A draft is kept, and is there again when you add the recommendation again."
            error={errors['takeOut']}
            small
            items={free.map(({ recommendation, title, state }) => ({
              name: tickName('takeOut', recommendation),
              label: `${recommendation}: ${title}`,
              hint: state === 'draft' ? 'A draft has been begun.' : undefined,
              checked: values[tickName('takeOut', recommendation)] !== undefined,
            }))}
          />
          <Button>Take out what is ticked</Button>
        </>
      )}
    </FoldedForm>
  );
}

function ClearanceForm(props: ProgressProps) {
  const outstanding = props.page.returns.filter(({ state }) => state !== 'accepted' && state !== 'missing');
  return (
    <FoldedForm {...props} act="clearance" summary="Move the quarter to clearance">
      <p className="govuk-body">
        Another quarter can then be commissioned, and nothing more is added here. What is outstanding can still come and
        be accepted until the quarter is closed.
      </p>
      <p className="govuk-body">
        {outstanding.length === 0
          ? 'Nothing is outstanding: every return is accepted or recorded as missing.'
          : `Outstanding now: ${listed(outstanding.map(({ recommendation, state }) => `${recommendation} (${state})`))}.`}
      </p>
      <Button look="secondary">Move to clearance</Button>
    </FoldedForm>
  );
}
