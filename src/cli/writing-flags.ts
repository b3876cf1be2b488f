// The flags of commands that write into a checkout. Apart from the writing, which is loaded when it is needed.

import type { Flag } from './cli-command.ts';

export const WRITING_FLAGS: readonly Flag[] = [
  { name: 'write', doc: 'Writes the files without asking.' },
  { name: 'dry-run', doc: 'Writes nothing, also in a terminal.' },
  { name: 'overwrite', doc: 'Replaces files of other content, too.' },
];
