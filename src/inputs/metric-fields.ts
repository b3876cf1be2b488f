// The `metrics` input: a YAML list of custom metrics.

import { must } from '../base/assert.ts';
import { foreign, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { composeYaml } from '../templates/compose.ts';
import { anyText } from './fields.ts';
import type { InputType } from './input-types.ts';
import type { CustomMetric } from './values.ts';

const KEYS = ['name', 'worse', 'namespace', 'events', 'total', 'canary', 'stable'] as const;
const MAX_METRICS = 20;

const TEXT = { type: ['string', 'number', 'boolean'], minLength: 1, maxLength: 255 };
const DIMENSIONS = { type: 'object', additionalProperties: TEXT };

/** Parsed after the functions are known, because dimensions may name them. */
export const metricList: InputType<string> = {
  name: 'YAML list',
  parse: anyText,
  schema: {
    type: ['string', 'array'],
    maxItems: MAX_METRICS,
    items: {
      type: 'object',
      additionalProperties: false,
      required: KEYS.filter((key) => key !== 'worse'),
      properties: {
        ...{ name: TEXT, worse: { enum: ['higher', 'lower'] }, namespace: TEXT },
        ...{ events: TEXT, total: TEXT, canary: DIMENSIONS, stable: DIMENSIONS },
      },
    },
  },
};

/** Parses the list; adds every error to the problems. */
export async function parseMetrics(
  text: string,
  functions: readonly string[],
  problems: string[],
): Promise<readonly CustomMetric[]> {
  if (text === '') return [];
  let content: unknown;
  try {
    const { document } = await composeYaml(text);
    content = await foreign(() => document?.toJS({ mapAsMap: true, maxAliasCount: 20 }) as unknown);
  } catch (error) {
    problems.push(`metrics: it is not YAML: ${known(error).message.split('\n')[0]}`);
    return [];
  }
  if (!Array.isArray(content) || content.length > MAX_METRICS) {
    problems.push(`metrics: ${quote(text)}; expected a list of at most ${MAX_METRICS} metrics`);
    return [];
  }
  return content.flatMap((item: unknown, i): CustomMetric[] => {
    const found = readMetric(item, functions);
    if (!Array.isArray(found)) return [found];
    problems.push(...found.map((problem) => `metrics, item ${i + 1}: ${problem}`));
    return [];
  });
}

/** One metric, or its problems. */
function readMetric(item: unknown, functions: readonly string[]): CustomMetric | string[] {
  if (!(item instanceof Map)) return [`expected a map with the keys ${KEYS.join(', ')}`];
  const problems = [...item.keys()]
    .filter((key) => !(KEYS as readonly unknown[]).includes(key))
    .map((key) => `unknown key ${quote(String(key))}.${didYouMean(String(key), KEYS)}`);
  const text = (key: (typeof KEYS)[number]): string => {
    const value: unknown = item.get(key);
    if (typeof value === 'string' && value.length > 0 && value.length <= 255) return value;
    problems.push(`"${key}" is ${quote(String(value))}; expected a string`);
    return '';
  };
  const dimensions = (key: 'canary' | 'stable') => {
    const found = readDimensions(item.get(key), functions);
    if (typeof found !== 'string') return found;
    problems.push(`"${key}": ${found}`);
    return {};
  };
  const worse = item.get('worse') ?? 'higher';
  if (worse !== 'higher' && worse !== 'lower') {
    problems.push(`"worse" is ${quote(String(worse))}; expected higher or lower`);
  }
  const metric: CustomMetric = {
    name: text('name'),
    worse: worse === 'lower' ? 'lower' : 'higher',
    namespace: text('namespace'),
    events: text('events'),
    total: text('total'),
    canary: dimensions('canary'),
    stable: dimensions('stable'),
  };
  return problems.length > 0 ? problems : metric;
}

const PLACEHOLDER = /\{(?:to|from)\.([A-Za-z0-9_-]{1,64})\}/g;

function readDimensions(
  value: unknown,
  functions: readonly string[],
): Record<string, string> | string {
  if (!(value instanceof Map))
    return 'expected the dimensions of this side, such as { Version: "8" }';
  const dimensions: Record<string, string> = {};
  for (const [name, raw] of value) {
    const text = String(raw);
    const stranger = [...text.matchAll(PLACEHOLDER)].find(
      (m) => !functions.includes(must(m[1], 'a placeholder names its function')),
    );
    if (stranger) return `${quote(stranger[0])} names no function of this release`;
    dimensions[String(name)] = text;
  }
  return dimensions;
}

/** Replaces the placeholders in dimensions with the versions of the release. */
export function fillVersions(
  dimensions: Readonly<Record<string, string>>,
  versions: readonly { readonly name: string; readonly from: string; readonly to: string }[],
): Record<string, string> {
  const fill = (text: string) =>
    versions.reduce(
      (filled, v) =>
        filled.replaceAll(`{to.${v.name}}`, v.to).replaceAll(`{from.${v.name}}`, v.from),
      text,
    );
  return Object.fromEntries(Object.entries(dimensions).map(([name, text]) => [name, fill(text)]));
}
