// A canary of a stage in a template: CanarySetting of AWS::Serverless::Api or AWS::ApiGateway::Stage (API Gateway API
// reference, "CanarySettings"). It has a percentage and no times.

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import {
  type Entry,
  entryText,
  type Findings,
  readEntry,
  readText,
  textIn,
} from './entry-values.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { isThere } from './released-function.ts';
import { isMap, mapAt, placeOf, type Tree, type TreeMap, textAt } from './tree.ts';

const STAGES = ['AWS::Serverless::Api', 'AWS::ApiGateway::Stage'];

/** A stage with a canary. */
export interface CanaryStage {
  readonly id: string;
  readonly type: string;
  readonly resource: TreeMap;
  /** Together with the global ones. */
  readonly properties: TreeMap;
}

export function canaryStages(template: TreeMap): readonly CanaryStage[] {
  const globals = mapAt(mapAt(template, 'Globals'), 'Api');
  return [...mapAt(template, 'Resources')].flatMap(([id, resource]): CanaryStage[] => {
    const type = isMap(resource) ? (textAt(resource, 'Type') ?? '') : '';
    if (!isMap(resource) || !STAGES.includes(type)) return [];
    const own = mapAt(resource, 'Properties');
    const properties = type === 'AWS::Serverless::Api' ? new Map([...globals, ...own]) : own;
    return isMap(properties.get('CanarySetting')) ? [{ id, type, resource, properties }] : [];
  });
}

/** The inputs of the only stage that has a canary; `undefined`: there is none, or its Condition is false. */
export function readStageCanary(
  template: TreeMap,
  found: Findings,
): ReleaseFacts['values'] | undefined {
  const stages = canaryStages(template).filter(({ id, resource }) => isThere(id, resource, found));
  const [stage, ...others] = stages;
  if (!stage) return undefined;
  if (others.length > 0) {
    const ids = listed(stages.map(({ id }) => `"${id}"`));
    found.problems.push(
      `several stages have a CanarySetting: ${ids}; expected one, or the inputs rest-api-id, stage-name and steps instead of template`,
    );
    return undefined;
  }
  return valuesOf(stage, found);
}

function valuesOf({ id, type, properties }: CanaryStage, found: Findings): ReleaseFacts['values'] {
  const settings = mapAt(properties, 'CanarySetting');
  const text = (key: string, input: string, map = properties) =>
    found.gives(input) ? '' : (textIn(readText({ id, map, key, input }, found)) ?? '');
  const api =
    type === 'AWS::Serverless::Api' ? ownApi(id, found) : text('RestApiId', 'rest-api-id');
  if (!found.gives('steps')) found.problems.push(withoutTimes(id, settings, found));
  if (settings.has('DeploymentId')) {
    found.notes.push(`DeploymentId of "${id}" is not used: a release makes its own deployment`);
  }
  found.notes.push(`"${id}" is released as the canary of its stage`);
  return {
    'rest-api-id': api,
    'stage-name': text('StageName', 'stage-name'),
    'stage-variable-overrides': overrides(id, settings, found),
    'use-stage-cache': text('UseStageCache', 'use-stage-cache', settings),
  };
}

/** Of SAM's own resource, the ID is what `Ref` returns. */
function ownApi(id: string, found: Findings): string {
  if (found.gives('rest-api-id')) return '';
  const entry: Entry = {
    ...{ id, map: new Map<string, Tree>([['RestApiId', new Map([['Ref', id]])]]) },
    ...{ key: 'RestApiId', input: 'rest-api-id' },
  };
  return textIn(readText(entry, found)) ?? '';
}

function withoutTimes(id: string, settings: TreeMap, found: Findings): string {
  const read = readText({ id, map: settings, key: 'PercentTraffic', input: 'steps' }, found);
  const percent = textIn(read);
  const says = percent === undefined ? 'no PercentTraffic' : `${Number(percent)}%`;
  const example = percent === undefined ? '10%/10m' : `${Number(percent)}%/10m`;
  return `${placeOf(settings, 'PercentTraffic')}CanarySetting of "${id}" has ${says} and no times; expected the input steps, such as ${example}`;
}

/** One `name=value` per line, as the input has them. */
function overrides(id: string, settings: TreeMap, found: Findings): string {
  const input = 'stage-variable-overrides';
  if (found.gives(input)) return '';
  const entry = { id, map: settings, key: 'StageVariableOverrides', input };
  const read = readEntry(entry, found);
  if (read.kind !== 'value') return '';
  if (!isMap(read.value)) {
    found.problems.push(`${entryText(entry)} is not a map; expected names and values`);
    return '';
  }
  const odd = [...read.value].filter(([, value]) => typeof value !== 'string' || /\n/.test(value));
  found.problems.push(
    ...odd.map(([name]) => `${entryText(entry)}: ${quote(name)} is no text of one line`),
  );
  return [...read.value].map(([name, value]) => `${name}=${String(value)}`).join('\n');
}
