// Which checks of a suite are probes, and which may not be.

import { describe, expect, it } from '@jest/globals';
import { probesIn, type Suite } from '../../../src/checks/check.ts';
import { suiteNeeds } from '../../../src/checks/fit-target.ts';
import { parseSuite } from '../../../src/checks/parse-suite.ts';
import { composeYaml } from '../../../src/templates/compose.ts';

async function parse(yaml: string): Promise<Suite | readonly string[]> {
  const { document } = await composeYaml(yaml);
  const content = document?.toJS({ mapAsMap: true }) as unknown;
  return parseSuite(content, { read: () => ({ problem: 'none' }), variable: () => '' });
}

async function suite(yaml: string): Promise<Suite> {
  const found = await parse(yaml);
  if (!('checks' in found)) throw new Error(found.join('\n'));
  return found;
}

const TWO = `
checks:
  - { path: /a, expect: { status: 200 } }
  - { path: /b, expect: { status: 200 } }
`;

function namesOf(found: Suite): readonly string[] {
  return probesIn(found).map(({ name }) => name);
}

describe('The probes of a suite', () => {
  it('are none without a word of them', async () => {
    const found = await suite(TWO);
    expect([namesOf(found), found.probesPerMinute]).toEqual([[], undefined]);
    expect(suiteNeeds(found, 'addresses')).toMatchObject({ canary: 'before', stable: false });
  });

  it('are all checks, if the suite has a rate', async () => {
    const found = await suite(`probe: 6/m${TWO}`);
    expect([namesOf(found), found.probesPerMinute]).toEqual([['GET /a', 'GET /b'], 6]);
    expect(suiteNeeds(found, 'addresses')).toMatchObject({
      ...{ canary: 'until-promotion', stable: true, probes: true },
    });
  });

  it('are those that are named, ten times a minute without a rate', async () => {
    const found = await suite(TWO.replace('/b,', '/b, probe: true,'));
    expect([namesOf(found), found.probesPerMinute]).toEqual([['GET /b'], 10]);
  });

  it('are all but those that are excepted', async () => {
    const found = await suite(`probe: 6 / m${TWO.replace('/b,', '/b, probe: false,')}`);
    expect(namesOf(found)).toEqual(['GET /a']);
  });

  it.each(['100/m', '0/m', '1/s', '10', 'true', '{ a: 1 }'])('have no rate of %s', async (rate) => {
    expect(await parse(`probe: ${rate}${TWO}`)).toEqual([
      expect.stringMatching(/^"probe" is .*; expected a rate from 1\/m to 60\/m, such as 10\/m$/),
    ]);
  });

  it('are all wrong at once', async () => {
    const problems = await parse(`
probe: 10/m
checks:
  - { name: create, method: POST, path: /a, expect: { status: 201 }, save: { id: $.id } }
  - { name: read, path: '/a/\${id}', expect: { status: 200 } }
  - { name: same, path: /a, compare: true }
  - { name: odd, path: /a, probe: sometimes, expect: { status: 200 } }
`);
    expect(problems).toEqual(['check 4 ("odd"): "probe" is "sometimes"; expected true or false']);
    const more = await parse(`
checks:
  - { name: create, method: POST, path: /a, expect: { status: 201 }, save: { id: $.id } }
  - { name: read, path: '/a/\${id}', probe: true, expect: { status: 200 } }
  - { name: same, path: /a, compare: true, probe: true }
  - { name: add, method: POST, path: /a, probe: true, expect: { status: 201 } }
  - { name: put, method: PUT, path: /a, probe: { any-method: true }, expect: { status: 201 } }
`);
    expect(more).toEqual([
      'check "read": it is a probe and uses a value of "create", which is none; expected "probe" on both, or on neither',
      expect.stringMatching(/^check "same": it is a probe without "expect", so it could not fail/),
      expect.stringMatching(
        /^check "add": as a probe, POST would be sent to both versions repeatedly; expected GET or HEAD/,
      ),
    ]);
  });

  it('cannot all be excepted from a rate', async () => {
    const none = TWO.replaceAll('expect', 'probe: false, expect');
    expect(await parse(`probe: 10/m${none}`)).toEqual([
      '"probe" has no effect, because each check has probe: false; omit it',
    ]);
  });
});
