// A schedule of one's own in the same template: AWS::CodeDeploy::DeploymentConfig (CloudFormation user guide).

import { quote } from '../base/quote.ts';
import {
  type Entry,
  type EntryValue,
  entryText,
  type Findings,
  readText,
  textIn,
} from './entry-values.ts';
import { intrinsicOf } from './intrinsic-call.ts';
import { resourceNamed } from './resources-by-type.ts';
import { isMap, mapAt, type TreeMap, textAt } from './tree.ts';

const TYPE = 'AWS::CodeDeploy::DeploymentConfig';

/** The steps of the configuration that an entry refers to; `undefined`: it refers to none in this template. */
export function definedSchedule(entry: Entry, found: Findings): EntryValue<string> | undefined {
  const id = configOf(entry, found);
  if (id === undefined) return undefined;
  const routing = mapAt(propertiesOf(id, found), 'TrafficRoutingConfig');
  const before = found.problems.length;
  const steps = stepsOf(id, routing, found);
  if (steps !== undefined) return { kind: 'value', value: steps };
  if (found.problems.length === before) {
    found.problems.push(
      `${entryText(entry)}: "${id}" has no TrafficRoutingConfig that can be read; expected TimeBasedCanary or TimeBasedLinear with whole numbers, or the input steps`,
    );
  }
  return { kind: 'unknown' };
}

/** By `Ref`, or by the name that it has. */
function configOf({ map, key }: Entry, { at }: Findings): string | undefined {
  const written = map.get(key);
  const resources = mapAt(at.scope.template, 'Resources');
  const isConfig = (id: string) => textAt(mapAt(resources, id), 'Type') === TYPE;
  const call = isMap(written) ? intrinsicOf(written) : undefined;
  if (call?.name === 'Ref' && typeof call.argument === 'string') {
    const id = call.argument;
    return isConfig(id) && !at.scope.supplied.has(id) ? id : undefined;
  }
  if (typeof written !== 'string' || written === '') return undefined;
  return resourceNamed(at.scope.template, TYPE, 'DeploymentConfigName', written);
}

function propertiesOf(id: string, { at }: Findings): TreeMap {
  return mapAt(mapAt(mapAt(at.scope.template, 'Resources'), id), 'Properties');
}

function stepsOf(id: string, routing: TreeMap, found: Findings): string | undefined {
  const text = (map: TreeMap, key: string) =>
    textIn(readText({ id, map, key, input: 'steps' }, found));
  const number = (map: TreeMap, key: string, most: number) => {
    const value = text(map, key);
    if (value === undefined) return undefined;
    if (/^\d+(?:\.0)?$/.test(value) && Number(value) >= 1 && Number(value) <= most)
      return Number(value);
    found.problems.push(
      `${entryText({ id, map, key, input: 'steps' })} is ${quote(value)}; expected a whole number from 1 to ${most}`,
    );
    return undefined;
  };
  switch (text(routing, 'Type')) {
    case 'AllAtOnce':
      return 'AllAtOnce';
    case 'TimeBasedCanary': {
      const map = mapAt(routing, 'TimeBasedCanary');
      const percent = number(map, 'CanaryPercentage', 99);
      const minutes = number(map, 'CanaryInterval', MOST_MINUTES);
      return percent && minutes ? `${percent}%/${minutes}m` : undefined;
    }
    case 'TimeBasedLinear': {
      const map = mapAt(routing, 'TimeBasedLinear');
      const percent = number(map, 'LinearPercentage', 99);
      const minutes = number(map, 'LinearInterval', MOST_MINUTES);
      return percent && minutes ? linear(percent, minutes) : undefined;
    }
    default:
      return undefined;
  }
}

/** CodeDeploy's limit for a whole deployment: 2 days. */
const MOST_MINUTES = 2880;

/** The shift to 100% is the promotion, so it is not a step. */
function linear(percent: number, minutes: number): string {
  const count = Math.ceil(100 / percent) - 1;
  return Array.from({ length: count }, (_, i) => `${percent * (i + 1)}%/${minutes}m`).join(', ');
}
