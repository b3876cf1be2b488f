// A method with the authorization type AWS_IAM: the request must carry a signature (version 4) of a key of the account.
// As on the control plane, the signature itself is not verified. Refusals as in the developer guide, "Gateway response
// types": MISSING_AUTHENTICATION_TOKEN without a signature, ACCESS_DENIED for what no policy allows.

import { type PolicyHolder, rule } from '../front/policy.ts';
import { type Exchange, type GatewayReply, header } from './exchange.ts';
import { accessDenied, missingToken, signatureMismatch } from './gateway-replies.ts';

/** `undefined`: the request is allowed. */
export function authorizeByIam(exchange: Exchange, policy: PolicyHolder): GatewayReply | undefined {
  const { request, place, api, stage } = exchange;
  const given = header(request, 'authorization') ?? '';
  const [, key, region, service] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request, ?SignedHeaders=\S+, ?Signature=[0-9a-f]{64}$/.exec(
      given,
    ) ?? [];
  if (key === undefined) return missingToken();
  if (service !== 'execute-api' || region !== place.region) return signatureMismatch();
  const statements = policy.get();
  if (!statements) return undefined;
  const { partition, account } = place;
  const resource = `arn:${partition}:execute-api:${region}:${account}:${api.id}/${stage.stageName}/${request.method}${request.path}`;
  const ruling = rule(statements, { action: 'execute-api:Invoke', resource });
  return ruling === 'allowed' ? undefined : accessDenied();
}
