// The declarations of the inputs are consistent.

import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';
import { INPUTS, SCHEMA, WORKFLOW_ONLY } from '../../support/input-schema.ts';

const inputs = Object.entries(INPUTS);

describe('the declarations of the inputs', () => {
  it('name each input once', () => {
    const names = SCHEMA.groups.flatMap((group) => Object.keys(group.inputs));
    expect(names).toEqual(Object.keys(INPUTS));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(inputs)('describe %s in one short line, followed by the rest', (_, { doc, details }) => {
    expect(doc.length).toBeLessThanOrEqual(100);
    expect(doc).toMatch(/^[^\n]+\.$/);
    if (details) expect(details).toMatch(/^[^\n]+\.$/);
  });

  it.each(inputs)(
    'describe %s without an expression, which GitHub would evaluate in action.yml',
    (_, input) => {
      expect(`${input.doc} ${input.details ?? ''}`).not.toContain('${{');
    },
  );

  it.each(inputs)('give %s a valid default', (_, { default: text, type }) => {
    expect(type.parse(text, '')).toMatchObject({ ok: true });
  });

  it('each become a separate member', async () => {
    const region = { AWS_REGION: 'eu-west-1' };
    const stage = { 'INPUT_REST-API-ID': 'a1b2c3d4e5', 'INPUT_STAGE-NAME': 'prod' };
    const { target, ...rest } = await readInputs({ ...region, ...stage }, TARGET_KINDS);
    const aliases = await readInputs({ ...region, INPUT_FUNCTIONS: 'orders:live' }, TARGET_KINDS);
    const members = [rest, target, aliases.target].flatMap((part) => Object.keys(part));
    for (const [name, { member, combined }] of inputs) {
      const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      if (!combined) expect(members).toContain(member ?? camel);
    }
  });

  it('exclude secrets, what every run has anew, and the config file itself, from the config file', () => {
    expect(WORKFLOW_ONLY).toEqual([
      ...['all', 'config', 'override-freeze', 'hook-secret', 'commit', 'github-token'],
    ]);
    const secrets = Object.keys(INPUTS).filter((name) => INPUTS[name]?.secret);
    expect(secrets).toEqual(expect.arrayContaining(['hook-secret', 'github-token', 'notify-url']));
  });
});
