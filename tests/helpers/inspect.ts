import type { Page } from 'playwright-core';

/** What a page is like in the browser, to be compared with what every page must be. */
export interface Inspection {
  title: string;
  lang: string;
  h1: number;
  /** Headings that go down by more than one level: "h4 after h2: Sources". */
  skippedHeadings: string[];
  /** Links into the page itself whose target is not there. */
  brokenAnchors: string[];
  /** Ids that stand more than once. */
  repeatedIds: string[];
  /** Pieces of text drawn smaller than 12 px, as they are seen. */
  smallText: string[];
  /** Addresses of this site that the page links to, without anchors. */
  ownLinks: string[];
}

/** Reads what is in view of the page. */
export function inspect(page: Page): Promise<Inspection> {
  return page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const all = (selector: string) => [...document.querySelectorAll(selector)];

    const headings = all('h1,h2,h3,h4,h5,h6').filter(seen);
    const level = (heading?: Element) => Number(heading?.tagName.slice(1) ?? 0);
    const skippedHeadings = headings
      .filter((heading, i) => i > 0 && level(heading) > level(headings[i - 1]) + 1)
      .map((heading) => `${heading.tagName} ${heading.textContent}`);

    const ids = all('[id]').map(({ id }) => id);
    const links = all('a[href]').map((link) => new URL((link as HTMLAnchorElement).href));
    const isHere = (url: URL) => url.pathname + url.search === location.pathname + location.search;
    const brokenAnchors = links
      .filter((url) => url.hash !== '' && isHere(url) && !ids.includes(decodeURIComponent(url.hash.slice(1))))
      .map(({ hash }) => hash);

    /** How much a drawing is scaled: text in it is seen larger or smaller than its style says. */
    const scale = (element: Element) =>
      element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.d ?? 1) : 1;
    const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize) * scale(element);
    const holdsText = (element: Element) =>
      [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
    const smallText = all('body *')
      .filter((element) => holdsText(element) && seen(element) && size(element) < 11.99)
      .map((element) => `${size(element).toFixed(1)} px: ${element.textContent?.trim().slice(0, 40)}`);

    return {
      title: document.title,
      lang: document.documentElement.lang,
      h1: all('h1').length,
      skippedHeadings,
      brokenAnchors,
      repeatedIds: ids.filter((id, i) => ids.indexOf(id) !== i),
      smallText,
      ownLinks: links.filter(({ origin }) => origin === location.origin).map((url) => url.pathname + url.search),
    };
  });
}

/** Sets the width of the window and says what stands out to the right of it: nothing, when the page does not scroll sideways. */
export async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .slice(0, 5)
      .map(
        (element) => `${element.tagName} ${element.getAttribute('class') ?? ''}: ${element.textContent?.slice(0, 30)}`,
      );
  });
}
