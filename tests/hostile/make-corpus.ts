import { archives } from './archives.ts';
import type { HostileFile } from './case.ts';
import { excel } from './excel.ts';
import { kinds } from './kinds.ts';
import { openDocument } from './open-document.ts';
import { texts } from './texts.ts';

export type { HostileFile };

/** Every file of the corpus, made anew: nothing of it lies in the repository. Each has its expected outcome. */
export function corpus(): HostileFile[] {
  return [...kinds(), ...archives(), ...texts(), ...excel(), ...openDocument()];
}
