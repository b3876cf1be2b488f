// The gates of a run. A release without any pays nothing: their code is loaded when they are first read.

import type { NormalClients } from '../aws/clients.ts';
import { now } from '../base/time.ts';
import { type GateReader, NO_GATES } from '../controller/context.ts';
import type { Recorder } from '../controller/recorder.ts';
import { capitalize } from '../report/format.ts';
import { overrideText } from '../report/gate-text.ts';
import type { Host } from './host.ts';
import type { RunContext } from './run-context.ts';

export interface GateParts {
  readonly context: Pick<RunContext, 'inputs'>;
  readonly host: Pick<Host, 'log' | 'variable' | 'lacks'>;
  readonly clients: NormalClients;
  readonly recorder: Pick<Recorder, 'recordOverride'>;
}

export function openGates(parts: GateParts): GateReader {
  const { gates } = parts.context.inputs;
  if (!gates.times && !gates.stop) return NO_GATES;
  let opening: Promise<GateReader> | undefined;
  return {
    read: async () => {
      opening ??= load(parts);
      return (await opening).read();
    },
  };
}

async function load({ context, host, clients, recorder }: GateParts): Promise<GateReader> {
  const { gates: inputs } = context.inputs;
  const [{ readGates }, { openSwitch }] = await Promise.all([
    import('../gates/gates.ts'),
    import('../gates/stop-switch.ts'),
  ]);
  const variable = host.variable ?? `variables cannot be read: ${host.lacks.variable}`;
  const sources = { cloudWatch: clients.cloudWatch, clients, variable };
  const readSwitch = inputs.stop && openSwitch(inputs.stop, sources);
  let said = false;
  return {
    read: () =>
      readGates({
        ...{ inputs, readSwitch, now },
        overridden: (closed, reason) => {
          if (said) return;
          said = true;
          const override = { closed, reason };
          recorder.recordOverride(override);
          host.log.warning(capitalize(overrideText(override)));
        },
      }),
  };
}
