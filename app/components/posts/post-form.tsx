import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { POST_ACT_WORDS, type PostAct } from '#app/domain/posts/post-acts.ts';
import type { Ending } from '#app/domain/posts/post-errors.ts';
import type { Givable, Ownership, PostPage } from '#app/domain/posts/post-page.server.ts';
import { POST_ROLE_WORDS } from '#app/domain/posts/post-words.ts';
import { tickName } from '#app/domain/ticked.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { POST_ROLES } from '#db/tables/post.ts';

interface Choice {
  value: string;
  text: string;
}

export interface PostFormProps {
  page: PostPage;
  act: PostAct;
  /** Who can hold it, for handing over. */
  people: Choice[];
  /** What can be given to it. */
  givable: { theme: string; recommendations: Givable[] }[];
  /** What can answer next, for passing on. */
  otherPosts: Choice[];
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What the person was shown that the act ends; sending the form again agrees to it. */
  endings: Ending[];
}

const BUTTONS: Record<PostAct, string> = {
  'hand-over': 'Hand over',
  give: 'Give the recommendations',
  'pass-on': 'Pass on or end',
};

/** One form for each thing that can be done with a post; it works without scripts. */
export function PostForm(props: PostFormProps) {
  const { page, act, errors, values, endings } = props;
  const to = useAddresses();
  return (
    <section id="form" aria-labelledby="form-title" className="app-form">
      <h2 className="govuk-heading-l" id="form-title">
        {POST_ACT_WORDS[act]}
      </h2>
      <form method="post" action={to.post(page.id, { do: act })} noValidate>
        <input type="hidden" name="act" value={act} />
        {endings.map(({ id }) => (
          <input key={id} type="hidden" name={`confirmed.${id}`} value="yes" />
        ))}
        <Fields {...props} />
        <DateInput name="fromOn" legend={DAY_LEGENDS[act]} hint={DAY_HINT} errors={errors} values={values} />
        <Textarea
          name="why"
          label="Why (optional)"
          hint="Everybody can read it in the list of changes. Leave names of people out."
          rows={2}
          value={values.why}
          error={errors.why}
        />
        <div className="govuk-button-group">
          <Button>{endings.length > 0 ? `${BUTTONS[act]} and end what is listed` : BUTTONS[act]}</Button>
          <a className="govuk-link" href={to.post(page.id)}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  );
}

const DAY_LEGENDS: Record<PostAct, string> = {
  'hand-over': 'From which day?',
  give: 'From which day does the post answer for them?',
  'pass-on': 'From which day does this post no longer answer for them?',
};
const DAY_HINT = 'For example 27 3 2026. A day to come can be given too, up to a year ahead.';

function Fields(props: PostFormProps) {
  if (props.act === 'hand-over') return <HandOverFields {...props} />;
  return props.act === 'give' ? <GiveFields {...props} /> : <PassOnFields {...props} />;
}

function HandOverFields({ page, people, errors, values }: PostFormProps) {
  return (
    <>
      <p className="govuk-body">
        Drafts, tasks and history belong to the post and to its recommendations, so they go with it.
      </p>
      <input type="hidden" name="seen" value={page.seen} />
      <Select
        name="person"
        label="Who holds the post next?"
        hint="Only people who have an account can be chosen."
        value={values.person}
        error={errors.person}
        options={[
          { value: '', text: 'Choose a person' },
          ...people,
          { value: 'vacant', text: 'Nobody: the post is vacant' },
        ]}
      />
    </>
  );
}

function GiveFields({ givable, errors, values }: PostFormProps) {
  const first = givable.findIndex(({ recommendations }) => recommendations.length > 0);
  return (
    <>
      <Radios
        name="role"
        legend="What is the post to them?"
        value={values.role}
        error={errors.role}
        items={POST_ROLES.map((role) => ({
          value: role,
          label: POST_ROLE_WORDS[role].word,
          hint: POST_ROLE_WORDS[role].meaning,
        }))}
      />
      {givable.map(({ theme, recommendations }, place) => (
        <Recommendations
          key={theme}
          legend={theme}
          isFirst={place === first}
          errors={errors}
          items={recommendations.map(({ code, title, owner, own }) => ({
            code,
            title,
            hint: own ? `This post is its ${own} now` : owner ? `Owner now: ${owner}` : 'No owner yet',
            checked: values[tickName('recommendations', code)] !== undefined,
          }))}
        />
      ))}
    </>
  );
}

function PassOnFields({ page, otherPosts, errors, values }: PostFormProps) {
  const open = page.ownerships.filter(({ untilOn }) => untilOn === null);
  return (
    <>
      <Recommendations
        legend="Which recommendations?"
        isFirst
        errors={errors}
        items={open.map(({ recommendation, role }) => ({
          ...recommendation,
          hint: POST_ROLE_WORDS[role].word,
          checked: values[tickName('recommendations', recommendation.code)] !== undefined,
        }))}
      />
      <Select
        name="to"
        label="Which post answers for them next?"
        hint="It becomes to each of them what this post was."
        value={values.to}
        error={errors.to}
        options={[{ value: '', text: 'Choose a post' }, ...otherPosts, { value: 'none', text: 'No post: only end it' }]}
      />
    </>
  );
}

interface RecommendationsProps {
  legend: ReactNode;
  /** The error of the whole choice belongs to the first group. */
  isFirst: boolean;
  errors: Record<string, string>;
  items: { code: Ownership['recommendation']['code']; title: string; hint: string; checked: boolean }[];
}

function Recommendations({ legend, isFirst, errors, items }: RecommendationsProps) {
  if (items.length === 0) return null;
  return (
    <Checkboxes
      name={isFirst ? 'recommendations' : `recommendations.in.${items[0]?.code}`}
      legend={legend}
      error={isFirst ? errors.recommendations : undefined}
      small
      items={items.map(({ code, title, hint, checked }) => ({
        name: tickName('recommendations', code),
        label: `${code}: ${title}`,
        hint,
        checked,
      }))}
    />
  );
}
