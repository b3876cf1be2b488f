// The probes of a run. Their code is loaded when the first is sent.

import type { NormalClients } from '../aws/clients.ts';
import { createTransport } from '../aws/sdk-settings.ts';
import { type Log, logBug } from '../base/log.ts';
import { now } from '../base/time.ts';
import type { Suite } from '../checks/check.ts';
import {
  createProbes,
  NO_PROBES,
  type ProbeSender,
  type Probes,
} from '../controller/follow-probes.ts';
import { connectInvoker } from '../hooks/lambda-hook.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Target } from '../targets/target.ts';

export interface ProbesOfRun {
  readonly inputs: Pick<Inputs, 'smoke' | 'analysis' | 'command'>;
  readonly clients: NormalClients;
  readonly target: Pick<Target, 'reach'>;
  readonly cancelled: AbortSignal;
  readonly log: Log;
}

/** One check takes no time in which probes could be sent. */
export function probesOf({ inputs, clients, target, cancelled, log }: ProbesOfRun): Probes {
  const { smoke, analysis, command } = inputs;
  const { reach } = target;
  if (smoke?.probesPerMinute === undefined || !reach || analysis === 'off') return NO_PROBES;
  if (command === 'advance') return NO_PROBES;
  const sender = loadedLater(() => load(smoke, reach, clients, log));
  return createProbes({
    ...{ sender, cancelled, line: log.line },
    onBug: (error) => logBug(log, error),
  });
}

async function load(
  suite: Suite,
  reach: NonNullable<Target['reach']>,
  clients: NormalClients,
  log: Log,
): Promise<ProbeSender> {
  const { createProber } = await import('../smoke/prober.ts');
  return createProber(suite, {
    ...{ place: clients.place, agents: createTransport(process.env), reach, log, now },
    invoke: connectInvoker(clients.place, clients.credentials),
    credentials: () => clients.cloudWatch.config.credentials(),
  });
}

function loadedLater(open: () => Promise<ProbeSender>): ProbeSender {
  let opening: Promise<ProbeSender> | undefined;
  let opened: ProbeSender | undefined;
  return {
    minutes: (at) => opened?.minutes(at) ?? [],
    send: async (rollout, signal) => {
      opening ??= open();
      opened = await opening;
      await opened.send(rollout, signal);
    },
  };
}
