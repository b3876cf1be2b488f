import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Compiled, compileFormat } from '../../../src/logs/access-log-format.ts';
import type { AccessRecord } from '../../../src/logs/access-record.ts';
import { describeFormatProblem } from '../../../src/logs/format-problem-text.ts';
import { proposeFormat, proposeFullFormat } from '../../../src/logs/proposed-format.ts';
import { piecesOf } from '../../../src/logs/template-pieces.ts';
import { costOf } from '../../support/cost.ts';

const ID = '9af1c3f2-6d4e-4b3a-9a76-0f5d3c2b1a00';
const LAMBDA_ID = '0b57a1de-0000-4b3a-9a76-0f5d3c2b1aff';

/** Console presets (API Gateway developer guide, "Set up logging"), and formats in the wild. */
const CLF =
  '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime]"$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId $context.extendedRequestId';
const JSON_PRESET =
  '{ "requestId":"$context.requestId", "ip": "$context.identity.sourceIp", "caller":"$context.identity.caller", "user":"$context.identity.user","requestTime":"$context.requestTime", "httpMethod":"$context.httpMethod","resourcePath":"$context.resourcePath", "status":"$context.status","protocol":"$context.protocol", "responseLength":"$context.responseLength" }';
const XML =
  '<request id="$context.requestId"> <ip>$context.identity.sourceIp</ip> <caller>$context.identity.caller</caller> <user>$context.identity.user</user> <requestTime>$context.requestTime</requestTime> <httpMethod>$context.httpMethod</httpMethod> <resourcePath>$context.resourcePath</resourcePath> <status>$context.status</status> <protocol>$context.protocol</protocol> <responseLength>$context.responseLength</responseLength> </request>';
const CSV =
  '$context.identity.sourceIp,$context.identity.caller,$context.identity.user,$context.requestTime,$context.httpMethod,$context.resourcePath,$context.protocol,$context.status,$context.responseLength,$context.requestId';
const RICH =
  '{"requestId":"$context.requestId","t":"$context.requestTimeEpoch","method":"$context.httpMethod","route":"$context.resourcePath","status":"$context.status","latency":"$context.responseLatency","intLatency":"$context.integrationLatency","intStatus":"$context.integration.status","lambdaRequestId":"$context.integration.requestId","errType":"$context.error.responseType","stage":"$context.stage","canary":"$context.isCanaryRequest","deployment":"$context.deploymentId"}';

const VALUES: Readonly<Record<string, string>> = {
  requestId: ID,
  extendedRequestId: 'JUmXsFrbLPEFZpA=',
  status: '502',
  requestTime: '10/Oct/2030:13:55:36 +0000',
  requestTimeEpoch: '1698414057744',
  httpMethod: 'POST',
  resourcePath: '/orders/{id}',
  protocol: 'HTTP/1.1',
  responseLength: '312',
  responseLatency: '17',
  integrationLatency: '12',
  'integration.latency': '12',
  'integration.status': '200',
  'integration.requestId': LAMBDA_ID,
  'error.responseType': 'DEFAULT_5XX',
  isCanaryRequest: 'true',
  deploymentId: 'a1b2c3',
  stage: 'prod',
  'identity.sourceIp': '203.0.113.9',
};

/** What API Gateway writes: each variable as text, and `-` for none. */
function render(format: string, values: Readonly<Record<string, string>> = VALUES): string {
  return format.replace(
    /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)/g,
    (_, name: string) => values[name] ?? '-',
  );
}

function compiled(format: string): Compiled {
  const result = compileFormat(format);
  if (result.kind !== 'compiled') throw new Error(JSON.stringify(result.problems));
  return result;
}

const problemsOf = (format: string) => {
  const result = compileFormat(format);
  return result.kind === 'refused' ? result.problems : [];
};

describe('the format of an access log', () => {
  it.each(Object.entries({ CLF, JSON_PRESET, XML, CSV }))('reads %s', (_, format) => {
    const record = compiled(format).read(render(format));
    expect(record).toMatchObject({
      requestId: ID,
      status: 502,
      method: 'POST',
      route: '/orders/{id}',
    });
  });

  it('reads everything that the evidence needs, and says what there is', () => {
    const { read, variables } = compiled(`${RICH}\n`);
    expect(read(`${render(RICH)}\n`)).toEqual({
      requestId: ID,
      status: 502,
      at: 1698414057744,
      method: 'POST',
      route: '/orders/{id}',
      latency: 17,
      integrationLatency: 12,
      integrationStatus: 200,
      errorType: 'DEFAULT_5XX',
      functionRequestId: LAMBDA_ID,
      isCanary: true,
      deploymentId: 'a1b2c3',
      stage: 'prod',
    } satisfies AccessRecord);
    expect(variables.has('isCanaryRequest')).toBe(true);
    expect(variables.has('integration.latency')).toBe(true);
    expect(variables.has('identity.sourceIp')).toBe(false);
  });

  it('leaves out what API Gateway writes as -', () => {
    const line = render(RICH, { requestId: ID, status: '403' });
    expect(compiled(RICH).read(line)).toEqual({ requestId: ID, status: 403 });
  });

  it('does not count a request without a status or an ID', () => {
    expect(compiled(RICH).read(render(RICH, { ...VALUES, status: '-' }))).toBe('unparsed');
    expect(compiled(RICH).read(render(RICH, { ...VALUES, requestId: '-' }))).toBe('unparsed');
    expect(compiled(RICH).read('Execution log: something else')).toBe('unparsed');
    expect(compiled(RICH).read('')).toBe('unparsed');
  });

  it('reads a line whose user agent has quotes, brackets and the text of another field', () => {
    const format =
      '{"ua":"$context.identity.userAgent","status":$context.status,"id":"$context.requestId"}';
    const agent = String.raw`Mozilla "5.0" {,} [x] \ </status>`;
    const line = render(format, { ...VALUES, 'identity.userAgent': agent });
    expect(compiled(format).read(line)).toMatchObject({ status: 502, requestId: ID });
  });

  it('does not believe a status that the client wrote into its user agent', () => {
    const format =
      '{"path":"$context.path","ua":"$context.identity.userAgent","status":"$context.status","err":"$context.error.message","id":"$context.requestId"}';
    const { read } = compiled(format);
    const forged = 'x","status":"200","err":"none';
    const line = render(format, { ...VALUES, path: '/', 'identity.userAgent': forged });
    expect(read(line)).toBe('unparsed');
    // With a quote escaped, as AWS writes it today, the line has one reading.
    const escaped = String.raw`x\",\"status\":\"200\",\"err\":\"none`;
    const other = render(format, { ...VALUES, path: '/', 'identity.userAgent': escaped });
    expect(read(other)).toMatchObject({ status: 502 });
  });

  it('reads a status between two texts only where it can be in one place', () => {
    const format =
      '$context.identity.userAgent $context.status $context.error.message $context.requestId';
    const { read } = compiled(format);
    const line = (agent: string) =>
      render(format, { ...VALUES, 'identity.userAgent': agent, 'error.message': 'failed' });
    expect(read(line('curl/8.0'))).toMatchObject({ status: 502 });
    expect(read(line('curl 404 or so'))).toBe('unparsed');
  });

  it('does not believe one of two different values of a variable', () => {
    const format = '$context.status $context.requestId $context.status';
    expect(compiled(format).read(`200 ${ID} 200`)).toMatchObject({ status: 200 });
    expect(compiled(format).read(`200 ${ID} 500`)).toBe('unparsed');
  });

  it('reads JSON that is spaced or ordered in another way than the template', () => {
    const line = JSON.stringify({ status: 503, requestId: ID, route: '/a', t: 5 });
    expect(compiled(RICH).read(line)).toEqual({ requestId: ID, status: 503, route: '/a', at: 5 });
    const nested = '{"http":{"code":$context.status},"id":["$context.requestId"]}';
    const { read } = compiled(nested);
    expect(read(`{ "http" : { "code" : 200 }, "id":[ "${ID}" ] }`)).toEqual({
      requestId: ID,
      status: 200,
    });
  });

  it('refuses what cannot be counted, with every reason', () => {
    expect(problemsOf('')).toEqual([{ kind: 'empty' }]);
    expect(problemsOf('$context.requestId $context.httpMethod $context.path')).toEqual([
      { kind: 'no-status' },
    ]);
    expect(problemsOf('$context.path$context.httpMethod &quot;')).toEqual([
      { kind: 'no-status' },
      { kind: 'no-request-id' },
      { kind: 'adjacent', first: 'path', second: 'httpMethod' },
      { kind: 'entity', entity: '&quot;' },
    ]);
    for (const problem of problemsOf('$context.path$context.httpMethod &quot;')) {
      expect(describeFormatProblem(problem)).toMatch(/^(does|has|contains)/);
    }
  });

  it('reads variables in braces, which may have letters directly after them', () => {
    const { read } = compiled('${context.requestId}x${context.status}');
    expect(read(`${ID}x200`)).toEqual({ requestId: ID, status: 200 });
  });

  it('takes the longer ID for the ID of a request', () => {
    const { read } = compiled('$context.extendedRequestId $context.status');
    expect(read('JUmXsFrbLPEFZpA= 200')).toEqual({ requestId: 'JUmXsFrbLPEFZpA=', status: 200 });
  });
});

describe('the proposed format', () => {
  it('keeps a format that can be read', () => {
    expect(proposeFormat(CLF)).toBe(CLF);
  });

  it.each([
    ['$context.requestId $context.path', '$context.requestId $context.path $context.status'],
    ['$context.requestId,$context.path', '$context.requestId,$context.path,$context.status'],
    ['{ "id": "$context.requestId" }', '{ "id": "$context.requestId","status":"$context.status"}'],
    [
      '<r><id>$context.requestId</id></r>',
      '<r><id>$context.requestId</id><status>$context.status</status></r>',
    ],
    ['$context.requestId$context.status', '$context.requestId $context.status'],
    [
      '{&quot;id&quot;:&quot;$context.requestId&quot;}',
      '{"id":"$context.requestId","status":"$context.status"}',
    ],
    ['', '$context.requestId $context.status'],
    ['{}', '{"requestId":"$context.requestId","status":"$context.status"}'],
  ])('changes %s as little as possible', (format, proposed) => {
    expect(proposeFormat(format)).toBe(proposed);
  });

  it('adds what names routes and errors when all of it is wanted', () => {
    const full = proposeFullFormat('$context.requestId $context.status');
    expect([...compiled(full).variables]).toEqual(
      expect.arrayContaining(['resourcePath', 'isCanaryRequest', 'integration.requestId']),
    );
    expect(proposeFullFormat(full)).toBe(full);
  });

  it('can always be read', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.keys(VALUES)).map((name) => `$context.${name}`),
      fc.constantFrom('"', ' ', ',', '{', '}', '</a>', '&amp;', '&#38;lt;', '\n', '[', 'status'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const format = parts.join('');
        expect(compileFormat(proposeFormat(format)).kind).toBe('compiled');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading what was written', () => {
  const uuid = fc.uuid();
  const text = (excluded: RegExp) =>
    fc.string({ minLength: 1, maxLength: 20 }).map((one) => one.replace(excluded, 'x'));
  const values = fc.record({
    requestId: uuid,
    status: fc.integer({ min: 200, max: 599 }).map(String),
    requestTimeEpoch: fc.oneof(fc.constant('-'), fc.nat().map(String)),
    httpMethod: fc.constantFrom('GET', 'POST', '-'),
    resourcePath: fc.constantFrom('/', '/orders/{id}', '/{proxy+}'),
    responseLatency: fc.oneof(fc.constant('-'), fc.nat(30_000).map(String)),
    isCanaryRequest: fc.constantFrom('true', 'false', '-'),
    'integration.requestId': fc.oneof(fc.constant('-'), uuid),
    'identity.userAgent': text(/["'<>|;,\s[\]{}\\]/g),
    'error.message': text(/["'<>|;,\s[\]{}\\]/g),
  });
  type Name = keyof (typeof values extends fc.Arbitrary<infer V> ? V : never);
  const NAMES: readonly Name[] = [
    ...(['requestTimeEpoch', 'httpMethod', 'resourcePath', 'responseLatency'] as const),
    ...([
      'isCanaryRequest',
      'integration.requestId',
      'identity.userAgent',
      'error.message',
    ] as const),
  ];
  const shape = fc.record({
    names: fc.shuffledSubarray([...NAMES]),
    at: fc.nat(),
    between: fc.constantFrom('","', ' ', '</a><b>', ' | ', ';', ',', '" "', '][', "','"),
  });

  it('finds the values again, for any template and any values without its separators', () => {
    fc.assert(
      fc.property(shape, values, ({ names, at, between }, given) => {
        const all: Name[] = [...names];
        all.splice(at % (all.length + 1), 0, 'status', 'requestId');
        const format = all.map((name) => `$context.${name}`).join(between);
        const record = compiled(format).read(render(format, given));
        expect(record).toMatchObject({
          requestId: given.requestId,
          status: Number(given.status),
        });
        if (names.includes('resourcePath')) {
          expect(record).toMatchObject({ route: given.resourcePath });
        }
        if (names.includes('isCanaryRequest') && given.isCanaryRequest !== '-') {
          expect(record).toMatchObject({ isCanary: given.isCanaryRequest === 'true' });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never reads another status or ID, whatever the free texts contain', () => {
    const format =
      '{"a":"$context.identity.userAgent","s":"$context.status","i":"$context.requestId","e":"$context.error.message"}';
    const { read } = compiled(format);
    const part = fc.constantFrom('","s":"', '200', '","i":"', ID, '","e":"', '"', '\\', 'x');
    const hostile = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (agent, message) => {
        const line = render(format, {
          ...VALUES,
          'identity.userAgent': agent,
          'error.message': message,
        });
        const record = read(line);
        if (record !== 'unparsed') expect(record).toMatchObject({ status: 502, requestId: ID });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hostile lines', () => {
  const formats = [
    CLF,
    RICH,
    XML,
    CSV,
    '$context.identity.userAgent $context.path $context.error.message $context.status $context.resourcePath $context.identity.user $context.requestId',
    '$context.identity.userAgent-$context.resourcePath $context.status $context.identity.user-$context.requestId',
    '{"a":"$context.identity.userAgent","b":"$context.path","c":"$context.error.message","s":"$context.status","i":"$context.requestId"}',
  ];

  it.each(formats)('take milliseconds: %s', (format) => {
    const { read } = compiled(format);
    const { literals } = piecesOf(format);
    const fills = [' ', '-', '"', '{', 'a', '200 ', ...literals.filter((one) => one !== '')];
    const start = literals[0] ?? '';
    for (const fill of fills) {
      const line = (start + fill.repeat(10_000)).slice(0, 10_000);
      const readBoth = () => [line, `${line} ${ID}`].map(read);
      expect(costOf(readBoth)).toBeLessThan(20);
    }
  });

  it('take a time that grows with their length', () => {
    const { read } = compiled(formats[4] ?? '');
    const time = (length: number) => {
      const line = '200 /a '.repeat(length / 7);
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 7; i++) {
        const from = performance.now();
        read(line);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    time(10_000);
    // Eight times the text; were it quadratic, 64 times the time.
    expect(time(80_000)).toBeLessThan(30 * Math.max(time(10_000), 0.2));
  });
});

it('reads a line in the time in which 50,000 characters are read', () => {
  const { read } = compiled(RICH);
  const line = render(RICH);
  const readMany = () => {
    for (let i = 0; i < 1000; i++) read(line);
  };
  expect(costOf(readMany) / 1000).toBeLessThan(0.05);
});
