import type { Response } from 'express';

/**
 * Answers with a page of plain words, for what is refused before Remix or fails outside it.
 * The connection ends with it: the rest of a refused request is not read.
 */
export function sendPlainPage(response: Response, status: number, heading: string, advice: string): void {
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', Connection: 'close' })
    .type('html')
    .send(plainPage(heading, advice, { href: '/', text: 'Go to the overview' }));
}

/** A page of plain words without the frame of the site, and one link to go on by. The words are HTML. */
export function plainPage(heading: string, advice: string, link: { href: string; text: string }): string {
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${heading}</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head>' +
    `<body><main><h1>${heading}</h1><p>${advice}</p><p><a href="${link.href}">${link.text}</a></p></main></body></html>\n`
  );
}
