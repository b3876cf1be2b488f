// The one place that waits and acts: look at everything, decide, perform one command, and again.

import { formatDuration } from '../base/duration.ts';
import { MovedError, messageOf } from '../base/errors.ts';
import { aborted, now, pause, within } from '../base/time.ts';
import { phaseInWords } from '../report/format.ts';
import { renderLookLine } from '../report/progress-line.ts';
import type { Command, Ending } from '../rollout/command.ts';
import { decide } from '../rollout/decide.ts';
import { isSamePhase } from '../rollout/phase.ts';
import { formatWeight } from '../rollout/plan.ts';
import { sayTaken } from '../targets/ownership.ts';
import type { Craft, Ended, Moment } from './context.ts';
import { situation, trackReached } from './decision-input.ts';
import { windUp } from './finalize.ts';
import { lastLook } from './last-read.ts';
import { LOOK_SECONDS, type Look, takeLook } from './observe.ts';
import { BAKE, resumeSteps } from './recorder.ts';
import { abandon, rollBack } from './rollback.ts';
import { askHook, withHooks } from './run-hooks.ts';

/**
 * Drives a prepared rollout to an ending. Never throws for what AWS answers.
 *
 * @param first as this run begins it, or takes it over
 */
export async function perform(craft: Craft, first: Moment): Promise<Ended> {
  const ended = await driveToEnd(craft, first);
  const { kind } = ended.ending;
  // What stays open can be asked of the next run as well; a job that is to stop has no time left.
  const over = kind === 'promoted' || kind === 'rolled-back' || ended.rest === 'untouched';
  if (over && !craft.cancelled.aborted) await hearOut(craft, ended.moment, kind);
  return ended;
}

/** Seconds that GitHub may take to tell what people said last. */
const LAST_WORD_SECONDS = 10;

async function hearOut({ orders }: Craft, { rollout }: Moment, ended?: Ending['kind']) {
  await within(LAST_WORD_SECONDS, orders.hearOut(rollout, ended));
}

async function driveToEnd(craft: Craft, first: Moment): Promise<Ended> {
  let moment = first;
  let trouble: string | undefined;
  let late: Promise<unknown> | undefined;
  const reached = trackReached();
  const said = new Set<string>();
  resumeSteps(craft.journal, first.rollout);
  for (;;) {
    const look = withHooks(craft, await takeLook(craft, moment));
    if (look.kind === 'lost') {
      await craft.hooks.stop();
      return onLost(craft, moment, look);
    }
    if (look.kind === 'seen') {
      moment = look.moment;
      reached.saw(moment);
      craft.journal.saw(look.seen);
    }
    announce(craft, look, said);
    void craft.orders.poll(moment.rollout);
    let command = decide(situation(craft, moment, look, trouble, reached.of(moment)));
    if (command.kind === 'finish') {
      // After this nothing of it can be taken back by a comment any more.
      await hearOut(craft, moment);
      command = decide(situation(craft, moment, look, trouble, reached.of(moment)));
    }
    if (command.kind !== 'wait' && command.kind !== 'hook') await craft.hooks.stop();
    const result = await act(craft, moment, command, late);
    if (result.kind === 'ended') return result.ended;
    ({ moment, trouble, late } = result);
    reached.made(result);
  }
}

/** Annotates what people must know, once, when it is first seen. */
function announce({ log, journal }: Craft, look: Look, said: Set<string>): void {
  if (look.kind !== 'seen') return;
  const { frozen, misrouted } = look.seen;
  for (const [about, text] of Object.entries({ frozen, misrouted })) {
    if (text === undefined || said.has(about)) continue;
    said.add(about);
    log.warning(text);
    journal.note(text);
  }
}

type Acted =
  | { readonly kind: 'ended'; readonly ended: Ended }
  | {
      readonly kind: 'go-on';
      /** What stands after the command: needed at once if the job is to stop now. */
      readonly moment: Moment;
      /** The command failed, and the rollout is to be taken back. */
      readonly trouble: string | undefined;
      /** A change that was under way when the job was told to stop. */
      readonly late?: Promise<unknown> | undefined;
    };

async function act(
  craft: Craft,
  moment: Moment,
  command: Command,
  late: Promise<unknown> | undefined,
): Promise<Acted> {
  switch (command.kind) {
    case 'wait':
      craft.log.line(lookLine(craft, moment, command.until));
      await pause(Math.min(LOOK_SECONDS, command.until - now()), craft.cancelled);
      return { kind: 'go-on', moment, trouble: undefined };
    case 'hook':
      return { kind: 'go-on', moment: await askHook(craft, moment), trouble: undefined };
    case 'shift':
      return shift(craft, moment, command.step, command.weight);
    case 'promote':
      return promote(craft, moment);
    case 'roll-back':
      return { kind: 'ended', ended: await rollBack(craft, moment, command.reason, late) };
    case 'abandon':
      return { kind: 'ended', ended: await abandon(craft, moment, command.reason) };
    case 'finish':
      return { kind: 'ended', ended: await finish(craft, moment, command.ending) };
    case 'leave':
      return { kind: 'ended', ended: end(craft, moment, command.ending) };
  }
}

async function finish(craft: Craft, moment: Moment, ending: Ending): Promise<Ended> {
  const settled = await windUp(craft, moment, ending.kind === 'promoted' ? 'new' : 'before');
  const ended = end(craft, moment, ending);
  return settled ? ended : { ...ended, rest: 'unsettled' };
}

/** After a failure it is not known what stands: the worst is taken for granted. */
async function attempted(craft: Craft, moment: Moment, work: () => Promise<void>): Promise<Acted> {
  const working = work();
  try {
    const first = await Promise.race([working, aborted(craft.cancelled)]);
    const late = first === 'aborted' ? working.catch(() => undefined) : undefined;
    return { kind: 'go-on', moment, trouble: undefined, late };
  } catch (error) {
    const why = sayTaken(error, craft.linkTo) ?? messageOf(error);
    return error instanceof MovedError
      ? { kind: 'ended', ended: await stop(craft, moment, why) }
      : { kind: 'go-on', moment, trouble: why };
  }
}

function shift(craft: Craft, { rollout }: Moment, index: number, weight: number): Promise<Acted> {
  const { target, journal, log } = craft;
  const { steps } = rollout.record.plan;
  const holdSeconds = steps[index]?.holdSeconds ?? 0;
  const held = formatDuration(holdSeconds);
  log.group(`Step ${index + 1} of ${steps.length}: ${formatWeight(weight)} for ${held}`);
  const phase = { kind: 'step', index, since: Math.floor(now()) } as const;
  if (isSamePhase(rollout.phase, phase)) {
    const why = `The weight of step ${index + 1} was not there when this run took over: it is set again`;
    log.warning(why);
    journal.note(why);
  }
  const shifts = [...rollout.shifts.slice(0, index), phase.since];
  const after: Moment = {
    rollout: { ...rollout, phase, shifts },
    standing: { kind: 'split', weight },
  };
  return attempted(craft, after, async () => {
    await target.remember(rollout, phase);
    await target.shift(rollout, weight);
    journal.note(`shifted ${formatWeight(weight)} to the canary`, 'traffic');
    journal.beginStep(formatWeight(weight), weight, holdSeconds);
    craft.progress(after);
  });
}

function promote(craft: Craft, { rollout }: Moment): Promise<Acted> {
  const { target, journal, log } = craft;
  const { bakeSeconds } = rollout.record.plan;
  log.group(`Promote, and bake for ${formatDuration(bakeSeconds)}`);
  const baking = rollout.phase.kind === 'baking';
  const phase = baking ? rollout.phase : ({ kind: 'baking', since: Math.floor(now()) } as const);
  const after: Moment = {
    rollout: { ...rollout, phase },
    standing: { kind: 'promoted', open: true },
  };
  return attempted(craft, after, async () => {
    if (!baking) await target.remember(rollout, phase);
    await target.promote(rollout);
    journal.note('promoted: all traffic goes to the new version', 'traffic');
    journal.beginStep(BAKE, 100, bakeSeconds);
    log.line('Promoted, and read back: all traffic goes to the new version.');
    craft.progress(after);
  });
}

function lookLine(craft: Craft, { rollout, standing }: Moment, until: number): string {
  const step = craft.journal.currentStep();
  const none = { requests: 0, errors: 0 };
  return renderLookLine({
    at: now(),
    where: phaseInWords(rollout.phase, rollout.record.plan.steps.length),
    weight: standing.kind === 'split' ? standing.weight : 100,
    secondsLeft: until - now(),
    canary: step?.canary ?? none,
    stable: step?.stable ?? none,
    errors: craft.journal.errors(),
    verdict: craft.journal.verdict(),
    decisive: craft.journal.decisive(),
    alarms: craft.journal.alarms(),
  });
}

/** A run that only looks on is not needed where another one does the same. */
async function onLost(
  craft: Craft,
  moment: Moment,
  { why, to }: Extract<Look, { kind: 'lost' }>,
): Promise<Ended> {
  const { reach } = craft;
  if (to && reach.kind === 'one-look') return end(craft, moment, { kind: 'held', reason: why });
  return stop(craft, moment, why);
}

/** Somebody else holds what was ours: what stands now is read, and left alone. */
async function stop(craft: Craft, moment: Moment, why: string): Promise<Ended> {
  craft.journal.endStep();
  const ending = {
    kind: 'failed',
    reason: `stopped without touching anything more: ${why}`,
  } as const;
  return { ending, ...(await lastLook(craft, moment)), rest: 'settled' };
}

function end(craft: Craft, moment: Moment, ending: Ending): Ended {
  craft.journal.endStep();
  return { ending, moment, presumed: false, rest: 'settled' };
}
