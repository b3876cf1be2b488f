// Preflight of the smoke checks: the role may invoke the new versions, and the form of their events is known. No check is
// sent: before the release, there is no new version.

import type { Clients } from '../aws/clients.ts';
import { LAMBDA } from '../aws/lambda-client.ts';
import { invokeProbe } from '../aws/lambda-probes.ts';
import { inspectProbes } from '../aws/probes.ts';
import { attempt, type Problems } from '../base/problems.ts';
import type { Suite } from '../checks/check.ts';
import { suiteNeeds } from '../checks/fit-target.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { kindOf } from '../targets/kinds.ts';
import type { Target, TargetSetup } from '../targets/target.ts';

export interface SmokeServices {
  readonly clients: Clients<'normal'>;
  readonly target: Pick<Target, 'formatOf'>;
  /** `undefined` when problems prevent it. */
  readonly opening: TargetSetup | undefined;
}

export async function inspectSmoke(
  { clients, target, opening }: SmokeServices,
  suite: Suite,
  inputs: Inputs,
  findings: Problems,
): Promise<void> {
  if (opening?.serveFirst) {
    findings.notes.push(
      'smoke: a first release receives all traffic immediately, without running checks',
    );
    return;
  }
  const needs = suiteNeeds(suite, kindOf(inputs.target).reach);
  const only = inputs.functions[0]?.name ?? '';
  const lambda = clients.open(LAMBDA);
  const probes = needs.invokes.map((name) => invokeProbe(lambda, clients.place, name || only));
  await inspectProbes(clients, probes, findings);
  const { formatOf } = target;
  for (const name of formatOf ? needs.unknownFormats : []) {
    const found = await attempt(findings, async () => formatOf?.(name || only));
    if (found && 'why' in found) findings.problems.push(`smoke: ${found.why}`);
  }
}
