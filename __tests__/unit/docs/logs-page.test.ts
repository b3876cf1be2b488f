// docs/logs.md: its snippets are those of the examples, which the linters check; its format can be read; its figures are
// those that a plan computes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { compileFormat } from '../../../src/logs/access-log-format.ts';
import { proposeFullFormat } from '../../../src/logs/proposed-format.ts';
import { readCost } from '../../../src/logs/read-cost.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const PAGE = read('docs/logs.md');
const EXAMPLES = {
  yaml: read('examples/logs/sam.template.yaml'),
  hcl: read('examples/logs/terraform/main.tf'),
  js: read('examples/logs/cdk/app.mjs'),
};
const [FORMAT = ''] = /\{"requestId":.*\}/.exec(EXAMPLES.yaml) ?? [];

/** Whatever the indentation. */
const inLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

describe('The page about logs', () => {
  const blocks = [...PAGE.matchAll(/^```(yaml|hcl|js)\n([\s\S]*?)^```$/gm)];

  it('has snippets', () => {
    expect(blocks.map(([, language]) => language).sort()).toEqual(
      ['hcl', 'hcl', 'hcl', 'js', 'js', 'yaml', 'yaml', 'yaml'].sort(),
    );
  });

  it.each(blocks.map(([, language = '', text = '']) => [language, text] as const))(
    'shows %s of an example: %s',
    (language, text) => {
      const example = EXAMPLES[language as keyof typeof EXAMPLES];
      expect(inLines(example)).toContain(inLines(text));
    },
  );

  it('recommends a format that can be read, and lacks nothing', () => {
    expect(PAGE).toContain(FORMAT);
    expect(compileFormat(FORMAT).kind).toBe('compiled');
    expect(proposeFullFormat(FORMAT)).toBe(FORMAT);
    const members: unknown = JSON.parse(FORMAT);
    const inTerraform = [...EXAMPLES.hcl.matchAll(/^ {6}(\w+) += "(\$context\..*)"$/gm)];
    expect(Object.fromEntries(inTerraform.map(([, name, value]) => [name, value]))).toEqual(
      members,
    );
    const inCdk = [...EXAMPLES.js.matchAll(/^ {2}(\w+): '(\$context\..*)',$/gm)];
    expect(Object.fromEntries(inCdk.map(([, name, value]) => [name, value]))).toEqual(members);
  });

  it('has the figures of a plan', () => {
    // As a plan estimates a line: the format, its values, and the name of the stage.
    const lineBytes = FORMAT.length + 150 + 'prod'.length;
    for (const requestsPerSecond of [10, 100, 1000]) {
      const cost = readCost({ requestsPerSecond, lineBytes, sources: 2 });
      const figures = [
        requestsPerSecond.toLocaleString('en-US'),
        cost.callsPerHour.toLocaleString('en-US'),
        cost.gigabytesPerHour.toLocaleString('en-US', { maximumSignificantDigits: 2 }),
        Number(cost.dollarsPerHour.toPrecision(2)).toLocaleString('en-US', {
          maximumFractionDigits: 2,
        }),
      ];
      expect(PAGE).toContain(`\n| ${figures.join(' | ')} |\n`);
    }
  });

  it('has the price of a million lines, as API Gateway writes them', () => {
    const id = '8c1f0d3a-b27e-4f5e-9c1d-0a1b2c3d4e5f';
    const values: Readonly<Record<string, string>> = {
      ...{ requestId: id, 'integration.requestId': id, status: '200', httpMethod: 'GET' },
      ...{ resourcePath: '/orders/{order}/items', responseLatency: '123', apiId: 'a1b2c3d4e5' },
      ...{ isCanaryRequest: 'false', stage: 'prod' },
    };
    const line = FORMAT.replace(/\$context\.([\w.]+)/g, (_, name: string) => values[name] ?? '-');
    expect(Math.abs(line.length - 270)).toBeLessThan(27);
    expect(((270 * 1e6) / 1e9) * 0.5).toBeCloseTo(0.135);
    expect(PAGE).toContain('costs about 0.14 USD (about\n270 bytes each, at 0.50 USD per GB)');
  });
});
