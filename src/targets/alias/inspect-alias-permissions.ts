// Preflight: whether the role may do what the release of aliases will do.

import type { Clients } from '../../aws/clients.ts';
import { LAMBDA } from '../../aws/lambda-client.ts';
import {
  aliasProbe,
  createAliasProbe,
  functionTagProbes,
  provisionProbes,
  publishProbe,
  uploadProbe,
} from '../../aws/lambda-probes.ts';
import { inspectProbes } from '../../aws/probes.ts';
import { addFindings, noProblems, type Problems } from '../../base/problems.ts';
import { forAll } from '../concurrency.ts';
import type { AliasFacts } from './inspect-aliases.ts';
import { sampleOf } from './sample.ts';

export async function inspectPermissions(
  clients: Clients<'normal'>,
  facts: readonly AliasFacts[],
  findings: Problems,
): Promise<void> {
  const { place, open } = clients;
  const lambda = open(LAMBDA);
  const movingOf = ({ input: { name }, from }: AliasFacts) =>
    from === '' ? createAliasProbe(lambda, place, name) : aliasProbe(lambda, place, name);
  const othersOf = ({ input: { name, version, code }, arn, from, warmth }: AliasFacts) => [
    ...(code ? [uploadProbe(lambda, place, name)] : []),
    ...(version === undefined ? [publishProbe(lambda, place, name)] : []),
    ...(from === '' ? [] : functionTagProbes(lambda, arn)),
    ...(warmth.of !== 'none' ? provisionProbes(lambda, place, name) : []),
  ];
  const asked = sampleOf(facts, needsMore);
  if (asked.size < facts.length) {
    findings.notes.push(
      `permissions: those to publish a version and to store the release were checked on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`,
    );
  }
  // What moves traffic is asked of each function: without it, the release would stop half-way.
  const probesOf = (fact: AliasFacts) => [
    movingOf(fact),
    ...(asked.has(fact) ? othersOf(fact) : []),
  ];
  const each = facts.map((fact) => ({ fact, found: noProblems() }));
  await forAll(each, ({ fact, found }) => inspectProbes(clients, probesOf(fact), found));
  addFindings(
    findings,
    each.map(({ found }) => found),
  );
}

/** Whether it needs more permissions than the others; those of most functions are in one statement. */
function needsMore({ warmth, input }: AliasFacts): boolean {
  return warmth.of !== 'none' || input.code !== undefined;
}
