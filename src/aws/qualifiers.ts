// What Lambda keeps for each version and alias of a function, besides its policy and its provisioned concurrency.

import {
  type FunctionEventInvokeConfig,
  GetFunctionEventInvokeConfigCommand,
  paginateListFunctionUrlConfigs,
} from '@aws-sdk/client-lambda';
import { functionArnPattern } from './arns.ts';
import { call, ifThere, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { LAMBDA } from './lambda-client.ts';
import { gather } from './pages.ts';

export interface Qualifiers<M extends Mode = Mode> {
  readonly mode: M;
  /** The ARNs of the function and of those aliases of it that have a function URL. */
  readUrlOwners(functionName: string): Promise<readonly string[]>;
  /** Of exactly this qualifier; `undefined` if it has none, and so AWS's defaults. */
  readAsyncSettings(functionName: string, qualifier: string): Promise<AsyncSettings | undefined>;
}

/** How failed asynchronous invocations are treated. Empty where AWS's default applies. */
export interface AsyncSettings {
  readonly retries: number | undefined;
  readonly ageSeconds: number | undefined;
  /** ARNs. */
  readonly onSuccess: string;
  readonly onFailure: string;
}

export function bindQualifiers<M extends Mode>({ mode, place, open }: Clients<M>): Qualifiers<M> {
  const client = open(LAMBDA);
  const words = (doing: string, action: string, name: string) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) },
  });
  return {
    mode,
    readUrlOwners: async (FunctionName) => {
      const doing = `listing the function URLs of "${FunctionName}"`;
      const pages = paginateListFunctionUrlConfigs({ client }, { FunctionName });
      const asked = words(doing, 'ListFunctionUrlConfigs', FunctionName);
      const found = await call(asked, () => gather(pages));
      return found
        .flatMap((page) => required(page.FunctionUrlConfigs, doing, 'FunctionUrlConfigs'))
        .map(({ FunctionArn }) => required(FunctionArn, doing, 'FunctionArn'));
    },
    readAsyncSettings: (FunctionName, Qualifier) =>
      ifThere(async () => {
        const label = `${FunctionName}:${Qualifier}`;
        const doing = `reading the settings of asynchronous invocations of "${label}"`;
        const send = () =>
          client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier }));
        return settingsOf(await call(words(doing, 'GetFunctionEventInvokeConfig', label), send));
      }),
  };
}

function settingsOf({
  MaximumRetryAttempts,
  MaximumEventAgeInSeconds,
  DestinationConfig,
}: FunctionEventInvokeConfig): AsyncSettings {
  return {
    retries: MaximumRetryAttempts,
    ageSeconds: MaximumEventAgeInSeconds,
    onSuccess: DestinationConfig?.OnSuccess?.Destination ?? '',
    onFailure: DestinationConfig?.OnFailure?.Destination ?? '',
  };
}
