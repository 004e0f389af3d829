import type { AnsweringPost } from '#app/domain/posts/answers-for.server.ts';
import { POST_ROLE_WORDS } from '#app/domain/posts/post-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface AnswersForProps {
  posts: AnsweringPost[];
  /** The reader may say which post it is. */
  mayManage: boolean;
  isToday: boolean;
}

/** Which posts have to do with the return on a recommendation, the owner first. */
export function AnswersFor({ posts, mayManage, isToday }: AnswersForProps) {
  const hasOwner = posts.some(({ role }) => role === 'owner');
  return (
    <>
      {hasOwner ? null : <NoOwner mayManage={mayManage && isToday} isToday={isToday} />}
      {posts.length > 0 ? (
        <ul className="govuk-list app-organisations">
          {posts.map((post) => (
            <li key={post.post}>
              <AnsweringPostLine {...post} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function NoOwner({ mayManage, isToday }: { mayManage: boolean; isToday: boolean }) {
  const to = useAddresses();
  if (!isToday) return <p className="govuk-body app-organisations">No post is recorded for this day.</p>;
  return (
    <p className="govuk-body app-organisations">
      No post yet.{' '}
      {mayManage ? (
        <a className="govuk-link" href={to.posts()}>
          Choose the post that answers for it
        </a>
      ) : null}
    </p>
  );
}

function AnsweringPostLine({ post, title, organisationName, role, holder }: AnsweringPost) {
  const to = useAddresses();
  return (
    <>
      {POST_ROLE_WORDS[role].word}:{' '}
      <a className="govuk-link" href={to.post(post)}>
        {title}
      </a>
      , {organisationName}
      {holder === undefined ? '' : ` (${holder ?? 'vacant'})`}
    </>
  );
}
