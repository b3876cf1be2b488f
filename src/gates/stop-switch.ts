// The switch that stops all releases. What cannot be read counts as set: a switch that nobody can see protects nobody.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { readAlarms } from '../aws/alarms.ts';
import type { Clients } from '../aws/clients.ts';
import type { Parameters } from '../aws/parameters.ts';
import { alarmName, isAlarm } from '../base/alarm-ref.ts';
import { KnownError, known, orElse } from '../base/errors.ts';
import { withTimeout } from '../base/time.ts';
import type { Variable } from '../github/variable.ts';
import type { Stop, StopSwitch } from '../rollout/gate.ts';

/** Where switches are read. */
export interface SwitchSources {
  readonly cloudWatch: CloudWatchClient;
  readonly clients: Clients<'normal'>;
  /** Reads a variable of the repository; a text: why none can be read here. */
  readonly variable: ((name: string) => Promise<Variable>) | string;
}

/** Reads one switch; `undefined`: it is not set. Throws only for a bug. */
export function openSwitch(
  what: StopSwitch,
  sources: SwitchSources,
): () => Promise<Stop | undefined> {
  const read = readerOf(what, sources);
  return async () => {
    try {
      const answer = await withTimeout(
        LONGEST_SECONDS,
        read().then((found) => ({ found })),
      );
      if (!answer) throw new KnownError(`AWS or GitHub gave no answer in ${LONGEST_SECONDS} s`);
      return answer.found && { kind: 'stop', switch: what, ...answer.found };
    } catch (error) {
      const says = known(error).message;
      return { kind: 'stop', switch: what, says, unread: true };
    }
  };
}

/** Meanwhile, the release is not monitored. The next check asks again. */
const LONGEST_SECONDS = 15;

type Found = Pick<Stop, 'says' | 'setBy' | 'since'>;

function readerOf(
  { kind, name }: StopSwitch,
  { cloudWatch, clients, variable }: SwitchSources,
): () => Promise<Found | undefined> {
  switch (kind) {
    case 'alarm':
      return () => readAlarm(cloudWatch, name);
    case 'parameter': {
      const opening = import('../aws/parameters.ts').then(({ bindParameter }) =>
        bindParameter(clients, name),
      );
      const authors = new Map<number, Promise<string | undefined>>();
      return async () => readParameter(await opening, name, authors);
    }
    case 'variable':
      return async () => {
        if (typeof variable === 'string') throw new KnownError(variable);
        const { value, changedAt } = await variable(name);
        return setTo(value, changedAt);
      };
  }
}

/** Only ALARM is set: an alarm without data says nothing. */
async function readAlarm(client: CloudWatchClient, name: string): Promise<Found | undefined> {
  const found = (await readAlarms(client, [name])).find(({ arn }) => isAlarm(name, arn));
  if (!found) throw new KnownError(`there is no alarm "${alarmName(name)}"; create it`);
  if (found.doubt !== undefined) {
    throw new KnownError(`CloudWatch cannot evaluate it (${found.doubt})`);
  }
  if (found.state !== 'ALARM') return undefined;
  const says = [found.description ?? '', found.reason].filter((text) => text !== '').join(': ');
  return { says, ...(found.transitionedAt !== undefined && { since: found.transitionedAt }) };
}

/** @param authors who wrote a version, asked once for each */
async function readParameter(
  parameters: Parameters,
  name: string,
  authors: Map<number, Promise<string | undefined>>,
): Promise<Found | undefined> {
  const found = await parameters.read();
  if (!found) {
    throw new KnownError(
      `there is no SSM parameter "${name}"; create it with the value off (aws ssm put-parameter --type String --name ${name} --value off)`,
    );
  }
  if (found.encrypted) {
    throw new KnownError(`the SSM parameter "${name}" is a SecureString; expected a String`);
  }
  const set = setTo(found.value, found.changedAt);
  if (!set) return undefined;
  // Nothing depends on it, and the role may lack the permission.
  const asked = authors.get(found.version) ?? parameters.readAuthor(found.version);
  authors.set(found.version, asked);
  const setBy = await asked.catch(orElse(undefined));
  return { ...set, ...(setBy !== undefined && { setBy }) };
}

/** The values of a switch that is not set. */
const OFF = ['off', 'false', 'no', '0', ''];
/** Those that say no more than that it is. */
const ON = ['on', 'true', 'yes', '1'];

function setTo(value: string, since: number | undefined): Found | undefined {
  const text = value.replace(/\s+/g, ' ').trim();
  if (OFF.includes(text.toLowerCase())) return undefined;
  const says = ON.includes(text.toLowerCase()) ? '' : text.slice(0, MOST_TEXT);
  return { says, ...(since !== undefined && { since }) };
}

const MOST_TEXT = 300;
