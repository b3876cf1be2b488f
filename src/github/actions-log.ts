// The job's log. All output passes through here, so that external text never becomes a workflow command.

import * as core from '@actions/core';
import type { Log } from '../base/log.ts';

export function createLog(): Log {
  let open = false;
  const endGroup = () => {
    if (open) core.endGroup();
    open = false;
  };
  return {
    endGroup,
    group: (title) => {
      endGroup();
      core.startGroup(oneLine(title));
      open = true;
    },
    line: (text) => core.info(oneLine(text)),
    notice: (text) => core.notice(text),
    warning: (text) => core.warning(text),
    error: (text) => core.error(text),
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
