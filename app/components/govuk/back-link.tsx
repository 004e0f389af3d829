import type { ReactNode } from 'react';

/** The way back to the page before; stands above the main content. */
export function BackLink({ href, children = 'Back' }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} className="govuk-back-link">
      {children}
    </a>
  );
}
