import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LogEvent } from '../../../src/base/log-event.ts';
import { readErrorRecord } from '../../../src/logs/error-record.ts';
import { readInvocations } from '../../../src/logs/lambda-invocations.ts';
import { readLambdaLine } from '../../../src/logs/lambda-lines.ts';
import { isStreamOf, parseStream, streamPrefixes } from '../../../src/logs/lambda-streams.ts';
import { visibilityOf } from '../../../src/logs/log-visibility.ts';
import { locationIn } from '../../../src/logs/stack-location.ts';
import { costOf } from '../../support/cost.ts';

const ID = 'b5051b53-a6df-4bb7-aba7-874520d1ec77';
const OTHER = '0c90003a-8970-474c-b696-fca5336ef4f5';
const STREAM = '2030/01/31/[7]0f3c5a7b9d1e4f60a1b2c3d4e5f60718';

let count = 0;
function event(at: number, message: string, stream = STREAM): LogEvent {
  count += 1;
  return { id: String(count), group: 'orders', stream, at, ingestedAt: at + 2000, message };
}

const start = (at: number, id = ID, version = '7') =>
  event(at, `START RequestId: ${id} Version: ${version}`);
const report = (at: number, rest = '', id = ID) =>
  event(
    at,
    `REPORT RequestId: ${id}\tDuration: 102.12 ms\tBilled Duration: 103 ms\tMemory Size: 1024 MB\tMax Memory Used: 88 MB\t${rest}`,
  );
const outcomes = (...events: readonly LogEvent[]) =>
  readInvocations(events).invocations.map(({ outcome }) => outcome);

const NODE = `2030-01-31T12:00:00.100Z\t${ID}\tERROR\tInvoke Error \t${JSON.stringify({
  errorType: 'TypeError',
  errorMessage: "Cannot read properties of undefined (reading 'total')",
  stack: [
    "TypeError: Cannot read properties of undefined (reading 'total')",
    '    at price (file:///var/task/node_modules/money/index.js:3:9)',
    '    at handler (file:///var/task/src/checkout.mjs:41:11)',
    '    at Runtime.handleOnceNonStreaming (file:///var/runtime/index.mjs:1173:29)',
  ],
})}`;
const PYTHON =
  '[ERROR] KeyError: \'total\'\nTraceback (most recent call last):\n\u00a0\u00a0File "/var/task/app.py", line 12, in handler\n\u00a0\u00a0\u00a0\u00a0return price(event)\n\u00a0\u00a0File "/var/task/shop/price.py", line 3, in price\n\u00a0\u00a0\u00a0\u00a0return order["total"]\n\u00a0\u00a0File "/opt/python/money.py", line 9, in get';
const JAVA =
  'total is missing: com.example.MissingTotal\ncom.example.MissingTotal: total is missing\n\tat java.base/java.util.Optional.orElseThrow(Optional.java:403)\n\tat com.example.Checkout.handle(Checkout.java:41)\n';
const DOTNET = `2030-01-31T12:00:00.100Z\t${ID}\tfail\tSystem.ApplicationException: You caused a failure\n ---> System.ArgumentException: input\n   at Orders.Function.ThrowTest(String input) in C:\\Users\\me\\source\\Orders\\Function.cs:line 45`;
const GO =
  '2030/01/31 12:00:00 {"errorMessage":"no total","errorType":"errorString","stackTrace":[{"path":"github.com/aws/aws-lambda-go/lambda/errors.go","line":39,"label":"lambdaPanicResponse"},{"path":"/home/me/orders/main.go","line":41,"label":"handle"}]}';
const RUBY = JSON.stringify(
  {
    errorMessage: 'divided by 0',
    errorType: 'Function<ZeroDivisionError>',
    stackTrace: ["/var/task/app.rb:5:in '/'", "/var/task/app.rb:5:in 'handler'"],
  },
  undefined,
  2,
);

describe("Lambda's lines in the text format", () => {
  it('say when an invocation begins, and how long it took', () => {
    expect(readLambdaLine(`START RequestId: ${ID} Version: 7\n`)).toEqual({
      kind: 'started',
      requestId: ID,
      version: '7',
    });
    const trace = 'Init Duration: 300.11 ms\t\nXRAY TraceId: 1-5\tSegmentId: 5\tSampled: true\t\n';
    expect(readLambdaLine(report(0, trace).message)).toEqual({
      kind: 'ended',
      requestId: ID,
      durationMs: 102.12,
      result: 'unstated',
    });
    expect(readInvocations([start(10), report(120)]).invocations).toEqual([
      {
        requestId: ID,
        group: 'orders',
        stream: STREAM,
        startedAt: 10,
        endedAt: 120,
        durationMs: 102.12,
        outcome: { kind: 'ok' },
      },
    ]);
  });

  it.each([
    ['Status: timeout\n', { how: 'timeout' }],
    [
      'Status: error\tError Type: Runtime.OutOfMemory',
      { how: 'out-of-memory', errorType: 'Runtime.OutOfMemory' },
    ],
    [
      'Status: error\tError Type: Runtime.ExitError\t\n',
      { how: 'exit', errorType: 'Runtime.ExitError' },
    ],
    [
      'Status: error\tError Type: Runtime.ImportModuleError',
      { how: 'init', errorType: 'Runtime.ImportModuleError' },
    ],
    [
      'Status: error\tError Type: Function.ResponseSizeTooLarge',
      { how: 'response-too-large', errorType: 'Function.ResponseSizeTooLarge' },
    ],
  ])('report the status %s', (status, failure) => {
    expect(readLambdaLine(report(0, status).message)).toMatchObject({ result: failure });
  });

  it.each([
    [`2030-01-31T12:00:01.000Z ${ID} Task timed out after 1.00 seconds\n\n`, { how: 'timeout' }],
    [`RequestId: ${ID} Error: Task timed out after 1.00 seconds`, { how: 'timeout' }],
    [
      `RequestId: ${ID} Error: Runtime exited with error: signal: killed\nRuntime.ExitError`,
      { how: 'out-of-memory' },
    ],
    [
      `RequestId: ${ID} Error: Runtime exited with error: exit status 127\nRuntime.ExitError`,
      { how: 'exit', errorType: 'Runtime.ExitError' },
    ],
    [
      `RequestId: ${ID} Error: Runtime exited without providing a reason\nRuntime.ExitError`,
      { how: 'exit', errorType: 'Runtime.ExitError' },
    ],
    [
      `RequestId: ${ID} Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap]\nRuntime.InvalidEntrypoint`,
      { how: 'init', errorType: 'Runtime.InvalidEntrypoint' },
    ],
  ])('say that the platform ended an invocation: %s', (message, failure) => {
    expect(readLambdaLine(message)).toEqual({ kind: 'failed', requestId: ID, failure });
  });

  it.each([
    ['Node.js', NODE, 'TypeError', 'src/checkout.mjs:41'],
    ['Python', PYTHON, 'KeyError', 'shop/price.py:3'],
    ['Java', JAVA, 'com.example.MissingTotal', 'Checkout.java:41'],
    ['Go', GO, 'errorString', 'main.go:41'],
    ['Ruby', RUBY, 'Function<ZeroDivisionError>', 'app.rb:5'],
  ])('show what code in %s threw, and where', (_, message, errorType, location) => {
    expect(outcomes(start(10), event(100, message), report(120))).toEqual([
      { kind: 'failed', how: 'error', errorType, location },
    ]);
  });

  it('show a failure before its report has come', () => {
    expect(outcomes(start(10), event(100, NODE))).toMatchObject([{ kind: 'failed' }]);
    expect(outcomes(start(10))).toEqual([{ kind: 'open' }]);
  });

  it('show the reason of a rejected promise', () => {
    const message = `2030-01-31T12:00:00.100Z\t${ID}\tERROR\tUnhandled Promise Rejection \t${JSON.stringify(
      {
        errorType: 'Runtime.UnhandledPromiseRejection',
        errorMessage: 'SyntaxError: x',
        reason: {
          errorType: 'SyntaxError',
          errorMessage: 'x',
          stack: ['SyntaxError: x', '    at JSON.parse (<anonymous>)', '    at /var/task/a.js:7:9'],
        },
      },
    )}`;
    expect(readErrorRecord(message)).toEqual({
      requestId: ID,
      errorType: 'SyntaxError',
      location: 'a.js:7',
      isFailure: true,
    });
  });

  it('do not take an error that was handled and logged for a failure', () => {
    for (const line of [
      `2030-01-31T12:00:00.100Z\t${ID}\tERROR\tcould not reach the cache {"errorType":"Error"}`,
      `[ERROR]\t2030-01-31T12:00:00.100Z\t${ID}\tcould not reach the cache\nTraceback (most recent call last):\n`,
      'ERROR Checkout - could not reach the cache\njava.net.ConnectException: refused\n\tat com.example.Checkout.handle(Checkout.java:41)',
      DOTNET,
      '{"level":"ERROR","message":"could not reach the cache","errorType":"Error","errorMessage":"x"}',
    ]) {
      expect(outcomes(start(10), event(100, line), report(120))).toEqual([{ kind: 'ok' }]);
    }
  });

  it('show the type and place of a .NET error where the platform says that it failed', () => {
    const failed = report(120, 'Status: error\tError Type: Function.Unhandled');
    expect(outcomes(start(10), event(100, DOTNET), failed)).toEqual([
      {
        kind: 'failed',
        how: 'error',
        errorType: 'System.ApplicationException',
        location: 'Function.cs:45',
      },
    ]);
  });

  it('give an error without an ID to the invocation that its environment was serving', () => {
    const events = [
      start(10),
      report(50),
      start(50, OTHER),
      event(60, PYTHON),
      report(90, '', OTHER),
      event(60, '[ERROR] Other', '2030/01/31/[7]ffffffffffffffff'),
    ];
    expect(outcomes(...events)).toMatchObject([{ kind: 'ok' }, { errorType: 'KeyError' }]);
    const atTheEnd = [start(10), event(50, PYTHON), report(50), start(50, OTHER)];
    expect(outcomes(...atTheEnd)).toMatchObject([{ errorType: 'KeyError' }, { kind: 'open' }]);
  });

  it('do not let an invocation fail because its environment was initialized twice', () => {
    expect(outcomes(event(5, PYTHON), start(10), report(50))).toEqual([{ kind: 'ok' }]);
    const failed = report(50, 'Status: error\tError Type: Runtime.ImportModuleError');
    expect(outcomes(event(5, PYTHON), start(10), failed)).toEqual([
      { kind: 'failed', how: 'init', errorType: 'KeyError', location: 'shop/price.py:3' },
    ]);
    expect(outcomes(start(1), report(4), event(5, PYTHON))).toEqual([{ kind: 'ok' }]);
  });
});

describe("Lambda's lines in the JSON format", () => {
  const platform = (type: string, record: object) =>
    JSON.stringify({ time: '2030-01-31T12:00:00.000Z', type: `platform.${type}`, record });
  const started = platform('start', { requestId: ID, version: '7' });
  const ended = (status: string | undefined, more: object = {}) =>
    platform('report', { requestId: ID, metrics: { durationMs: 13.74 }, status, ...more });

  it.each([
    ['success', {}, { kind: 'ok' }],
    ['failure', {}, { kind: 'failed', how: 'error' }],
    [
      'error',
      { errorType: 'Runtime.ExitError' },
      { kind: 'failed', how: 'exit', errorType: 'Runtime.ExitError' },
    ],
    ['timeout', {}, { kind: 'failed', how: 'timeout' }],
    [undefined, {}, { kind: 'unknown' }],
  ])('report the status %s', (status, more, outcome) => {
    expect(outcomes(event(10, started), event(120, ended(status, more)))).toEqual([outcome]);
  });

  it('say with the status only that the code failed, and with the record what it threw', () => {
    const error = {
      timestamp: '2030-01-31T12:00:00Z',
      level: 'ERROR',
      requestId: ID,
      message: {
        errorType: 'TypeError',
        errorMessage: 'secret',
        stackTrace: ['TypeError: secret', '    at handler (/var/task/index.js:41:11)'],
      },
    };
    const record = event(100, JSON.stringify(error));
    const python = event(
      100,
      JSON.stringify({
        timestamp: '2030-01-31T12:00:00Z',
        log_level: 'ERROR',
        errorMessage: 'x',
        errorType: 'KeyError',
        requestId: ID,
        stackTrace: [
          '  File "/var/task/app.py", line 3, in handler\n    return f()\n',
          '  File "/var/lang/lib/python3.13/json/__init__.py", line 9, in loads\n',
        ],
      }),
    );
    const begin = event(10, started);
    expect(outcomes(begin, record, event(120, ended('success')))).toEqual([{ kind: 'ok' }]);
    expect(outcomes(begin, record)).toEqual([{ kind: 'open' }]);
    expect(outcomes(begin, record, event(120, ended('failure')))).toEqual([
      { kind: 'failed', how: 'error', errorType: 'TypeError', location: 'index.js:41' },
    ]);
    expect(outcomes(begin, python, event(120, ended('failure')))).toEqual([
      { kind: 'failed', how: 'error', errorType: 'KeyError', location: 'app.py:3' },
    ]);
    const java = event(
      100,
      JSON.stringify({ level: 'ERROR', AWSRequestId: ID, message: JAVA, timestamp: 'x' }),
    );
    expect(outcomes(begin, java, event(120, ended('failure')))).toMatchObject([
      { errorType: 'com.example.MissingTotal', location: 'Checkout.java:41' },
    ]);
  });

  it('count an invocation whose beginning is hidden, and say that lines were dropped', () => {
    const read = readInvocations([
      event(120, ended('timeout')),
      event(130, platform('logsDropped', { droppedRecords: 5 })),
    ]);
    expect(read.invocations).toMatchObject([{ requestId: ID, endedAt: 120 }]);
    expect(read.dropped).toBe(true);
  });

  it('take the status from either of the two lines that report an invocation', () => {
    const done = platform('runtimeDone', { requestId: ID, status: 'success' });
    expect(outcomes(event(119, done), event(120, ended(undefined)))).toEqual([{ kind: 'ok' }]);
    expect(outcomes(event(119, done), event(118, ended('timeout')))).toMatchObject([
      { how: 'timeout' },
    ]);
  });
});

describe('invocations', () => {
  const lines = [
    start(10),
    event(40, PYTHON),
    report(50),
    start(60, OTHER),
    event(70, JAVA),
    report(90, 'Status: timeout', OTHER),
  ];

  it('are the same in any order of their lines, and if lines come twice', () => {
    const sorted = (events: readonly LogEvent[]) =>
      [...readInvocations(events).invocations].sort((a, b) =>
        a.requestId.localeCompare(b.requestId),
      );
    const expected = sorted(lines);
    const doubled = fc.shuffledSubarray([...lines, ...lines.slice(0, 3)], { minLength: 9 });
    fc.assert(fc.property(doubled, (events) => expect(sorted(events)).toEqual(expected)));
  });
});

describe('places in the code', () => {
  it('are those of the user, without folders of other machines', () => {
    expect(locationIn(['   at A.B(C c) in /home/runner/work/Orders/Function.cs:line 5'])).toBe(
      'Function.cs:5',
    );
    expect(locationIn(["/var/lang/lib/ruby/3.4.0/json.rb:5:in 'parse'"])).toBeUndefined();
    expect(locationIn(['    at new Promise (<anonymous>)'])).toBeUndefined();
    expect(locationIn(['    at async Promise.all (index 0)'])).toBeUndefined();
    expect(locationIn(['    at node:internal/process/task_queues:105:5'])).toBeUndefined();
    expect(locationIn(['    at async file:///var/task/a.mjs:2:1'])).toBe('a.mjs:2');
    expect(locationIn(['\tat app//com.example.A.b(A.kt:3)'])).toBe('A.kt:3');
  });

  it('look like files, whatever the frame says', () => {
    for (const evil of ['<b>x', '@user `x`', 'a\u202eb', '[x](y)', '../../etc/passwd']) {
      expect(locationIn([`    at f (/var/task/${evil}.js:1:1)`])).toBeUndefined();
    }
  });

  it('take milliseconds to find in hostile text', () => {
    const long = 10_000;
    const fills = [' ', '(', 'at ', 'a.', ': a.b', '"', '/', ' in :line 1', '\tERROR\t', '\n', '-'];
    for (const fill of fills) {
      const text = fill.repeat(long / fill.length);
      for (const head of ['', 'at ', '[ERROR] ', '    at f (', '{', `START RequestId: ${ID}`]) {
        const read = () => {
          readLambdaLine(head + text);
          locationIn((head + text).split('\n'));
        };
        expect(costOf(read)).toBeLessThan(20);
      }
    }
  });
});

describe('streams of Lambda', () => {
  it('have the version in their name', () => {
    expect(parseStream(STREAM)).toEqual({ version: '7' });
    const shared = '2030/01/31/orders[12][0f3c5a7b9d1e4f60a1b2c3d4e5f60718]';
    expect(parseStream(shared)).toEqual({ functionName: 'orders', version: '12' });
    expect(parseStream('2030/01/31/[$LATEST]0f3c5a7b9d1e4f60')).toEqual({ version: '$LATEST' });
    expect(parseStream('my-stream')).toBeUndefined();
  });

  it('count only if they belong to the function and the version', () => {
    const own = { functionName: 'orders', version: '7', chosenGroup: false };
    const chosen = { ...own, chosenGroup: true };
    const shared = '2030/01/31/orders[7][0f3c5a7b9d1e4f60a1b2c3d4e5f60718]';
    expect(isStreamOf(STREAM, own)).toBe(true);
    expect(isStreamOf(STREAM, { ...own, version: '8' })).toBe(false);
    expect(isStreamOf(STREAM, chosen)).toBe(false);
    expect(isStreamOf(shared, chosen)).toBe(true);
    expect(isStreamOf(shared, { ...chosen, functionName: 'order' })).toBe(false);
    expect(isStreamOf('custom', own)).toBe(false);
  });

  it('begin with today or yesterday, because an environment keeps its stream over midnight', () => {
    const at = Date.parse('2030-03-01T00:00:05Z');
    const own = { functionName: 'orders', version: '7', chosenGroup: false };
    expect(streamPrefixes(own, at)).toEqual(['2030/03/01/[7]', '2030/02/28/[7]']);
    expect(streamPrefixes({ ...own, chosenGroup: true }, at)).toEqual([
      '2030/03/01/orders[7]',
      '2030/02/28/orders[7]',
    ]);
  });
});

describe('logging settings', () => {
  it('hide successes at the system level WARN, and only there', () => {
    expect(visibilityOf({ format: 'JSON', systemLevel: 'WARN' }).successes).toBe(false);
    expect(visibilityOf({ format: 'JSON', systemLevel: 'INFO' }).successes).toBe(true);
    expect(visibilityOf({ format: 'Text', runtime: 'nodejs24.x' }).successes).toBe(true);
  });

  it('hide failures of runtimes that do not state them in the text format', () => {
    const seen = (runtime?: string) =>
      visibilityOf({ format: 'Text', ...(runtime !== undefined && { runtime }) }).failures;
    expect([seen('nodejs24.x'), seen('python3.13'), seen('java21')]).toEqual([true, true, true]);
    expect([seen('dotnet8'), seen('provided.al2023'), seen()]).toEqual([false, false, false]);
    expect(visibilityOf({ format: 'JSON', runtime: 'dotnet8' }).failures).toBe(true);
  });
});
