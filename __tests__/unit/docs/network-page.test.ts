// docs/network.md names every host of AWS that the action has a client for.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import type { AwsService, ClientSettings } from '../../../src/aws/clients.ts';
import { API_GATEWAY } from '../../../src/aws/gateway-client.ts';
import { LAMBDA } from '../../../src/aws/lambda-client.ts';
import { CLOUDWATCH_LOGS } from '../../../src/aws/logs-client.ts';
import { SYSTEMS_MANAGER } from '../../../src/aws/ssm-client.ts';
import { CLOUDFORMATION } from '../../../src/aws/stacks-client.ts';
import { TAGGING } from '../../../src/aws/tagging-client.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/network.md'), 'utf8');
const SOURCES = readdirSync(join(ROOT, 'src/aws')).map((name) =>
  readFileSync(join(ROOT, 'src/aws', name), 'utf8'),
);
const REGION = 'eu-central-1';

interface Addressed {
  readonly config: {
    endpointProvider(parameters: object, context: object): { readonly url: URL };
  };
}

const SERVICES: Readonly<Record<string, AwsService<never>>> = {
  ...{ API_GATEWAY, LAMBDA, CLOUDWATCH_LOGS, CLOUDFORMATION, SYSTEMS_MANAGER, TAGGING },
} as never;
const settings = { region: REGION } as unknown as ClientSettings;
const clients = [
  ...Object.values(SERVICES).map(({ create }) => create(settings)),
  new CloudWatchClient({ region: REGION }),
] as unknown as readonly Addressed[];

describe('the page about the network', () => {
  it('knows all services', () => {
    const names = SOURCES.flatMap((text) =>
      [...text.matchAll(/const (\w+): AwsService</g)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(SERVICES).sort());
  });

  it.each(clients)('names the host of each client', ({ config }) => {
    const { url } = config.endpointProvider({ Region: REGION }, {});
    expect(PAGE).toContain(`| \`${url.hostname.replace(REGION, 'REGION')}\` |`);
  });

  it('names the hosts of what needs no client of its own', () => {
    const written = SOURCES.join('\n');
    expect(written).toContain('https://s3.${region}.');
    expect(written).toContain("'sts'");
    expect(PAGE).toContain('| `s3.REGION.amazonaws.com` |');
    expect(PAGE).toContain('| `sts.REGION.amazonaws.com` |');
  });
});
