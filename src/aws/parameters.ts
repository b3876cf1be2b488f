// Parameters of Systems Manager, in the action's own types.

import { parameterArnPattern } from './arns.ts';
import { call, ifThere, required } from './call.ts';
import type { Clients } from './clients.ts';
import { turnPages } from './pages.ts';
import { GetParameterCommand, GetParameterHistoryCommand, SYSTEMS_MANAGER } from './ssm-client.ts';

export interface ParameterReading {
  readonly value: string;
  /** Its value is encrypted, and was not decrypted. */
  readonly encrypted: boolean;
  readonly version: number;
  /** Seconds since the epoch. */
  readonly changedAt: number | undefined;
}

export interface Parameters {
  /** `undefined` if there is no such parameter. */
  read(): Promise<ParameterReading | undefined>;
  /** Who wrote this version, as an ARN; `undefined`: the history does not have it. */
  readAuthor(version: number): Promise<string | undefined>;
}

/** Every method throws a `KnownError`. @param name a name or an ARN */
export function bindParameter({ open, place }: Clients<'normal'>, name: string): Parameters {
  const client = open(SYSTEMS_MANAGER);
  const resource = parameterArnPattern(place, name);
  const permission = (action: string) => ({ action: `ssm:${action}`, resource });
  const doing = `reading the SSM parameter "${name}"`;
  return {
    read: () =>
      ifThere(async () => {
        const { Parameter } = await call({ doing, permission: permission('GetParameter') }, () =>
          client.send(new GetParameterCommand({ Name: name })),
        );
        const { Type, Value, Version, LastModifiedDate } = required(Parameter, doing, 'Parameter');
        return {
          value: required(Value, doing, 'Value'),
          encrypted: Type === 'SecureString',
          version: required(Version, doing, 'Version'),
          changedAt: LastModifiedDate && LastModifiedDate.getTime() / 1000,
        };
      }),
    readAuthor: async (version) => {
      const what = `reading the history of the SSM parameter "${name}"`;
      const turn = turnPages(what);
      let next: string | undefined;
      do {
        const token = next;
        const page = await call(
          { doing: what, permission: permission('GetParameterHistory') },
          () =>
            client.send(
              new GetParameterHistoryCommand({
                ...{ Name: name, MaxResults: 50 },
                ...(token && { NextToken: token }),
              }),
            ),
        );
        const found = page.Parameters?.find((each) => each.Version === version);
        if (found) return found.LastModifiedUser;
        next = turn(page.NextToken);
      } while (next);
      return undefined;
    },
  };
}
