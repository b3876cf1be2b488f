// The rollout that is open, for the commands that go on with one that another run began.

import { messageOf } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Moment } from '../controller/context.ts';
import type { Report } from '../report/report.ts';
import type { LastWord } from '../rollout/last-outcome.ts';
import { openInWords } from '../rollout/open-for.ts';
import { differences } from '../rollout/plan-difference.ts';
import type { NotToGoOnWith } from '../rollout/record.ts';
import { linkToRun } from '../rollout/release.ts';
import { whyNotOurs } from '../rollout/stored-state-text.ts';
import { canGiveBack, type Standing } from '../rollout/traffic-state.ts';
import { linkFrom, type Session } from '../run/services.ts';
import type { Observed } from '../targets/target.ts';

/** What stands where a rollout was looked for. */
export type Found =
  | { readonly kind: 'open'; readonly moment: Moment }
  /** `last`: how the one before ended, if it was driven in pieces. */
  | { readonly kind: 'none'; readonly last: LastWord | undefined }
  | {
      readonly kind: 'problem';
      readonly problem: string;
      /** Something else is being released, and nothing is open of what was asked for. */
      readonly beside: boolean;
      /** What is remembered all the same; `undefined`: it could not be read, or there is nothing. */
      readonly memory?: NotToGoOnWith['kind'];
    };

/**
 * Looks for an open rollout. Changes nothing, and never throws.
 *
 * @param read how what stands is read; omitted: once
 */
export async function findOpen(
  session: Session,
  read: () => Promise<Observed> = () => session.target.observe(),
): Promise<Found> {
  const { target, job } = session;
  job.log.group('Look');
  try {
    const { memory, standing } = await read();
    if (memory.kind === 'rollout' && standing) {
      return { kind: 'open', moment: { rollout: memory.remembered, standing } };
    }
    if (memory.kind !== 'none' && memory.kind !== 'rollout') return other(session, memory);
    const beside = await target.readBeside?.();
    if (beside) return other(session, beside);
    const stray = await target.readStray();
    if (stray !== undefined) return problem(`${stray}; it is left alone`);
    return { kind: 'none', last: memory.kind === 'none' ? memory.last : undefined };
  } catch (error) {
    return problem(messageOf(error));
  }
}

function problem(text: string, beside = false): Extract<Found, { kind: 'problem' }> {
  return { kind: 'problem', problem: text, beside };
}

function other({ target, job }: Session, memory: NotToGoOnWith): Found {
  const text = whyNotOurs(target.words, memory, linkFrom(job));
  return { ...problem(text, memory.kind === 'another'), memory: memory.kind };
}

/**
 * Does something with the open rollout, if it is ours, as we left it, and the one that is asked for;
 * else says why not.
 *
 * @param otherwise where none is open
 */
export async function withOpen(
  session: Session,
  work: (moment: Moment) => Promise<Report>,
  otherwise: (last: LastWord | undefined) => Report,
): Promise<Report> {
  const { reporter, target, job } = session;
  const found = await findOpen(session);
  if (found.kind === 'none') return otherwise(found.last);
  if (found.kind === 'problem') return reporter.declined([found.problem]);
  const { moment } = found;
  if (moment.standing.kind === 'foreign') {
    const problem = `${target.words} is not as the rollout left it: ${moment.standing.what}${wayOut(moment.standing)}`;
    return reporter.declined([problem], moment);
  }
  job.log.line(sayOpen(session, moment));
  const others = differences(job.inputs.asked, moment.rollout.record);
  if (others.length > 0 && job.inputs.onOtherPlan === 'fail') {
    const hint =
      'Leave these inputs out, or set on-other-plan: continue to go on with what is open';
    return reporter.declined([...others, hint], moment);
  }
  for (const other of others) job.log.warning(`Going on with what is open: ${other}`);
  try {
    return await work(moment);
  } catch (error) {
    return reporter.declined([messageOf(error)], moment);
  }
}

/** What ends a rollout of which somebody else has changed something. */
export function wayOut(standing: Standing): string {
  return canGiveBack(standing)
    ? '. To roll back what is still as it was left, run the action with command: rollback, or set on-unfinished: rollback'
    : '. Nothing of the rollout is left there: to have it forgotten, run the action with command: rollback';
}

/** How old the open rollout is, and whose. */
export function sayOpen({ job }: Session, { rollout }: Moment): string {
  return openInWords(rollout, linkFrom(job)(rollout.record.id), now());
}

/** What to say where no rollout is open. */
export function noneOpen({ target, job }: Session, last: LastWord | undefined): string {
  const none = `no rollout is open on ${target.words}`;
  if (!last) return none;
  const at = new Date(last.at * 1000).toISOString().replace('.000Z', 'Z');
  const how = last.ended === 'promoted' ? 'promoted' : 'rolled back';
  return `${none}: the last one was ${how} at ${at} by ${linkToRun(last.by, job.source.runUrl)}`;
}
