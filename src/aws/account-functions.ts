// All functions of an account in a Region, and the aliases of one.

import { paginateListAliases, paginateListFunctions } from '@aws-sdk/client-lambda';
import { functionArnPattern } from './arns.ts';
import { call, required } from './call.ts';
import type { Clients } from './clients.ts';
import { LAMBDA } from './lambda-client.ts';
import { gather } from './pages.ts';

export interface AccountFunction {
  readonly name: string;
  /** Without a qualifier. */
  readonly arn: string;
}

export interface AccountAlias {
  readonly name: string;
  readonly version: string;
  /** The other version that gets a share of the calls. */
  readonly splitTo: string | undefined;
}

export interface AccountFunctions {
  list(): Promise<readonly AccountFunction[]>;
  aliases(functionName: string): Promise<readonly AccountAlias[]>;
}

export function bindAccountFunctions({ place, open }: Clients<'normal'>): AccountFunctions {
  const client = open(LAMBDA);
  return {
    list: async () => {
      const doing = 'listing the functions';
      const permission = { action: 'lambda:ListFunctions', resource: '*' };
      const pages = await call({ doing, permission }, () =>
        gather(paginateListFunctions({ client }, {})),
      );
      return pages
        .flatMap((page) => required(page.Functions, doing, 'Functions'))
        .map(({ FunctionName, FunctionArn }) => ({
          name: required(FunctionName, doing, 'FunctionName'),
          arn: required(FunctionArn, doing, 'FunctionArn'),
        }));
    },
    aliases: async (name) => {
      const doing = `listing the aliases of "${name}"`;
      const resource = functionArnPattern(place, name);
      const pages = await call(
        { doing, permission: { action: 'lambda:ListAliases', resource } },
        () => gather(paginateListAliases({ client }, { FunctionName: name })),
      );
      return pages
        .flatMap((page) => required(page.Aliases, doing, 'Aliases'))
        .map(({ Name, FunctionVersion, RoutingConfig }) => ({
          name: required(Name, doing, 'Name'),
          version: required(FunctionVersion, doing, 'FunctionVersion'),
          splitTo: Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})[0],
        }));
    },
  };
}
