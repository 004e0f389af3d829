import { Tag } from '#app/components/govuk/tag.tsx';

/** Stands beside the state of a return that was submitted after its quarter had been closed. */
export function LateTag() {
  return <Tag colour="orange">Late: after the quarter was closed</Tag>;
}
