import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fillVersions, parseMetrics } from '../../../src/inputs/metric-fields.ts';

const ORDERS = `
- name: orders placed
  worse: lower
  namespace: Shop
  events: OrderPlaced
  total: Checkout
  canary: { Version: "{to.orders}" }
  stable: { Version: "{from.orders}" }
`;

const reading = async (text: string) => {
  const problems: string[] = [];
  const metrics = await parseMetrics(text, ['orders'], problems);
  return { metrics, problems };
};

/** The metric above with one line changed. */
const changed = (from: string, to: string) => reading(ORDERS.replace(from, to));

describe("the user's own metrics", () => {
  it('are read from YAML, and so from JSON', async () => {
    const metric = {
      name: 'orders placed',
      worse: 'lower',
      namespace: 'Shop',
      events: 'OrderPlaced',
      total: 'Checkout',
      canary: { Version: '{to.orders}' },
      stable: { Version: '{from.orders}' },
    };
    expect(await reading(ORDERS)).toEqual({ metrics: [metric], problems: [] });
    expect(await reading(JSON.stringify([metric]))).toEqual({ metrics: [metric], problems: [] });
    expect(await reading('')).toEqual({ metrics: [], problems: [] });
  });

  it('are failures by default', async () => {
    expect((await changed('  worse: lower\n', '')).metrics).toMatchObject([{ worse: 'higher' }]);
  });

  it.each([
    ['- name: o', '- nam: o', 'unknown key "nam". Did you mean "name"?'],
    ['worse: lower', 'worse: better', '"worse" is "better"; expected higher or lower'],
    ['namespace: Shop', 'namespace: ""', '"namespace" is ""; expected a string'],
    ['namespace: Shop', `namespace: ${'x'.repeat(256)}`, '; expected a string'],
    ['  total: Checkout\n', '', '"total" is "undefined"; expected a string'],
    ['events: OrderPlaced', 'events: [a]', '; expected a string'],
    ['{ Version: "{to.orders}" }', '8', '"canary": expected the dimensions of this side'],
    ['{to.orders}', '{to.payments}', '"{to.payments}" names no function of this release'],
  ])('are refused where %j becomes %j', async (from, to, problem) => {
    const { metrics, problems } = await changed(from, to);
    expect(metrics).toEqual([]);
    expect(problems.join('\n')).toContain('metrics, item 1: ');
    expect(problems.join('\n')).toContain(problem);
  });

  it.each([
    ['not YAML', '[', 'metrics: it is not YAML: '],
    ['a nest of brackets', '['.repeat(200_000), 'it is nested more than 100 deep'],
    ['a text', 'orders', 'expected a list of at most 20 metrics'],
    ['a map', 'name: x', 'expected a list of at most 20 metrics'],
    ['too many', `[${Array(21).fill('{}').join()}]`, 'expected a list of at most 20 metrics'],
    ['a list of texts', '[a]', 'metrics, item 1: expected a map with the keys name, worse'],
  ])('are refused when they are %s', async (_, text, problem) => {
    expect((await reading(text)).problems).toEqual([expect.stringContaining(problem)]);
  });

  it('never make the read throw, whatever they contain', async () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'-:[]{}*&!%@|> \na') }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const { metrics, problems } = await reading(given);
        expect(metrics.length === 0 || problems.length === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('get the versions of the release in their dimensions', () => {
    const release = [
      { name: 'orders', from: '7', to: '8' },
      { name: 'pay', from: '1', to: '2' },
    ];
    const dimensions = { Version: '{to.orders}', Pair: '{from.orders}-{to.pay}', Plain: 'x' };
    expect(fillVersions(dimensions, release)).toEqual({ Version: '8', Pair: '7-2', Plain: 'x' });
  });
});
