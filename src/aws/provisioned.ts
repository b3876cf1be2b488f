// Provisioned concurrency: execution environments that Lambda keeps ready for a version or an alias.

import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { functionArnPattern } from './arns.ts';
import { call, ifThere, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { LAMBDA } from './lambda-client.ts';

export interface Provision {
  /** The requested number of environments. */
  readonly requested: number;
  readonly status: 'IN_PROGRESS' | 'READY' | 'FAILED';
  /** Why the allocation failed; may be empty. */
  readonly reason: string;
}

export interface Provisioned<M extends Mode = Mode> {
  readonly mode: M;
  /** `undefined` if none is configured for exactly this version or alias. */
  read(functionName: string, qualifier: string): Promise<Provision | undefined>;
  /** Requests environments for a version; they are ready when the status is READY. Safe to repeat. */
  request(functionName: string, version: string, count: number): Promise<void>;
  /** Deallocates them. If there are none, this is not an error. */
  remove(functionName: string, version: string): Promise<void>;
}

export function bindProvisioned<M extends Mode>({ mode, place, open }: Clients<M>): Provisioned<M> {
  const client = open(LAMBDA);
  const about = (doing: string, verb: string, name: string, qualifier: string) => ({
    doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
    permission: {
      action: `lambda:${verb}ProvisionedConcurrencyConfig`,
      resource: functionArnPattern(place, `${name}:${qualifier}`),
    },
  });
  return {
    mode,
    read: (name, qualifier) =>
      ifThere(async () => {
        const which = { FunctionName: name, Qualifier: qualifier };
        const words = about('reading', 'Get', name, qualifier);
        const answer = await call(words, () =>
          client.send(new GetProvisionedConcurrencyConfigCommand(which)),
        );
        return {
          requested: required(
            answer.RequestedProvisionedConcurrentExecutions,
            words.doing,
            'RequestedProvisionedConcurrentExecutions',
          ),
          status: answer.Status ?? 'IN_PROGRESS',
          reason: answer.StatusReason ?? '',
        };
      }),
    request: async (name, version, count) => {
      const asked = {
        FunctionName: name,
        Qualifier: version,
        ProvisionedConcurrentExecutions: count,
      };
      await call(about('asking for', 'Put', name, version), () =>
        client.send(new PutProvisionedConcurrencyConfigCommand(asked)),
      );
    },
    remove: async (name, version) => {
      const which = { FunctionName: name, Qualifier: version };
      await ifThere(() =>
        call(about('giving back', 'Delete', name, version), () =>
          client.send(new DeleteProvisionedConcurrencyConfigCommand(which)),
        ),
      );
    },
  };
}
