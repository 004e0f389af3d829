import { Fragment } from 'react';

/** The name of a file, which on a narrow screen breaks where its parts begin. */
export function FileName({ name }: { name: string }) {
  return name.split(/(?<=[_-])|(?=\.)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
