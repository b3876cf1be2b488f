// Which checks are worth a line of the log: those that show something new, and from time to time one that does not, so
// that a reader sees that the run is alive.

import { formatDuration } from '../base/duration.ts';
import { formatWeight } from '../rollout/plan.ts';
import { newsIn, PROGRESS_HEAD, type ProgressLine, renderProgressLine } from './progress-line.ts';

/** Seconds without anything new after which a line is written nevertheless. */
export const HEARTBEAT_SECONDS = 300;

/** @returns for each check, the lines to write: none if nothing changed */
export function createProgressLog(): (line: ProgressLine) => readonly string[] {
  let last: { readonly at: number; readonly phase: string; readonly news: string } | undefined;
  return (line) => {
    const phase = `${line.where} ${line.weight}`;
    const news = newsIn(line);
    const isNewPhase = phase !== last?.phase;
    const isQuiet = last?.news === news && line.at - last.at < HEARTBEAT_SECONDS;
    if (!isNewPhase && isQuiet) return [];
    last = { at: line.at, phase, news };
    const text = renderProgressLine(line);
    return isNewPhase ? [phaseLine(line), PROGRESS_HEAD, text] : [text];
  };
}

/** Also where a run takes over in the middle of a step, whose begin is in the log of another run. */
function phaseLine({ where, weight, secondsLeft }: ProgressLine): string {
  const left = formatDuration(secondsLeft);
  return `Now ${where} at ${formatWeight(weight)} with ${left} left`;
}
