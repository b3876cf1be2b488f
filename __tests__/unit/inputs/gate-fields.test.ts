// Release hours, freezes and the stop switch among the inputs, in the workflow and in the config file.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';

type Given = Readonly<Record<string, string>>;

const EVENT = 'BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:Eve\nEND:VEVENT';
let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'gates-'));
  writeFileSync(join(workspace, 'a.ics'), `BEGIN:VCALENDAR\n${EVENT}\nEND:VCALENDAR\n`);
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function read(inputs: Given) {
  const all = { 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod', ...inputs };
  const env = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const rest = { AWS_REGION: 'eu-west-1', GITHUB_WORKSPACE: workspace };
  return readInputs({ ...rest, ...Object.fromEntries(env) }, TARGET_KINDS);
}

const problemsOf = (inputs: Given) =>
  read(inputs).then(
    () => '',
    (error: Error) => error.message,
  );

const HOURS = 'Mon-Thu 09:00-16:00 Europe/Berlin';

describe('freezes', () => {
  it('without a time zone are in that of the hours, from the workflow and from a file', async () => {
    const { gates } = await read({ window: HOURS, freeze: '2026-12-18 x\ncalendar: a.ics' });
    expect(gates.times?.freezes.map(({ reason, zone }) => [reason, zone])).toEqual([
      ['x', 'Europe/Berlin'],
      ['Eve', 'Europe/Berlin'],
    ]);
    const two = `${HOURS}\nSat 09:00-12:00 UTC`;
    const other = await read({ window: two, freeze: '2026-12-18 x' });
    expect(other.gates.times?.freezes[0]?.zone).toBe('UTC');
  });

  it.each([
    'freeze:\n  - 2026-12-18..2027-01-04 x\n  - calendar: a.ics\n',
    'freeze: |\n  2026-12-18..2027-01-04 x\n  calendar: a.ics\n',
  ])('are the same in the config file: %j', async (file) => {
    writeFileSync(join(workspace, 'canary.yml'), file);
    const { gates } = await read({ config: 'canary.yml' });
    expect(gates.times?.freezes.map(({ reason }) => reason)).toEqual(['x', 'Eve']);
  });

  it('may be one calendar', async () => {
    writeFileSync(join(workspace, 'canary.yml'), 'freeze: { calendar: a.ics }\n');
    expect((await read({ config: 'canary.yml' })).gates.times?.freezes).toHaveLength(1);
  });
});

describe('wrong release hours, freezes and switches', () => {
  it('are named all at once', async () => {
    writeFileSync(join(workspace, 'b.ics'), 'BEGIN:VCALENDAR\nEND:VCALENDAR\nx');
    const problems = await problemsOf({
      window: 'Mon-Thu 09:00-16:00',
      freeze: '2026-02-30 x\ncalendar: b.ics\ncalendar: ../c.ics\ncalendar: d.ics',
      'stop-switch': 'lambda=stop',
      steps: 'x',
    });
    expect(problems.split('\n').map((line) => line.replace(/(:.{0,45}).*/, '$1'))).toEqual([
      expect.stringContaining('The inputs have 7 problems'),
      expect.stringContaining('- steps: '),
      expect.stringContaining('- stop-switch: "lambda=stop"; expected alarm=NAME'),
      expect.stringContaining('- window: "Mon-Thu 09:00-16:00": it has no time zone'),
      expect.stringContaining('- freeze: "2026-02-30": there is no'),
      expect.stringContaining('- freeze: calendar "b.ics": line 3'),
      expect.stringContaining('- freeze: calendar "../c.ics": '),
      expect.stringContaining('- freeze: calendar "d.ics": there is no such file'),
    ]);
  });

  it('do not stop a rollback', async () => {
    const wrong = { window: 'never', freeze: 'calendar: none.ics', 'stop-switch': 'x' };
    expect(await problemsOf({ ...wrong, command: 'rollback' })).toBe('');
  });

  it('are not read at all where none is set', async () => {
    expect((await read({})).gates).toEqual({ times: undefined, override: '', stop: undefined });
  });

  it.each([
    ['a line break in a reason', { 'override-freeze': 'a\nb', window: HOURS }, 'in one line'],
    ['two switches', { 'stop-switch': 'alarm=a\nalarm=b' }, 'it has 2 lines; expected one switch'],
    ['a misspelt kind', { 'stop-switch': 'parametr=/x' }, 'Did you mean "parameter"'],
    ['no name', { 'stop-switch': 'alarm=' }, 'expected alarm=NAME'],
    ['a long name', { 'stop-switch': `alarm=${'a'.repeat(256)}` }, 'longer than an alarm name'],
    [
      'a parameter of AWS',
      { 'stop-switch': 'parameter=/aws/x' },
      'not the name of an SSM parameter',
    ],
    ['a parameter with a space', { 'stop-switch': 'parameter=a b' }, 'not the name of an SSM'],
    [
      'a variable of GitHub',
      { 'stop-switch': 'variable=GITHUB_X' },
      'not the name of a repository',
    ],
    [
      'a parameter of another Region',
      { 'stop-switch': 'parameter=arn:aws:ssm:us-east-1:123456789012:parameter/stop' },
      'is in us-east-1, but the job uses eu-west-1',
    ],
  ])('are refused: %s', async (_, inputs, why) => {
    expect(await problemsOf(inputs as Given)).toContain(why);
  });

  it.each([
    ['parameter=/releases/stop', 'parameter', '/releases/stop'],
    ['parameter: releases.stop', 'parameter', 'releases.stop'],
    ['Alarm = stop: all', 'alarm', 'stop: all'],
    ['variable=STOP_RELEASES', 'variable', 'STOP_RELEASES'],
  ])('a switch is read from %s', async (text, kind, name) => {
    expect((await read({ 'stop-switch': text })).gates.stop).toEqual({ kind, name });
  });
});
