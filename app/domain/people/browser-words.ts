/** A word to look for in what a browser says of itself, and what it is called. The first that is found counts. */
type Known = readonly (readonly [RegExp, string])[];

/** Nearly every browser also says that it is Chrome or Safari, so those come last. */
const BROWSERS: Known = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** Android says that it is Linux too, and an iPhone that it is like Mac OS X. */
const SYSTEMS: Known = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Windows", from what a browser says of itself: enough to know one’s own again. */
export function browserInWords(userAgent: string | null): string {
  const browser = nameIn(userAgent ?? '', BROWSERS);
  const system = nameIn(userAgent ?? '', SYSTEMS);
  if (!browser && !system) return 'A browser that does not say which';
  return `${browser ?? 'A browser'}${system ? ` on ${system}` : ''}`;
}

function nameIn(text: string, known: Known): string | undefined {
  return known.find(([pattern]) => pattern.test(text))?.[1];
}
