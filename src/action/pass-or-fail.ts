// How the main step ends: with an annotation, and green or red.

import { error as annotate, notice, setFailed } from '@actions/core';
import { firstOf } from '../base/listed.ts';
import { type Log, sayWrapped } from '../base/log.ts';
import type { Command } from '../inputs/inputs.ts';
import { brokeText } from '../report/broke-text.ts';
import { sentence } from '../report/format.ts';
import { closingText } from '../report/gate-section.ts';
import { HOW_TO_REPORT } from '../report/internal-error.ts';
import type { Report } from '../report/report.ts';
import { renderStuck } from '../report/stuck.ts';
import { STUCK_EXIT_CODE } from './step-state.ts';

/**
 * Promoted, held, open and unchanged pass, and so does a requested outcome; the rest fails, with a one-line
 * message.
 */
export function passOrFail(report: Report, command: Command, log: Log): void {
  const { outcome, reason, stands, problems } = report;
  const fail = (text: string) => setFailed(withAdvice(text, report));
  switch (outcome) {
    case 'running':
    case 'planned':
    case 'previewed':
    case 'promoted':
    case 'unchanged':
      sayWrapped(log, closingText(report));
      return;
    case 'held':
      notice(`Held: ${sentence(reason)} ${stands}`);
      return;
    case 'rolled-back':
      if (command === 'rollback') notice(rolledBackText(report));
      else fail(rolledBackText(report));
      return;
    case 'stuck':
      fail(renderStuck(report));
      process.exitCode = STUCK_EXIT_CODE;
      return;
    default:
      for (const problem of problems.length > 1 ? firstOf(problems) : []) annotate(problem);
      fail(`${sentence(reason)} ${stands}`);
  }
}

function rolledBackText(report: Report): string {
  const broke = brokeText(report);
  const what = broke === '' ? '' : ` ${sentence(broke)}`;
  return `Rolled back: ${sentence(report.reason)}${what} ${report.stands}`;
}

/** Adds how to report a bug. */
function withAdvice(text: string, { cause }: Report): string {
  return cause?.kind === 'internal-error' ? `${text} ${HOW_TO_REPORT}` : text;
}
