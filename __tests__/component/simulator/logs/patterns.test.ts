import { describe, expect, it } from '@jest/globals';
import { compilePattern } from '../../../../simulator/logs/filter/pattern.ts';

const matching = (pattern: string, lines: readonly string[], numberPatternReadsText = false) => {
  const matches = compilePattern(pattern, { numberPatternReadsText });
  return lines.flatMap((line, i) => (matches(line) ? [i] : []));
};

const WORDS = ['ERROR WARN message', 'ERROR message', 'WARN message', 'Exiting with ERRORCODE: -1'];

/** Examples of the user guide first. */
describe('terms', () => {
  it.each<[string, number[]]>([
    ['', [0, 1, 2, 3]],
    ['ERROR', [0, 1, 3]],
    ['error', []],
    ['ERROR WARN', [0]],
    ['?ERROR ?WARN', [0, 1, 2, 3]],
    ['ERROR -WARN', [1, 3]],
    ['"ERROR" - "Exiting"', [0, 1]],
    ['-ERROR', [2]],
    ['"ERROR message"', [1]],
    ['"ERRORCODE: -1"', [3]],
    // Terms after a question mark are ignored beside others.
    ['?Exiting message', [0, 1, 2]],
    ['%ERR|Exit%', [0, 1, 3]],
    ['%^WARN%', [2]],
    ['%-\\d$%', [3]],
  ])('%s', (pattern, expected) => {
    expect(matching(pattern, WORDS)).toEqual(expected);
  });
});

const CLF = [
  '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534',
  '127.0.0.1 - frank [10/Oct/2000:13:35:22 -0700] "GET /apache_pb.gif HTTP/1.0" 500 5324',
  '127.0.0.1 - frank [10/Oct/2000:13:50:35 -0700] "GET /index.html HTTP/1.0" 403 4355',
];

describe('fields with spaces between them', () => {
  it.each<[string, number[]]>([
    ['[ip, user, username, timestamp, request, status_code, bytes]', [0, 1, 2]],
    ['[ip, user, username, timestamp, request, status_code]', []],
    ['[..., status_code, bytes]', [0, 1, 2]],
    ['[ip, user, ..., status_code = 5*, bytes]', [1]],
    ['[ip, ...]', [0, 1, 2]],
    ['[ip, user, username, timestamp, request, status_code, bytes > 2000]', [1, 2]],
    ['[ip, user, username, timestamp, request = *html*, status_code = 4*, bytes]', [2]],
    ['[..., request=*.gif*, status_code!=2*,]', [1]],
    ['[..., status_code = 4* && status_code != 403, bytes]', []],
    ['[..., status_code = 200 || status_code = 403, bytes]', [0, 2]],
    ['[..., (status_code = 200 || status_code = 403) && status_code != 200, bytes]', [2]],
    ['[..., status_code = !200, bytes]', [1, 2]],
    ['[..., status_code = %^[45]0%, bytes]', [1, 2]],
    ['[..., request = "GET /index.html HTTP/1.0", s, b]', [2]],
  ])('%s', (pattern, expected) => {
    expect(matching(pattern, CLF)).toEqual(expected);
  });
});

const JSON_LINES = [
  '{"status": "502", "latency": 1200, "user": {"id": 1, "mail": "a@b.c"}, "list": [1, 2], "n": null, "on": true}',
  '{"status": "200", "latency": 35.5, "user": {"id": 2}, "users": [{"id": 3}], "off": false}',
  '{"status": 503, "grid": [[0, 1], [4, 5]]}',
  'status 502 {"status": "502"}',
  '{"status": "502", broken}',
];

describe('properties of JSON', () => {
  it.each<[string, number[]]>([
    ['{ $.status = "5*" }', [0, 2]],
    ['{$.status=5*}', [0, 2]],
    ['{ $.status = 502 }', [0]],
    ['{ $.status = 503.0 }', [2]],
    ['{ $.status != "5*" }', [1]],
    ['{ $.status = *02 }', [0]],
    ['{ $.status = %^50[23]$% }', [0, 2]],
    // A text is no number, unless the open question is answered otherwise.
    ['{ $.status >= 500 }', [2]],
    ['{ $.latency >= 500 }', [0]],
    ['{ $.latency < 10e2 }', [1]],
    ['{ $.latency <= +35.5 }', [1]],
    ['{ $.latency > -1 }', [0, 1]],
    ['{ $.latency = * }', [0, 1]],
    ['{ $.user.id = 1 }', [0]],
    ['{ $.user.mail = "a@b.c" }', [0]],
    ['{ $.users[0].id = 3 }', [1]],
    ['{ $.grid[1][0] = 4 }', [2]],
    // An array or an object is no value.
    ['{ $.list = 1 }', []],
    ['{ $.list != 1 }', []],
    ['{ $.list[1] = 2 }', [0]],
    ['{ $.n IS NULL }', [0]],
    ['{ $.on IS TRUE }', [0]],
    ['{ $.off IS FALSE }', [1]],
    ['{ $.n NOT EXISTS }', [1, 2]],
    ['{ $.n EXISTS }', [0]],
    ['{ ($.status = "5*") && ($.latency > 1000) }', [0]],
    ['{ $.status = 200 || $.status = 503 && $.latency > 1 }', [1]],
    ['{ ($.status = 200 || $.status = 503) && $.grid NOT EXISTS }', [1]],
  ])('%s', (pattern, expected) => {
    expect(matching(pattern, JSON_LINES)).toEqual(expected);
  });

  it('reads a number in quotation marks, if AWS does', () => {
    expect(matching('{ $.status >= 500 }', JSON_LINES, true)).toEqual([0, 2]);
  });
});

describe('invalid patterns', () => {
  it.each([
    ['{ $.status = "5*"', "If a filter pattern starts with '{' it must end with '}'"],
    ['{ }', 'Invalid filter pattern'],
    ['{ status = 5 }', 'Invalid filter pattern'],
    ['{ $.a.b[x] = 5 }', 'Invalid filter pattern'],
    ['{ $.status == 5 }', 'Invalid filter pattern'],
    ['{ $.status > five }', 'Invalid filter pattern'],
    ['{ $.status = 5 && }', 'Invalid filter pattern'],
    ['{ ($.status = 5 }', 'Invalid filter pattern'],
    ['{ $.status = 5 } x }', 'Invalid filter pattern'],
    ['{ $.mail = a@b.c }', "Invalid character(s) in term 'a@b.c'"],
    ['{ $.a = %1% && $.b = %2% && $.c = %3% }', 'Invalid filter pattern'],
    ['{ $.a IS MAYBE }', 'Invalid filter pattern'],
    ['[ip, ..., user, ...]', 'Invalid filter pattern'],
    ['[ip, user', 'Invalid filter pattern'],
    ['[ip, status >= x]', 'Invalid filter pattern'],
    ['"open', 'Invalid filter pattern'],
    ['timed-out', "Invalid character(s) in term 'timed-out'"],
    ['%some(thing)%', 'Invalid filter pattern'],
    ['%something!%', 'Invalid filter pattern'],
    ['%[%', 'Invalid filter pattern'],
  ])('%s', (pattern, message) => {
    const compile = () => compilePattern(pattern, { numberPatternReadsText: false });
    expect(compile).toThrow(expect.objectContaining({ message, status: 400 }));
  });
});
