// The model for judging a soak: which final states are allowed after its faults and other runs. Pure.

import type { Fault } from './faults.ts';
import type { Finding } from './finding.ts';
import { judgeReport, judgeSettings, judgeStackTrace, judgeUsers } from './judge.ts';
import { judgeGuarded } from './judge-person.ts';
import type { Soak } from './soak-draw.ts';
import type { SoakResult, SoakStep } from './soak-play.ts';
import type { WorldState } from './worlds/world.ts';

export function judgeSoak(result: SoakResult, { scenario, rival }: Soak): readonly Finding[] {
  const externalChange = externalChangeIn(result);
  const last = result.steps.at(-1);
  const forged = result.hits.some(({ injection }) => injection.kind === 'forgery');
  return [
    ...result.steps.flatMap((step) => judgeStep(step, externalChange)),
    ...(forged && last && externalChange?.ends !== 'external'
      ? judgeGuarded(last, scenario.failing && !result.hits.some(hidesAlarm))
      : judgeEnd(result, allowedTraffic(result, scenario.failing, rival !== undefined))),
    ...judgeWinners(result),
    ...judgeSettings(result, externalChange),
    ...judgeUsers(result),
  ];
}

/** A report can be compared with the actual state only if no other run was active. */
function judgeStep(step: SoakStep, externalChange: Fault | undefined): readonly Finding[] {
  if (step.alone) return judgeReport(step, externalChange);
  return step.report ? [] : judgeStackTrace(step);
}

/** The external change, if there was one; a release takes precedence. */
function externalChangeIn({ hits }: SoakResult): Fault | undefined {
  const injections = hits
    .map(({ injection }) => injection)
    .filter((injection) => injection.kind === 'external-change');
  const injection = injections.find(({ how }) => how === 'release') ?? injections[0];
  if (!injection) return undefined;
  const ends = injection.how === 'release' ? 'external' : 'whole';
  return { name: 'external change', injection, followUp: 'post', ends, alone: false };
}

/** The allowed final traffic states. */
function allowedTraffic(
  { hits }: SoakResult,
  failing: boolean,
  rival: boolean,
): readonly WorldState['traffic'][] {
  const externalRelease = hits.some(
    ({ injection }) => injection.kind === 'external-change' && injection.how === 'release',
  );
  const undisturbed = hits.every(({ injection }) => injection.kind === 'github') && !rival;
  const ends: WorldState['traffic'][] = failing ? ['stable'] : ['released'];
  if (!failing && !undisturbed) ends.push('stable');
  if (failing && hits.some(hidesAlarm)) ends.push('released');
  if (externalRelease) ends.push('external');
  return ends;
}

/** A failing version may be promoted only if its alarm could not be read (`on-inconclusive: promote`). */
function hidesAlarm({ operation, injection }: SoakResult['hits'][number]): boolean {
  return (
    operation === 'DescribeAlarms' || (injection.kind === 'from-here' && injection.which === 'all')
  );
}

function judgeEnd(
  { steps, keepsExternalRelease }: SoakResult,
  allowed: readonly WorldState['traffic'][],
): readonly Finding[] {
  const last = steps.at(-1)?.state;
  if (!last) return [];
  const what = `the final state is ${last.traffic}${last.stored ? ', with stored state' : ''}: ${last.what}`;
  if (!allowed.includes(last.traffic)) {
    const breach = last.traffic === 'split' ? 'half-rolled' : 'wrong ending';
    return [{ breach, why: `${what}; allowed: ${allowed.join(' or ')}` }];
  }
  if (last.traffic === 'external') {
    const why = `the external release is gone: ${last.what}`;
    return keepsExternalRelease ? [] : [{ breach: 'wrong ending', why }];
  }
  return last.stored ? [{ breach: 'half-rolled', why: what }] : [];
}

/** Of two runs on one target, only one may report that its release was promoted. */
function judgeWinners({ steps }: SoakResult): readonly Finding[] {
  const won = steps.filter(({ by, report }) => by !== 'next' && report?.outcome === 'promoted');
  // If a promoted release could not remove its stored state, the next run finishes it.
  const apart = won.filter(({ state }) => !state.stored);
  if (new Set(apart.map(({ by }) => by)).size < 2) return [];
  return [{ breach: 'wrong report', why: 'both runs report that they promoted their release' }];
}
