// The outputs of a run, literally: workflows read them.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPublisher } from '../../../src/action/publisher.ts';
import type { Log } from '../../../src/base/log.ts';
import { renderJson } from '../../../src/report/files.ts';
import type { Report } from '../../../src/report/report.ts';
import { parseFileCommands } from '../../support/file-commands.ts';
import { ALIAS_REPORT, STAGE_REPORT } from '../report/format-fixture.ts';

const BUNDLE = fileURLToPath(new URL('../../../dist/index.js', import.meta.url));
const WHERE = {
  comment: undefined,
  deployment: undefined,
  followUp: undefined,
  notify: undefined,
};

const silent = () => {};
const LOG: Log = {
  group: silent,
  endGroup: silent,
  line: silent,
  notice: silent,
  warning: silent,
  error: silent,
};

const VERSIONS = {
  versions: '{"carts":"4","orders":"8"}',
  'versions-before': '{"carts":"3","orders":"7"}',
};

const ROLLED_BACK = {
  outcome: 'rolled-back',
  cause: 'errors',
  reason: 'The reason.',
  ...VERSIONS,
  'deployment-before': 'old111',
  'deployment-after': 'old111',
  weight: '0',
  verdict: 'failing',
  phase: '',
  paused: 'false',
  'next-step-at': '',
  'preview-url': '',
  'problem-ids': 'preflight',
};

const PROMOTED = {
  ...ROLLED_BACK,
  outcome: 'promoted',
  cause: 'completed',
  'deployment-before': '',
  'deployment-after': '',
  weight: '100',
  'problem-ids': '',
  // Nothing was judged.
  verdict: '',
};

const { previewUrl: _, door: __, ...noPreview } = STAGE_REPORT;
const rolledBack: Report = { ...noPreview, open: undefined };

describe('The outputs of a run', () => {
  const before = { argv1: process.argv[1], env: { ...process.env } };
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'outputs-'));
    process.env.RUNNER_TEMP = folder;
    process.env.GITHUB_OUTPUT = join(folder, 'output');
    process.env.GITHUB_STEP_SUMMARY = '';
    process.argv[1] = BUNDLE;
  });
  afterAll(() => {
    process.env = before.env;
    process.argv[1] = before.argv1 ?? '';
    rmSync(folder, { recursive: true, force: true });
  });

  async function outputsOf(report: Report): Promise<Readonly<Record<string, string>>> {
    const file = join(folder, 'output');
    writeFileSync(file, '');
    await createPublisher(WHERE, LOG).finish(report);
    return parseFileCommands(readFileSync(file, 'utf8'));
  }

  it.each([
    ['a stage that was rolled back', rolledBack, ROLLED_BACK],
    ['aliases that were promoted', ALIAS_REPORT, PROMOTED],
    [
      'a stage that is held open, as a preview',
      { ...STAGE_REPORT, outcome: 'held' as const },
      {
        ...ROLLED_BACK,
        outcome: 'held',
        phase: 'step 1/2',
        paused: 'true',
        'next-step-at': '2025-11-24T16:15:00Z',
        'preview-url': 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/pr-12',
      },
    ],
    [
      'aliases whose weight is not known',
      { ...ALIAS_REPORT, outcome: 'stuck' as const, weight: null },
      { ...PROMOTED, outcome: 'stuck', weight: '' },
    ],
  ])('are these for %s', async (_, report, expected) => {
    const { report: json = '', 'report-html': html = '', ...outputs } = await outputsOf(report);
    expect(Object.entries(outputs)).toEqual(Object.entries(expected));
    expect(readFileSync(json, 'utf8')).toBe(renderJson(report));
    expect([json, html].map((path) => path.replace(/^.*\//, ''))).toEqual([
      'report.json',
      'report.html',
    ]);
    expect(existsSync(html)).toBe(true);
  });

  it.each([
    ['GITHUB_STEP_SUMMARY', 'the job summary', ['outcome', 'report', 'report-html']],
    ['RUNNER_TEMP', 'the report', ['outcome']],
  ])('do not depend on %s', async (variable, what, expected) => {
    const env = { ...process.env };
    process.env[variable] = variable === 'RUNNER_TEMP' ? join(folder, 'missing') : folder;
    const warnings: string[] = [];
    const file = join(folder, 'output');
    writeFileSync(file, '');
    const log = { ...LOG, warning: (text: string) => void warnings.push(text) };
    await createPublisher(WHERE, log).finish(rolledBack);
    process.env = env;
    const outputs = parseFileCommands(readFileSync(file, 'utf8'));
    const kept = ['outcome', 'report', 'report-html'].filter((name) => outputs[name]);
    expect(kept).toEqual(expected);
    expect(warnings).toEqual([expect.stringContaining(`Writing ${what} failed: `)]);
  });

  it('that cannot be written keep neither summary nor report from being written', async () => {
    const env = { ...process.env };
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    process.env.GITHUB_STEP_SUMMARY = summary;
    process.env.GITHUB_OUTPUT = folder;
    const before = readdirSync(folder).length;
    await createPublisher(WHERE, LOG).finish(rolledBack);
    process.env = env;
    expect(readFileSync(summary, 'utf8')).not.toBe('');
    expect(readdirSync(folder)).toHaveLength(before + 1);
  });
});
