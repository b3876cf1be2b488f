// The query protocol: a form in (`Action=…&Dimensions.member.1.Name=…`), XML out. Older SDKs and CLIs use
// it for CloudWatch.

import { randomUUID } from 'node:crypto';
import type { AwsRequest } from '../../service.ts';
import type { Codec } from './codec.ts';
import { faultOf } from './errors.ts';
import type { Members } from './fields.ts';
import { toWire } from './wire-value.ts';

const VERSION = '2010-08-01';
const NAMESPACE = `http://monitoring.amazonaws.com/doc/${VERSION}/`;
const HEADERS = { 'content-type': 'text/xml' };

const WRITER = {
  date: (date: Date) => date.toISOString(),
  integer: String,
  double: (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value)),
};

export const query: Codec = {
  operation: (request) => {
    const form = formOf(request.body, request);
    return form.get('Version') === VERSION ? (form.get('Action') ?? undefined) : undefined;
  },
  decode: (body, request) => nest(formOf(body, request)),
  encode: (operation, output) => ({
    status: 200,
    headers: HEADERS,
    body: document(
      `${operation}Response`,
      element(`${operation}Result`, toWire(output, WRITER)) +
        element('ResponseMetadata', { RequestId: randomUUID() }),
    ),
  }),
  encodeError: (error) => ({
    status: error.status,
    headers: { ...HEADERS, ...error.headers },
    body: document(
      'ErrorResponse',
      element('Error', { Type: faultOf(error), Code: error.code, Message: error.message }) +
        element('RequestId', randomUUID()),
    ),
  }),
};

function formOf(body: Buffer, request: AwsRequest): URLSearchParams {
  if (request.method === 'GET') return request.query;
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? body.toString('utf8') : '');
}

type Nested = { [name: string]: Nested | string };

/** `A.member.1.B=x` → `{A: [{B: 'x'}]}`. */
function nest(form: URLSearchParams): Members {
  const root: Nested = Object.create(null);
  for (const [key, value] of form) {
    const path = key.split('.');
    const last = path.pop() as string;
    let place = root;
    for (const part of path) place = inside(place, part);
    place[last] = value;
  }
  return lists(root) as Members;
}

function inside(place: Nested, part: string): Nested {
  const found = place[part];
  if (typeof found === 'object') return found;
  const added: Nested = Object.create(null);
  place[part] = added;
  return added;
}

function lists(value: Nested | string): unknown {
  if (typeof value === 'string') return value;
  const { member: items } = value;
  if (typeof items === 'object') {
    const positions = Object.keys(items).sort((a, b) => Number(a) - Number(b));
    return positions.map((position) => lists(items[position] as Nested | string));
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lists(inner)]));
}

const document = (name: string, content: string) =>
  `<${name} xmlns="${NAMESPACE}">${content}</${name}>`;

function element(name: string, value: unknown): string {
  return `<${name}>${contentOf(value)}</${name}>`;
}

function contentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element('member', item)).join('');
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeXml = (raw: string) => raw.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
