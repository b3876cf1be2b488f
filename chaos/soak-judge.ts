// The small model that a soak is held against: what may stand in the end, whatever was done meanwhile. Pure.

import type { Fault } from './faults.ts';
import { type Finding, judgeReport, judgeSettings, judgeUsers } from './judge.ts';
import type { Soak } from './soak-draw.ts';
import type { SoakAct, SoakStory } from './soak-play.ts';
import type { Standing } from './worlds/world.ts';

export function judgeSoak(story: SoakStory, { scenario, rival }: Soak): readonly Finding[] {
  const meddled = meddling(story);
  return [
    ...story.acts.flatMap((act) => judgeAct(act, meddled)),
    ...judgeEnd(story, allowedEnds(story, scenario.failing, rival !== undefined)),
    ...judgeWinners(story),
    ...judgeSettings(story, meddled),
    ...judgeUsers(story),
  ];
}

/** What a report says can be held against what stands only where nobody else moved it meanwhile. */
function judgeAct(act: SoakAct, meddled: Fault | undefined): readonly Finding[] {
  const findings = judgeReport(act, meddled);
  return act.alone ? findings : findings.filter(({ why }) => why.includes('a stack trace'));
}

/** The fault by which somebody else changed something, if one did; a release of theirs comes first. */
function meddling({ hits }: SoakStory): Fault | undefined {
  const strikes = hits.map(({ strike }) => strike).filter((strike) => strike.kind === 'meddle');
  const strike = strikes.find(({ how }) => how === 'release') ?? strikes[0];
  if (!strike) return undefined;
  const ends = strike.how === 'release' ? 'theirs' : 'whole';
  return { name: 'meddled', strike, aftermath: 'post', ends, alone: false };
}

/** Whose version may be served by all in the end. */
function allowedEnds(
  { hits }: SoakStory,
  failing: boolean,
  rival: boolean,
): readonly Standing['traffic'][] {
  const theirs = hits.some(({ strike }) => strike.kind === 'meddle' && strike.how === 'release');
  const undisturbed = hits.length === 0 && !rival;
  const ends: Standing['traffic'][] = failing ? ['stable'] : ['released'];
  if (!failing && !undisturbed) ends.push('stable');
  if (failing && hits.some(blinds)) ends.push('released');
  if (theirs) ends.push('strange');
  return ends;
}

/** A bad version may go on only where its alarm could not be heard (`on-inconclusive: promote`). */
function blinds({ operation, strike }: SoakStory['hits'][number]): boolean {
  return operation === 'DescribeAlarms' || (strike.kind === 'from-here' && strike.which === 'all');
}

function judgeEnd(
  { acts, keepsTheirs }: SoakStory,
  allowed: readonly Standing['traffic'][],
): readonly Finding[] {
  const last = acts.at(-1)?.standing;
  if (!last) return [];
  const what = `in the end stands ${last.traffic}${last.remembered ? ', remembered' : ''}: ${last.what}`;
  if (!allowed.includes(last.traffic)) {
    const breach = last.traffic === 'split' ? 'half-rolled' : 'wrong ending';
    return [{ breach, why: `${what}, where ${allowed.join(' or ')} is allowed` }];
  }
  if (last.traffic === 'strange') {
    const why = `what somebody else released is gone: ${last.what}`;
    return keepsTheirs ? [] : [{ breach: 'wrong ending', why }];
  }
  return last.remembered ? [{ breach: 'half-rolled', why: what }] : [];
}

/** Of two that fight over one place, one may say that its release was promoted. */
function judgeWinners({ acts }: SoakStory): readonly Finding[] {
  const won = acts.filter(({ by, report }) => by !== 'next' && report?.outcome === 'promoted');
  // A release that was promoted and could not be forgotten is finished by the next.
  const apart = won.filter(({ standing }) => !standing.remembered);
  if (new Set(apart.map(({ by }) => by)).size < 2) return [];
  return [{ breach: 'wrong report', why: 'both runs say that they promoted their release' }];
}
