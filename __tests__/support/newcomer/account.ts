// The account of a newcomer on the simulator: what deployments create there, and what no service of the simulator keeps.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { parsePolicy } from '../../../simulator/front/fault-input.ts';
import type { Simulator } from '../../../simulator/simulator.ts';

// biome-ignore lint/suspicious/noExplicitAny: properties are what the files of a service say.
export type Any = any;

export type Properties = Readonly<Record<string, unknown>>;

/** What a deployment knows of a resource: `Ref`, `GetAtt`, and the properties that it wrote. */
export interface Made {
  readonly type: string;
  readonly ref: string;
  readonly atts: Readonly<Record<string, string>>;
  readonly properties: Properties;
}

export type Stack = Map<string, Made>;

export interface RoleStatement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** A statement of a trust policy. */
export interface Trust {
  readonly Principal: { readonly Federated?: string; readonly Service?: string };
  readonly Condition?: {
    readonly StringEquals: Readonly<Record<string, string | readonly string[]>>;
  };
}

export interface Role {
  readonly trust: readonly Trust[];
  readonly allowed: readonly RoleStatement[];
}

/** The claims of a token of GitHub's. */
export type Claims = Readonly<Record<'aud' | 'sub' | 'ref', string>>;

export interface Account {
  readonly simulator: Simulator;
  readonly clients: {
    readonly lambda: LambdaClient;
    readonly apiGateway: APIGatewayClient;
    readonly cloudWatch: CloudWatchClient;
  };
  readonly stacks: Map<string, Stack>;
  putAlarm(alarm: PutMetricAlarmCommandInput): Promise<void>;
  /** @returns its ARN */
  putRole(name: string, role: Role): string;
  trustOf(name: string): readonly Trust[];
  /** Lets the simulator allow what the role allows. Throws if it does not trust the token. */
  assume(arn: string, claims: Claims): void;
  /** Back to credentials that may do all. */
  leave(): void;
  close(): void;
}

export function openAccount(simulator: Simulator): Account {
  const { region, account, partition } = simulator.world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const settings = { region, endpoint: simulator.url, credentials };
  const clients = {
    lambda: new LambdaClient(settings),
    apiGateway: new APIGatewayClient(settings),
    cloudWatch: new CloudWatchClient(settings),
  };
  const roles = new Map<string, Role>();
  const arnOf = (name: string) => `arn:${partition}:iam::${account}:role/${name}`;
  return {
    ...{ simulator, clients, stacks: new Map() },
    putAlarm: async (alarm) =>
      void (await clients.cloudWatch.send(new PutMetricAlarmCommand(alarm))),
    putRole: (name, role) => {
      const arn = arnOf(name);
      roles.set(arn, role);
      return arn;
    },
    trustOf: (name) => roles.get(arnOf(name))?.trust ?? [],
    assume: (arn, claims) => {
      const role = roles.get(arn);
      if (!role) throw new Error(`there is no role ${arn}: ${[...roles.keys()].join(', ')}`);
      if (!role.trust.some((trust) => trusts(trust, claims)))
        throw new Error(`${arn} does not trust ${JSON.stringify(claims)}`);
      simulator.policy.set([...parsePolicy({ Statement: role.allowed }), USERS]);
    },
    leave: () => simulator.policy.set(undefined),
    close: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

/** Of HTTP APIs, which the simulator does not serve: they invoke what the integration names. */
const USERS: RoleStatement = {
  ...{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['*'] },
};

const HOST = 'token.actions.githubusercontent.com';

/** As IAM compares: every key must be in the token, with one of the values. */
function trusts({ Principal, Condition }: Trust, claims: Claims): boolean {
  const wanted = Object.entries(Condition?.StringEquals ?? {});
  return (
    (Principal.Federated?.endsWith(`:oidc-provider/${HOST}`) ?? false) &&
    wanted.some(([key]) => key === `${HOST}:sub`) &&
    wanted.every(([key, values]) =>
      [values].flat().includes(claims[key.slice(HOST.length + 1) as keyof Claims]),
    )
  );
}
