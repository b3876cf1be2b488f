// The parts of STS that a client needs to read its identity and to assume a role with a web identity (Query
// protocol, XML).

import { randomBytes } from 'node:crypto';
import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { Place, World } from '../world.ts';
import type { KeyRing } from './credential.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The identity of every caller of the simulator. */
export const callerArn = ({ partition, account }: Place): string =>
  `arn:${partition}:sts::${account}:assumed-role/simulated/session`;

export function createSts(world: World, keys: KeyRing): Service {
  return {
    name: 'sts',
    owns: (request) => parameters(request).get('Version') === '2011-06-15',
    identify: (request) => {
      const sent = parameters(request);
      const operation = sent.get('Action');
      if (operation === 'GetCallerIdentity') return callerIdentity(world.place);
      if (operation === 'AssumeRoleWithWebIdentity') return assumeRole(world, keys, sent);
      throw new NotImplemented(`STS ${operation}`);
    },
    encodeError,
  };
}

function callerIdentity(place: Place): Call {
  const result = `<Arn>${callerArn(place)}</Arn>
    <UserId>AROASIMULATEDROLE0000:session</UserId>
    <Account>${place.account}</Account>`;
  return callOf('GetCallerIdentity', '*', () => result);
}

const MIN_SECONDS = 900;
const DEFAULT_SECONDS = 3600;
const MAX_SECONDS = 43_200;

/** The key is valid until the session ends, on the simulator's clock. */
function assumeRole({ clock, place }: World, keys: KeyRing, parameters: URLSearchParams): Call {
  const roleArn = parameters.get('RoleArn') ?? '';
  return callOf('AssumeRoleWithWebIdentity', roleArn, () => {
    const seconds = Number(parameters.get('DurationSeconds') ?? DEFAULT_SECONDS);
    if (!(seconds >= MIN_SECONDS && seconds <= MAX_SECONDS)) {
      throw invalid(`DurationSeconds must be between ${MIN_SECONDS} and ${MAX_SECONDS}`);
    }
    checkToken(parameters.get('WebIdentityToken') ?? '', clock.now());
    const ends = clock.now() + seconds * 1000;
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    keys.grant(accessKeyId, ends);
    const session = escapeXml(parameters.get('RoleSessionName') ?? '');
    return `<AssumedRoleUser>
      <Arn>${callerArn(place).replace(/\/session$/, `/${session}`)}</Arn>
      <AssumedRoleId>AROASIMULATEDROLE0000:${session}</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>${accessKeyId}</AccessKeyId>
      <SecretAccessKey>${randomBytes(30).toString('base64')}</SecretAccessKey>
      <SessionToken>${randomBytes(60).toString('base64')}</SessionToken>
      <Expiration>${new Date(ends).toISOString()}</Expiration>
    </Credentials>`;
  });
}

/** The claims of a token; its signature is not verified. */
function checkToken(token: string, now: number): void {
  const claims = claimsOf(token);
  if (!claims) throw identity('The ID Token provided is not a valid JWT.');
  const { aud, exp } = claims;
  if (aud !== 'sts.amazonaws.com') throw identity('Incorrect token audience');
  if (typeof exp === 'number' && exp * 1000 <= now) {
    throw new AwsError('ExpiredTokenException', 400, 'Token expired: it is past its expiration');
  }
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    );
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}

const identity = (message: string) => new AwsError('InvalidIdentityToken', 400, message);
const invalid = (message: string) => new AwsError('ValidationError', 400, message);

/** @param result the XML inside the result element */
function callOf(operation: string, resource: string, result: () => string): Call {
  return {
    operation,
    permission: { action: `sts:${operation}`, resource },
    perform: () =>
      xml(
        200,
        `<${operation}Response xmlns="${NAMESPACE}">
  <${operation}Result>
    ${result()}
  </${operation}Result>
</${operation}Response>
`,
      ),
  };
}

const parameters = (request: AwsRequest): URLSearchParams =>
  request.method === 'POST' ? new URLSearchParams(request.body.toString()) : request.query;

const xml = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

function encodeError(error: AwsError): Reply {
  const fault = error.status >= 500 ? 'Receiver' : 'Sender';
  return xml(
    error.status,
    `<ErrorResponse xmlns="${NAMESPACE}">
  <Error>
    <Type>${fault}</Type>
    <Code>${escapeXml(error.code)}</Code>
    <Message>${escapeXml(error.message)}</Message>
  </Error>
</ErrorResponse>
`,
  );
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
