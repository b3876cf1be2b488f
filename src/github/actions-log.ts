// The job's log. All output passes through here, so that external text never becomes a workflow command.

import { endGroup, error, info, notice, startGroup, warning } from '@actions/core';
import type { Log } from '../base/log.ts';

export function createLog(): Log {
  let open = false;
  const closeGroup = () => {
    if (open) endGroup();
    open = false;
  };
  return {
    endGroup: closeGroup,
    group: (title) => {
      closeGroup();
      startGroup(oneLine(title));
      open = true;
    },
    line: (text) => info(oneLine(text)),
    notice: (text) => notice(text),
    warning: (text) => warning(text),
    error: (text) => error(text),
  };
}

/**
 * The runner reads `::command::` at the start of a line, after any .NET white space, and `##[command]` anywhere in
 * it. Lines of the action contain external text, so this returns one line in which neither form survives.
 * (Annotations are encoded by `@actions/core`.)
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/##\[/g, '##\u200B[')
    .replace(/^([\s\u0085]*):(?=:)/, '$1:\u200B');
}
