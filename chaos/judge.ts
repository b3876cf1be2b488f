// What must hold after every fault, whatever it was. Pure.

import type { Report } from '../src/report/report.ts';
import type { Fault } from './faults.ts';
import { type Act, isWhole, type Story } from './trial.ts';
import type { Standing } from './worlds/world.ts';

export type Breach =
  /** Some users on one version and some on the other, and nobody to finish it. */
  | 'half-rolled'
  /** Something of a user's is not as it was. */
  | 'lost setting'
  /** A report says something else than what stands. */
  | 'wrong report'
  /** Whole, but not the ending that the fault allows. */
  | 'wrong ending'
  /** A user's request failed for another reason than the canary's own faults. */
  | 'failed request';

export interface Finding {
  readonly breach: Breach;
  readonly why: string;
}

/** @param failing the new version is bad */
export function judge(
  story: Story,
  fault: Fault | undefined,
  failing: boolean,
): readonly Finding[] {
  return [
    ...story.acts.flatMap((act) => judgeReport(act, fault)),
    ...judgeEnding(story, fault, failing),
    ...judgeSettings(story, fault),
    ...judgeUsers(story),
  ];
}

function judgeEnding(story: Story, fault: Fault | undefined, failing: boolean): readonly Finding[] {
  const last = story.acts.at(-1)?.standing;
  if (!last) return [];
  if (fault?.ends === 'theirs' && story.struck !== undefined) return judgeTheirs(story, last);
  if (!isWhole(last) && last.lost.length === 0) {
    return [{ breach: 'half-rolled', why: `in the end stands ${last.traffic}: ${last.what}` }];
  }
  const without = failing ? 'stable' : 'released';
  const free = fault?.ends === 'whole';
  const why = `${last.traffic}, where without the fault it is ${without}`;
  return [
    ...judgeAlone(story, fault),
    ...(free || last.traffic === without ? [] : [{ breach: 'wrong ending', why } as const]),
  ];
}

/** What somebody else released stands, unless the rollout came to its end before or after. */
function judgeTheirs({ keepsTheirs }: Story, last: Standing): readonly Finding[] {
  const ended = (last.traffic === 'released' || last.traffic === 'stable') && !last.remembered;
  if (keepsTheirs || ended) return [];
  return [{ breach: 'wrong ending', why: `what somebody else released is gone: ${last.what}` }];
}

/** Where main and post step have what they need, no later run may be needed. */
function judgeAlone({ acts, struck }: Story, fault: Fault | undefined): readonly Finding[] {
  const needed = acts.some(({ who }) => who === 'next');
  if (struck === undefined || fault?.alone !== true || !needed) return [];
  const left = acts.find(({ who }) => who === 'post')?.standing;
  const memory = left?.remembered ? ', remembered' : '';
  const why = `the job ended, and left ${left?.traffic}${memory}: ${left?.what}`;
  return [{ breach: 'half-rolled', why }];
}

export function judgeSettings(
  { acts }: Pick<Story, 'acts'>,
  fault: Fault | undefined,
): readonly Finding[] {
  const last = acts.at(-1)?.standing;
  if (!last || (fault?.ends === 'theirs' && last.traffic === 'strange')) return [];
  return last.lost.map((why): Finding => ({ breach: 'lost setting', why }));
}

/** What the report says must be what stands. */
export function judgeReport(act: Act, fault: Fault | undefined): readonly Finding[] {
  const { report, standing, who, exitCode } = act;
  if (!report) return judgeSilence(act);
  const wrong = (why: string): Finding => ({ breach: 'wrong report', why: `${who}: ${why}` });
  const findings: Finding[] = [];
  const served = servedBy(report);
  if (served !== undefined && served !== standing.traffic && !excused(standing, fault)) {
    findings.push(
      wrong(`"${report.outcome}: ${report.stands}", and there stands ${standing.what}`),
    );
  }
  const passes = ['promoted', 'held', 'unchanged', 'planned'].includes(report.outcome);
  if (exitCode !== null && passes !== (exitCode === 0)) {
    findings.push(wrong(`${report.outcome}, and the exit code is ${exitCode}`));
  }
  if (report.outcome === 'failed' && standing.traffic === 'split' && report.commands.length === 0) {
    findings.push(wrong('traffic is split, and no command is given to mend it'));
  }
  return findings;
}

/** Somebody else may move things between a step's last look and ours. */
function excused({ traffic }: Standing, fault: Fault | undefined): boolean {
  return traffic === 'strange' && fault?.strike.kind === 'meddle';
}

function servedBy({ outcome, stands, weight }: Report): Standing['traffic'] | undefined {
  if (outcome === 'promoted') return 'released';
  if (outcome === 'rolled-back') return 'stable';
  if (outcome === 'held') return weight === 100 ? 'released' : 'split';
  if (outcome === 'unchanged' || stands.startsWith('The current state could not be read')) return;
  if (stands.startsWith('All traffic is served by the previous version')) {
    return 'stable';
  }
  if (/^All traffic is served by what was released/.test(stands)) return 'released';
  // What somebody else moved is neither of the action's own states.
  if (stands.startsWith('The state in AWS was changed outside this rollout')) return undefined;
  return weight !== null && weight > 0 ? 'split' : undefined;
}

/** A step without a report was killed, had nothing to do, or says in one line what it did. */
export function judgeSilence({ who, log, exitCode, standing }: Act): readonly Finding[] {
  if (/^\s+at .*\.js:\d+/m.test(log)) {
    return [{ breach: 'wrong report', why: `${who}: a stack trace:\n${log.slice(-1500)}` }];
  }
  if (/returned all traffic to the previous version/.test(log) && standing.traffic !== 'stable') {
    return [{ breach: 'wrong report', why: `${who} "returned all traffic": ${standing.what}` }];
  }
  const quiet = who === 'main' && exitCode !== null && exitCode !== 0 && !log.includes('::error');
  return quiet ? [{ breach: 'wrong report', why: `${who} failed without a word:\n${log}` }] : [];
}

/**
 * The simulated gateway gives up on a function after 29 seconds, which on the fast clock are two of
 * a loaded machine's: its 504 is the machine's.
 */
const SLOW_MACHINE = 'HTTP 504';

/** Standard deviations that chance may add to what was to be expected, and failures on top of them. */
const CHANCE = { deviations: 4, more: 3 } as const;

/** A good version fails nobody; a bad one no more than the weights that stood explain. */
export function judgeUsers({ users }: Pick<Story, 'users'>): readonly Finding[] {
  const { requests, failures, due } = users;
  const failed = users.failed - (failures[SLOW_MACHINE] ?? 0);
  const chance = CHANCE.deviations * Math.sqrt(due.variance) + CHANCE.more;
  const most = due.mean > 0 ? due.mean + chance : 0;
  if (failed <= most) return [];
  const why = `${failed} of ${requests} requests, where the weights explain ${due.mean.toFixed(1)}: ${JSON.stringify(failures)}`;
  return [{ breach: 'failed request', why }];
}
