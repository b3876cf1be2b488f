// Just enough of STS for a client to ask who it is (Query protocol, XML).

import {
  type AwsError,
  type AwsRequest,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import type { Place } from '../world.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The session that every caller of the simulator is taken to be. */
export const callerArn = ({ partition, account }: Place): string =>
  `arn:${partition}:sts::${account}:assumed-role/simulated/session`;

export function createSts(place: Place): Service {
  const identity = `<GetCallerIdentityResponse xmlns="${NAMESPACE}">
  <GetCallerIdentityResult>
    <Arn>${callerArn(place)}</Arn>
    <UserId>AROASIMULATEDROLE0000:session</UserId>
    <Account>${place.account}</Account>
  </GetCallerIdentityResult>
</GetCallerIdentityResponse>
`;
  return {
    name: 'sts',
    owns: (request) => parameters(request).get('Version') === '2011-06-15',
    identify: (request) => {
      const operation = parameters(request).get('Action');
      if (operation !== 'GetCallerIdentity') throw new NotImplemented(`STS ${operation}`);
      return {
        operation,
        permission: { action: `sts:${operation}`, resource: '*' },
        perform: () => xml(200, identity),
      };
    },
    encodeError,
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
