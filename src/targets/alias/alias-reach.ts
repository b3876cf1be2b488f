// How the versions of an alias's rollout are reached alone: they are invoked, with events of the form in which the alias
// gets requests of users.

import { readApiKind } from '../../aws/api-kind.ts';
import type { Clients } from '../../aws/clients.ts';
import { bindFunctions, readArn } from '../../aws/functions.ts';
import { bindQualifiers } from '../../aws/qualifiers.ts';
import { known } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import type { EventFormat } from '../../checks/check.ts';
import type { Reach } from '../../checks/reach.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import { type Callers, callersInWords } from '../lambda/callers.ts';
import { readCallers } from '../lambda/read-callers.ts';
import { reachedFunctions } from '../lambda/version-reach.ts';

type Found = Awaited<ReturnType<Reach['formatOf']>>;

export async function reachOfAliases(
  clients: Clients<'normal'>,
  { functions }: RolloutRecord,
  formatOf: Reach['formatOf'],
): Promise<Reach> {
  const calls = bindFunctions(clients);
  return {
    addresses: undefined,
    functions: await reachedFunctions(calls, clients.place, functions),
    formatOf,
  };
}

/** The form in which users' requests reach an alias, by what may call it. */
export async function readFormat(
  clients: Clients<'normal'>,
  functionName: string,
  alias: string,
): Promise<Found> {
  const label = `${functionName}:${alias}`;
  const wrong = (why: string) => ({
    why: `the form of the event is not known${why}; expected "format" with rest, http, url or alb`,
  });
  try {
    const functions = bindFunctions(clients);
    const arn = await readArn(functions, functionName);
    const callers = await readCallers(functions, bindQualifiers(clients), arn, [alias], {
      value: [],
    });
    const of = callers.of(`${arn}:${alias}`, 'unknown');
    const formats = new Set(await Promise.all(formatsOf(clients, of)));
    const [format, ...more] = formats;
    if (format === undefined)
      return wrong(`, because nothing that AWS shows calls ${label} with requests`);
    return more.length === 0
      ? { format }
      : wrong(`, because ${label} is called in several ways (${listed(callersInWords(of))})`);
  } catch (error) {
    return wrong(`: ${known(error).message}`);
  }
}

function formatsOf(
  clients: Clients<'normal'>,
  { permitted, hasUrl }: Callers,
): readonly (EventFormat | Promise<EventFormat>)[] {
  const services = permitted.flatMap(
    ({ service, sourceArn = '' }): (EventFormat | Promise<EventFormat>)[] => {
      if (service === 'elasticloadbalancing.amazonaws.com') return ['alb'];
      const [, apiId] = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn) ?? [];
      return service === 'apigateway.amazonaws.com' && apiId ? [readApiKind(clients, apiId)] : [];
    },
  );
  return [...services, ...(hasUrl ? ['url' as const] : [])];
}
