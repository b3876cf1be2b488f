// `npm run simulator -- --port N`: starts the simulator alone, for any AWS client.

import { parseArgs } from 'node:util';
import { clockVariable } from './clock.ts';
import { startSimulator } from './simulator.ts';

const USAGE = `npm run simulator -- [--port N] [--seed N] [--rate N] [--account ID] [--region R] [--quotas]

  --port     the port on 127.0.0.1; default: any free port
  --seed     makes every random draw repeatable
  --rate     simulated seconds per real second; default 1
  --account  twelve digits; default 123456789012
  --region   default us-east-1
  --quotas   throttles the control planes as AWS does
`;

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number, not "${text}"`);
}

function clockRate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (Number(text) > 0 && Number.isFinite(Number(text))) return Number(text);
  throw new Error(`--rate must be a number above 0, not "${text}"`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      rate: { type: 'string' },
      account: { type: 'string' },
      region: { type: 'string' },
      quotas: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { account, region, quotas, help } = values;
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new Error(`--account must be twelve digits, not "${account}"`);
  }
  const port = wholeNumber('port', values.port);
  const seed = wholeNumber('seed', values.seed);
  const rate = clockRate(values.rate);
  return {
    help: help ?? false,
    simulator: {
      ...(port !== undefined && { port }),
      ...(seed !== undefined && { seed }),
      ...(rate !== undefined && { clockRate: rate }),
      ...(account !== undefined && { account }),
      ...(region !== undefined && { region }),
      ...(quotas !== undefined && { quotas }),
    },
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const simulator = await startSimulator(options.simulator);
  const { clock, place } = simulator.world;
  const { region } = place;
  console.log(`AWS simulator at ${simulator.url}

  export AWS_ENDPOINT_URL=${simulator.url}
  export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test

deployed stages    ${simulator.stageUrl('{api}', '{stage}', '/…')}
its own interface  ${simulator.url}/_sim/ faults, policy, credentials, calls, clock, unsettled, lambda, logs, quotas, seed
its clock          CANARY_CLOCK=${clockVariable(clock.settings)}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close());
  }
}

try {
  await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 1;
}
