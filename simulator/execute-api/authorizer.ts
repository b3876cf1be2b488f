// Lambda authorizers, which are called before the integration. Events, answers and refusals as in the
// developer guide ("Use API Gateway Lambda authorizers", "Gateway response types").

import type { Authorizer } from '../api-gateway/model.ts';
import { arnLike } from '../front/wildcards.ts';
import { AwsError } from '../service.ts';
import type { FunctionInvoker, InvokeOutcome } from '../world.ts';
import { type Exchange, type GatewayReply, header } from './exchange.ts';
import {
  accessDenied,
  authorizerFailed,
  authorizerUnreachable,
  explicitlyDenied,
  Unsupported,
  unauthorized,
} from './gateway-replies.ts';
import { fillStageVariables, lambdaTarget } from './integration-uri.ts';
import { proxyEvent } from './proxy-event.ts';

/** `undefined`: the request is allowed. */
export async function authorize(
  exchange: Exchange,
  authorizer: Authorizer,
  invoker: FunctionInvoker,
): Promise<GatewayReply | undefined> {
  requireKnown(authorizer);
  const identities = (authorizer.identitySource ?? '')
    .split(',')
    .filter(Boolean)
    .map((source) => identityOf(exchange, source.trim()));
  if (identities.includes(undefined)) return unauthorized();
  const uri = fillStageVariables(authorizer.authorizerUri ?? '', exchange.side.variables);
  const target = lambdaTarget(uri);
  if (!target || target.streams) return authorizerUnreachable();
  try {
    const outcome = await invoker.invoke({
      functionRef: target.functionRef,
      payload: Buffer.from(JSON.stringify(eventOf(exchange, authorizer, identities[0]))),
      caller: { principal: 'apigateway.amazonaws.com', sourceArn: sourceArn(exchange, authorizer) },
    });
    return refusalIn(outcome, methodArn(exchange));
  } catch (error) {
    // With an empty stage variable, Lambda may refuse the function name as invalid.
    if (error instanceof AwsError) return authorizerUnreachable();
    throw error;
  }
}

function requireKnown({ type, authorizerResultTtlInSeconds = 0, ...rest }: Authorizer): void {
  if (type === 'COGNITO_USER_POOLS') throw new Unsupported('a Cognito authorizer');
  if (rest.authorizerCredentials) throw new Unsupported('an authorizer with credentials');
  if (rest.identityValidationExpression) {
    throw new Unsupported('an authorizer with a validation expression');
  }
  // AWS does not document whether base and canary share the cache.
  if (authorizerResultTtlInSeconds > 0) {
    throw new Unsupported('an authorizer whose results are cached');
  }
}

function identityOf({ request, side }: Exchange, source: string): string | undefined {
  const [, inHeader] = /^method\.request\.header\.(.+)$/.exec(source) ?? [];
  if (inHeader !== undefined) return header(request, inHeader.toLowerCase());
  const [, inQuery] = /^method\.request\.querystring\.(.+)$/.exec(source) ?? [];
  if (inQuery !== undefined) return new URLSearchParams(request.query).get(inQuery) ?? undefined;
  const [, variable] = /^stageVariables\.(\w+)$/.exec(source) ?? [];
  if (variable !== undefined) return side.variables[variable];
  throw new Unsupported(`the identity source ${source}`);
}

function eventOf(exchange: Exchange, { type }: Authorizer, token: string | undefined): object {
  const request = { type, methodArn: methodArn(exchange) };
  if (type === 'TOKEN') return { ...request, authorizationToken: token };
  const { body: _, isBase64Encoded: __, ...event } = proxyEvent(exchange);
  return { ...request, ...event };
}

function scope({ place, api }: Exchange): string {
  const { partition, region, account } = place;
  return `arn:${partition}:execute-api:${region}:${account}:${api.id}`;
}

/** The ARN has no stage: the permission is for the API's authorizer. */
const sourceArn = (exchange: Exchange, { id }: Authorizer) =>
  `${scope(exchange)}/authorizers/${id}`;

const methodArn = (exchange: Exchange) =>
  `${scope(exchange)}/${exchange.request.stageName}/${exchange.request.method}${exchange.request.path}`;

function refusalIn(outcome: InvokeOutcome, arn: string): GatewayReply | undefined {
  if (outcome.kind === 'function-error') {
    // The function requests this by failing with exactly this word.
    return saidIn(outcome.payload)?.errorMessage === 'Unauthorized'
      ? unauthorized()
      : authorizerFailed();
  }
  if (outcome.kind !== 'ok') return authorizerUnreachable();
  const effects = effectsOn(arn, saidIn(outcome.payload));
  if (!effects) return authorizerFailed();
  if (effects.includes('Deny')) return explicitlyDenied();
  return effects.includes('Allow') ? undefined : accessDenied();
}

function saidIn(payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const answer: unknown = JSON.parse(Buffer.from(payload).toString());
  return typeof answer === 'object'
    ? ((answer as Record<string, unknown> | null) ?? undefined)
    : undefined;
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
}

/** The decision of the policy for this method; `undefined`: the answer contains no policy. */
function effectsOn(
  arn: string,
  answer: Readonly<Record<string, unknown>> | undefined,
): readonly unknown[] | undefined {
  const document = answer?.policyDocument as { readonly Statement?: unknown } | undefined;
  if (typeof answer?.principalId !== 'string' || !document?.Statement) return undefined;
  const statements = [document.Statement].flat() as readonly Statement[];
  return statements
    .filter(({ Action }) =>
      [Action]
        .flat()
        .some((action) => ['execute-api:Invoke', 'execute-api:*', '*'].includes(`${action}`)),
    )
    .filter(({ Resource }) =>
      [Resource].flat().some((resource) => resource === '*' || arnLike(String(resource), arn)),
    )
    .map(({ Effect }) => Effect);
}
