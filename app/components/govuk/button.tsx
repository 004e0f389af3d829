import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Look = 'secondary' | 'warning';

interface ButtonProps {
  children: ReactNode;
  look?: Look;
  /** With `value`: which of several buttons of a form was pressed. */
  name?: string;
  value?: string;
}

/** Sends the form around it. */
export function Button({ children, look, name, value }: ButtonProps) {
  return (
    <button
      type="submit"
      className={classNames('govuk-button', look && `govuk-button--${look}`)}
      name={name}
      value={value}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, look, children }: { href: string; look?: Look; children: ReactNode }) {
  return (
    <a href={href} draggable={false} className={classNames('govuk-button', look && `govuk-button--${look}`)}>
      {children}
    </a>
  );
}
