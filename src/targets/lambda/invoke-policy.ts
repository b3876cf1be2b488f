// Checks whether API Gateway may invoke a version. Every version and alias has a resource policy of its own; one on
// the function covers them only where its `Resource` names them (Lambda developer guide, "Working with
// resource-based policies"). A Deny wins over every Allow.
// Without a permission, callers get a 500 that no Lambda metric shows. So a statement allows a call only if all of
// it is understood, and denies one unless all of it is understood and does not match.

import {
  asList,
  type Match,
  matchResource,
  matchStatement,
  type PolicyCall,
  type PolicyStatement,
  readStatements,
} from './policy-document.ts';

const GATEWAY = 'apigateway.amazonaws.com';
const SOURCE_OPERATORS = ['ArnLike', 'ArnEquals', 'StringLike', 'StringEquals'];

/** A version, an alias or a function, with every policy that decides who may invoke it. */
export interface InvokePolicies {
  /** The ARN that is invoked, with its qualifier. */
  readonly arn: string;
  readonly documents: readonly string[];
}

/** A call that API Gateway may not make, or is not proven to be allowed to make. */
export interface Refusal {
  readonly sourceArn: string;
  /** Describes the statement that denies it; `undefined`: no statement allows it. */
  readonly denial: string | undefined;
}

/** A further permission changes nothing about it. */
export function isDenied({ denial }: Refusal): boolean {
  return denial !== undefined;
}

/**
 * The calls that the policies do not allow API Gateway to make.
 *
 * @param sourceArns `arn:…:execute-api:…:api/stage/VERB/path` of every call
 */
export function refusedCalls(
  { arn, documents }: InvokePolicies,
  sourceArns: readonly string[],
): readonly Refusal[] {
  const read = documents.map(readStatements);
  if (read.includes(undefined)) {
    const denial = 'one of its policies is no policy that this action understands';
    return sourceArns.map((sourceArn) => ({ sourceArn, denial }));
  }
  const statements = read.flatMap((one) => one ?? []);
  return sourceArns.flatMap((sourceArn): readonly Refusal[] => {
    const rulings = statements.map((one) => ({
      one,
      match: matchStatement(one, call(arn, sourceArn)),
    }));
    const denial = rulings.find(({ one, match }) => one.Effect !== 'Allow' && match !== 'no');
    if (denial) return [{ sourceArn, denial: describeDenial(denial.one, denial.match) }];
    const isAllowed = rulings.some(({ one, match }) => one.Effect === 'Allow' && match === 'yes');
    return isAllowed ? [] : [{ sourceArn, denial: undefined }];
  });
}

/**
 * The call as API Gateway makes it, with the condition keys that are known to be in it. It is sent over TLS: the
 * endpoints of Lambda accept nothing else (Lambda developer guide, "Infrastructure security").
 */
function call(arn: string, sourceArn: string): PolicyCall {
  return {
    service: GATEWAY,
    action: 'lambda:InvokeFunction',
    resource: arn,
    values: {
      'aws:sourcearn': sourceArn,
      'aws:sourceaccount': sourceArn.split(':')[4] ?? '',
      'aws:principalisawsservice': 'true',
      'aws:securetransport': 'true',
      'aws:principalservicename': GATEWAY,
    },
  };
}

function describeDenial({ Sid, Effect }: PolicyStatement, match: Match): string {
  const which = typeof Sid === 'string' && Sid !== '' ? `the statement "${Sid}"` : 'a statement';
  if (Effect === 'Deny' && match === 'yes') return `${which} denies it`;
  return `${which} may deny it: it contains something that this action does not understand`;
}

/**
 * Whether the policies may allow a call from a source that `knows` does not accept.
 *
 * @param knows whether a source is known; a statement without a source counts as unknown
 */
export function otherPrincipals(
  { arn, documents }: InvokePolicies,
  knows: (sourceArn: string) => boolean,
): boolean {
  return documents.some((document) => {
    const statements = readStatements(document);
    return !statements?.every((statement) => isHarmless(statement, arn, knows));
  });
}

/** It lets nobody call, or nobody that is unknown, or is about something else. */
function isHarmless(
  statement: PolicyStatement,
  arn: string,
  knows: (sourceArn: string) => boolean,
): boolean {
  if (statement.Effect === 'Deny' || matchResource(statement, arn) === 'no') return true;
  const sources = sourcesOf(statement);
  return statement.Effect === 'Allow' && sources.length > 0 && sources.every(knows);
}

/** The callers that a statement is limited to. */
export function sourcesOf({ Condition }: PolicyStatement): readonly string[] {
  const byOperator = Object.entries((Condition ?? {}) as Record<string, object | null>);
  return byOperator.flatMap(([operator, byKey]) =>
    Object.entries(byKey ?? {}).flatMap(([key, values]) =>
      SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === 'aws:sourcearn'
        ? asList(values).map(String)
        : [],
    ),
  );
}
