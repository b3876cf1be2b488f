// The smoke checks of a run. Their code is loaded when the first of them runs.

import type { NormalClients } from '../aws/clients.ts';
import { createTransport } from '../aws/sdk-settings.ts';
import type { Log } from '../base/log.ts';
import { now } from '../base/time.ts';
import { checksAt, type Suite } from '../checks/check.ts';
import type { Recorder } from '../controller/recorder.ts';
import { connectInvoker } from '../hooks/lambda-hook.ts';
import type { SmokeRunner } from '../hooks/runner.ts';
import type { Target } from '../targets/target.ts';

export interface SmokeParts {
  readonly suite: Suite | undefined;
  readonly clients: NormalClients;
  readonly target: Pick<Target, 'reach'>;
  readonly recorder: Pick<Recorder, 'recordCheck'>;
  readonly log: Log;
}

/** @returns `undefined`: there are none */
export function smokeOf({
  suite,
  clients,
  target,
  recorder,
  log,
}: SmokeParts): SmokeRunner | undefined {
  const { reach } = target;
  if (!suite || !reach) return undefined;
  const load = async () => {
    const { runSuite } = await import('../smoke/run-suite.ts');
    const agents = createTransport(process.env);
    return { runSuite, agents, invoke: connectInvoker(clients.place, clients.credentials) };
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    has: (point) => checksAt(suite, point).length > 0,
    run: async (occasion) => {
      loading ??= load();
      const { runSuite, invoke, agents } = await loading;
      const credentials = () => clients.cloudWatch.config.credentials();
      const ended = recorder.recordCheck;
      return runSuite(
        suite,
        { place: clients.place, invoke, agents, credentials, reach, log, now, ended },
        occasion,
      );
    },
  };
}
