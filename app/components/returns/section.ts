import type { ReturnComments } from '#app/domain/returns/return-content.ts';
import type { ReturnPage } from '#app/domain/returns/return-page.server.ts';

/** What every part of the form is given. */
export interface SectionProps {
  page: ReturnPage;
  /** What is filled in, by the names of the fields. */
  values: Record<string, string>;
  errors: Record<string, string>;
  /** The office's words on the parts of what came back. */
  comments: ReturnComments;
}
