// The job's log. All output passes through here, so that external text never becomes a workflow command.

import type { Log } from '../base/log.ts';
import * as runner from './workflow-commands.ts';

export function createLog(): Log {
  let open = false;
  const endGroup = () => {
    if (open) runner.endGroup();
    open = false;
  };
  return {
    endGroup,
    group: (title) => {
      endGroup();
      runner.startGroup(oneLine(title));
      open = true;
    },
    line: (text) => runner.info(oneLine(text)),
    notice: (text) => runner.notice(text),
    warning: (text) => runner.warning(text),
    error: (text) => runner.error(text),
  };
}

/**
 * The runner reads `::command::` at the start of a line, after any .NET white space, and `##[command]` anywhere in
 * it. Lines of the action contain external text, so this returns one line in which neither form survives.
 * (Annotations are encoded by `workflow-commands.ts`.)
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/##\[/g, '##\u200B[')
    .replace(/^([\s\u0085]*):(?=:)/, '$1:\u200B');
}
