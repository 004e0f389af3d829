import type { PostHeld } from '#app/domain/people/posts-held.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The posts that somebody holds, each a link. */
export function PostList({ posts }: { posts: PostHeld[] }) {
  const to = useAddresses();
  if (posts.length === 0) return <>None</>;
  return (
    <ul className="govuk-list">
      {posts.map(({ id, words, span }) => (
        <li key={`${id} ${span}`}>
          <a className="govuk-link" href={to.post(id)}>
            {words}
          </a>
          , {span}
        </li>
      ))}
    </ul>
  );
}
