// A rollout that an earlier run left open: whose it is, and what is to be done with it.

import { messageOf } from './aws/errors.ts';
import type { Moment } from './craft.ts';
import { rollBack } from './roll-back.ts';
import { formatPhase } from './rollout/phase.ts';
import { TAG_PREFIX } from './rollout/record.ts';
import { formatRolloutId } from './rollout/release.ts';
import { canGiveBack, type Standing } from './rollout/standing.ts';
import { craftOf, type Session, takeOver } from './session.ts';
import type { Observed } from './targets/target.ts';

export type Met =
  /** There is none, or not any more. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'resume'; readonly moment: Moment }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Looks for an open rollout of ours and does with it what `on-unfinished` says. */
export async function meetUnfinished(session: Session): Promise<Met> {
  const { target, job } = session;
  let observed: Observed;
  try {
    observed = await target.observe();
  } catch {
    // Preflight reads the same things, and says what is wrong with them among everything else.
    return { kind: 'clear' };
  }
  const { memory, standing } = observed;
  if (memory.kind === 'none') return { kind: 'clear' };
  if (memory.kind === 'unreadable') {
    return refuse(
      `${target.words} remembers a rollout that cannot be read (${memory.why}). Look at what stands, then remove its tags ${TAG_PREFIX}*`,
    );
  }
  const { remembered } = memory;
  const whose = `the rollout of ${formatRolloutId(remembered.record.id)} is unfinished (${formatPhase(remembered.phase)})`;
  job.log.warning(`On ${target.words}, ${whose}.`);
  const takesBack = job.inputs.onUnfinished === 'rollback';
  if (!standing || !(takesBack ? canGiveBack(standing) : standing.kind !== 'foreign')) {
    return refuse(
      `${whose}, and ${target.words} is not as it left it: ${standing?.kind === 'foreign' ? standing.what : ''}${wayOut(standing)}`,
    );
  }
  return settle(session, { rollout: remembered, standing }, whose);
}

function wayOut(standing: Standing | undefined): string {
  return standing && canGiveBack(standing)
    ? '. To give back the rest, which is as it was left, set on-unfinished: rollback'
    : '';
}

async function settle(session: Session, moment: Moment, whose: string): Promise<Met> {
  const { job } = session;
  if (job.inputs.onUnfinished === 'fail') {
    return refuse(`${whose}; on-unfinished: fail leaves it alone. Set resume or rollback`);
  }
  if (job.inputs.onUnfinished === 'rollback' || neverSeen(moment)) {
    const { ending } = await rollBack(
      craftOf(session),
      moment,
      'unfinished rollout of an earlier run',
    );
    return ending.kind === 'rolled-back' ? { kind: 'clear' } : refuse(`${whose}; ${ending.kind}`);
  }
  return resume(session, moment, whose);
}

/** No user is served by it, and it was not further than its first shift: nothing to go on with. */
function neverSeen({ rollout, standing }: Moment): boolean {
  const { phase } = rollout;
  const first = phase.kind === 'preparing' || (phase.kind === 'step' && phase.index === 0);
  return first && standing.kind === 'stable';
}

/** Goes on only with what this run would release itself: anything newer must not be lost. */
async function resume(session: Session, moment: Moment, whose: string): Promise<Met> {
  const { job, functions } = session;
  const { rollout } = moment;
  try {
    const asked = job.inputs.functions.map(({ name }) => name);
    const others = rollout.record.functions.filter(({ name }) => !asked.includes(name));
    if (others.length > 0) {
      return refuse(
        `${whose}, and it releases ${others.map(({ name }) => `"${name}"`).join(', ')} as well, which is not what this run would release. Finish it first, or set on-unfinished: rollback`,
      );
    }
    for (const { name, version } of job.inputs.functions) {
      const change = rollout.record.functions.find((f) => f.name === name);
      const wanted = version ?? (await functions.read(name))?.codeSha256;
      const open = version
        ? change?.to
        : change && (await functions.read(name, change.to))?.codeSha256;
      if (wanted === open) continue;
      return refuse(
        `${whose}, and it releases ${change ? `version ${change.to} of` : 'nothing of'} "${name}", which is not what this run would release. Finish it first, or set on-unfinished: rollback`,
      );
    }
    const own = await takeOver(session, moment);
    job.log.line('Going on with it: its own plan, from where it stands.');
    return { kind: 'resume', moment: own };
  } catch (error) {
    return refuse(`${whose}, and it could not be taken over: ${messageOf(error)}`);
  }
}

function refuse(problem: string): Met {
  return { kind: 'refused', problems: [problem] };
}
