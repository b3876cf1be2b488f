// What a plan and a release say of release hours, freezes and the stop switch.

import { noProblems, type Problems } from '../base/problems.ts';
import { now } from '../base/time.ts';
import { forecastText, gateText } from '../report/gate-text.ts';
import type { Plan } from '../rollout/plan.ts';
import type { Services } from '../run/services.ts';
import { closedBy } from './closed.ts';

const CONSEQUENCE = {
  fail: 'a release that began now would be refused (on-closed: fail)',
  wait: 'a release that began now would wait in its job (on-closed: wait)',
  skip: 'a release that began now would do nothing (on-closed: skip)',
} as const;

/** For a plan: what is closed now, and what a release would meet. A switch that cannot be read stops the plan. */
export async function closingFindings(services: Services, plan: Plan): Promise<Problems> {
  const findings = noProblems();
  const { onClosed } = services.context.inputs;
  const closed = await closedBy(services);
  if (closed?.kind === 'stop' && closed.unread) findings.problems.push(gateText(closed));
  else if (closed) findings.notes.push(`${gateText(closed)}. For now, ${CONSEQUENCE[onClosed]}`);
  findings.notes.push(...(await closingNotes(services, plan)));
  return findings;
}

/** That a release would have to wait on its way. */
export async function closingNotes(services: Services, plan: Plan): Promise<readonly string[]> {
  const { times, override } = services.context.inputs.gates;
  if (!times || override !== '') return [];
  const { closingAhead } = await import('../gates/closing-ahead.ts');
  const ahead = closingAhead(times, plan, now());
  return ahead ? [forecastText(ahead)] : [];
}
