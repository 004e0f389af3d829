/** What the document of an audience is stored as, with everything that its pages show. */
export const DOCUMENT_NAME = 'document.json';

/** What could be published of a version, with every field tagged; nobody is served it. */
export const CANDIDATE_NAME = 'candidate.json';
