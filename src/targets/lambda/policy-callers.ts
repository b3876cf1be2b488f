// Who the resource policies of a function let call it, for sentences and commands. Unlike the check of one call
// (`invoke-policy.ts`), this collects whatever may be allowed, and ignores denials.

import { isMembers } from '../../rollout/shape.ts';
import { type InvokePolicies, sourcesOf } from './invoke-policy.ts';
import {
  asList,
  type Match,
  matchOperation,
  matchResource,
  type PolicyStatement,
  readStatements,
} from './policy-document.ts';

/** A principal with a permission, and the resource that it calls for. */
export interface PermittedCaller {
  /** `apigateway.amazonaws.com`; `undefined`: no service of AWS. */
  readonly service: string | undefined;
  /** `undefined`: any. */
  readonly sourceArn: string | undefined;
}

/**
 * The callers with a permission on exactly this ARN.
 *
 * @param asFarAs `yes`: only where the statement is certainly about it
 */
export function permittedCallers(
  { arn, documents }: InvokePolicies,
  asFarAs: 'yes' | 'unknown',
): readonly PermittedCaller[] {
  const fits = (match: Match) => match === 'yes' || match === asFarAs;
  return documents
    .flatMap((document) => readStatements(document) ?? [])
    .filter(
      (statement) =>
        statement.Effect === 'Allow' &&
        fits(matchResource(statement, arn)) &&
        INVOCATIONS.some((action) => fits(matchOperation(statement, action))),
    )
    .flatMap(callersOf);
}

const INVOCATIONS = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'];

function callersOf(statement: PolicyStatement): readonly PermittedCaller[] {
  const { Principal } = statement;
  const named = isMembers(Principal) ? asList(Principal.Service) : [];
  const services = named.length > 0 ? named.map(String) : [undefined];
  const found = sourcesOf(statement);
  const sources = found.length > 0 ? found : [undefined];
  return services.flatMap((service) => sources.map((sourceArn) => ({ service, sourceArn })));
}

/** `API Gateway (API a1b2c3d4e5)`. */
export function describeCaller({ service, sourceArn }: PermittedCaller): string {
  if (service === undefined) return 'other principals';
  const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn ?? '')?.[1];
  if (api !== undefined) return `API Gateway (API ${api})`;
  return sourceArn === undefined ? service : `${service} (${sourceArn})`;
}
