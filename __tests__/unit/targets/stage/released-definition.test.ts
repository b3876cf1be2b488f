import { describe, expect, it } from '@jest/globals';
import {
  longestAnswerSeconds,
  releasedDefinition,
} from '../../../../src/targets/stage/released-definition.ts';

const all = { deployment: true, variables: true, close: true };
const draft = { integrations: [], readers: [{ where: 'GET /draft', names: ['a'] }] };
const served = { integrations: [], readers: [{ where: 'GET /served', names: ['b'] }] };

const readersOf = (definition: 'draft' | 'deployed', promote = all) =>
  releasedDefinition(
    { definition, promote },
    {
      draft: { ...draft, routes: [], asked: [], longestAnswerSeconds: 0, resources: [] },
      served: { ...served, longestAnswerSeconds: 0 },
    },
  ).readers.map(({ where }) => where);

describe('what the new values of variables apply to', () => {
  it('is what the canary serves', () => {
    expect(readersOf('draft')).toEqual(['GET /draft']);
    expect(readersOf('deployed')).toEqual(['GET /served']);
  });

  it('is also what stays, where the variables alone are promoted', () => {
    const promote = { ...all, deployment: false };
    expect(readersOf('draft', promote)).toEqual(['GET /draft', 'GET /served']);
    expect(readersOf('deployed', promote)).toEqual(['GET /served']);
  });
});

describe('the longest answer', () => {
  const of = (definition: 'draft' | 'deployed', inDraft: number, inServed: number | undefined) =>
    longestAnswerSeconds(
      { definition },
      {
        draft: { longestAnswerSeconds: inDraft },
        served: inServed === undefined ? undefined : { longestAnswerSeconds: inServed },
      },
    );

  it('is that of both sides', () => {
    expect(of('draft', 29, 120)).toBe(120);
    expect(of('draft', 120, 29)).toBe(120);
  });

  it('ignores a draft that is not released', () => {
    expect(of('deployed', 120, 29)).toBe(29);
    expect(of('deployed', 29, 120)).toBe(120);
  });

  it('is that of the draft where nothing else could be read', () => {
    expect(of('draft', 29, undefined)).toBe(29);
  });
});
