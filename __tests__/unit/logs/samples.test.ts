import { describe, expect, it } from '@jest/globals';
import { samplesIn } from '../../../src/logs/samples.ts';
import { costOf } from '../../support/cost.ts';

const ID = 'b5051b53-a6df-4bb7-aba7-874520d1ec77';
const TIME = '2030-01-31T12:00:00.100Z';
const UNDEFINED = "Cannot read properties of undefined (reading 'total')";

const node = (error: object) => `${TIME}\t${ID}\tERROR\tInvoke Error \t${JSON.stringify(error)}`;

describe('The lines that show why a function failed', () => {
  it.each([
    [
      'Node.js',
      node({
        errorType: 'TypeError',
        errorMessage: UNDEFINED,
        stack: [
          `TypeError: ${UNDEFINED}`,
          '    at handler (file:///var/task/src/checkout.mjs:41:11)',
          '    at Runtime.handle (file:///var/runtime/index.mjs:1173:29)',
          '    at more (file:///var/task/src/more.mjs:4:11)',
        ],
      }),
      [
        `TypeError: ${UNDEFINED}`,
        'at handler (file:///var/task/src/checkout.mjs:41:11)',
        'at Runtime.handle (file:///var/runtime/index.mjs:1173:29)',
      ],
    ],
    [
      'Python, whose newest frame is the last',
      '[ERROR] KeyError: \'total\'\nTraceback (most recent call last):\n\u00a0\u00a0File "/var/task/app.py", line 12, in handler\n\u00a0\u00a0\u00a0\u00a0return price(event)\n\u00a0\u00a0File "/var/task/price.py", line 3, in price\n\u00a0\u00a0\u00a0\u00a0return order["total"]',
      [
        "KeyError: 'total'",
        'File "/var/task/price.py", line 3, in price',
        'File "/var/task/app.py", line 12, in handler',
      ],
    ],
    [
      'Java',
      'total is missing: com.example.MissingTotal\ncom.example.MissingTotal: total is missing\n\tat com.example.Checkout.handle(Checkout.java:41)\n',
      [
        'total is missing: com.example.MissingTotal',
        'at com.example.Checkout.handle(Checkout.java:41)',
      ],
    ],
    [
      '.NET',
      `${TIME}\t${ID}\tfail\tSystem.ApplicationException: no total\n   at Orders.Function.Handle(String input) in /src/Function.cs:line 45`,
      [
        'System.ApplicationException: no total',
        'at Orders.Function.Handle(String input) in /src/Function.cs:line 45',
      ],
    ],
    [
      'the JSON format',
      JSON.stringify({
        ...{ timestamp: TIME, level: 'ERROR', requestId: ID },
        message: { errorType: 'TypeError', errorMessage: UNDEFINED, stackTrace: ['at a.mjs:1:2'] },
      }),
      [`TypeError: ${UNDEFINED}`, 'at a.mjs:1:2'],
    ],
  ])('of %s', (_, message, lines) => {
    expect(samplesIn(message)).toEqual(lines);
  });

  it('are none of what the function wrote itself', () => {
    expect(samplesIn(`${TIME}\t${ID}\tERROR\tthe order of jane is gone`)).toEqual([]);
    expect(samplesIn(`${TIME}\t${ID}\tINFO\t{"body":"secret"}`)).toEqual([]);
    expect(samplesIn(`REPORT RequestId: ${ID}\tDuration: 1.2 ms`)).toEqual([]);
  });

  it('have nothing of a request: no body, no header, no address', () => {
    const error = {
      errorType: 'AxiosError',
      errorMessage:
        'POST https://api.example/v1?user=5 from 203.0.113.9 failed for jane@example.com: {"name":"Jane"}\nname: Jane',
      config: { headers: { authorization: 'Bearer abc' }, data: '{"name":"Jane"}' },
      stack: ['AxiosError: POST failed', '{"name":"Jane"}', '    at send (/var/task/a.js:1:2)'],
    };
    expect(samplesIn(node(error))).toEqual([
      'AxiosError: POST https://api.example/v1?*** from *** failed for *** …',
      'at send (/var/task/a.js:1:2)',
    ]);
    expect(samplesIn(node({ ...error, errorMessage: 'got <html><body>Jane' }))[0]).toBe(
      'AxiosError: got …',
    );
    expect(samplesIn(node({ ...error, errorMessage: 'got [ {"a":1}]' }))[0]).toBe(
      'AxiosError: got …',
    );
  });

  it('are cut', () => {
    const long = node({ errorType: 'E', errorMessage: 'word '.repeat(50_000), stack: [] });
    expect(samplesIn(long)[0]?.length).toBeLessThanOrEqual(302);
    expect(costOf(() => samplesIn(long))).toBeLessThan(20);
  });
});
