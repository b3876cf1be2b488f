// The statements of an IAM policy for the functions that a rollout releases.

import { functionArnPattern, type Place } from '../../aws/arns.ts';
import type { CodeSource, FunctionInput } from '../../inputs/values.ts';
import { allow, type PolicyOrder, type Statement } from '../iam-policy.ts';

/** A function to release. */
export interface FunctionNeeds {
  /** Without a qualifier, as Lambda returns it. */
  readonly arn: string;
  /** Whether the rollout publishes a version of it. */
  readonly publishes: boolean;
  /** Whether its new version gets provisioned concurrency. */
  readonly provisions: boolean;
  /** Whether it has durable executions. */
  readonly durable: boolean;
  /** Where the code comes from that is uploaded before; `undefined`: none is. */
  readonly code: CodeSource | undefined;
  /** Where that code is written for Lambda to read it; `false` or `undefined`: nowhere. */
  readonly stores: { readonly bucket: string; readonly key: string } | false | undefined;
}

/** What the release of a function can need, where only its inputs are known. */
export function needsAtMost(
  place: Place,
  { name, account, version, code }: FunctionInput,
): FunctionNeeds {
  return {
    arn: functionArnPattern(place, name, account),
    publishes: version === undefined,
    provisions: true,
    durable: true,
    code: code?.source,
    stores: code !== undefined && code.bucket !== '' && { bucket: code.bucket, key: '' },
  };
}

/** The actions on functions that a rollout of them needs. */
export interface FunctionUse {
  /** Functions that are invoked in addition to the released ones, as in ARNs. */
  readonly calls: readonly string[];
  /** Actions on versions. */
  readonly versions: readonly string[];
  /** The policies of the released functions, which may name their versions. */
  readonly readsPolicies: boolean;
  /** Whether a version is read before the release publishes one. */
  readonly readsNext: boolean;
  readonly order: PolicyOrder;
}

export function functionStatements(
  functions: Functions,
  { calls, versions, readsPolicies, readsNext, order: { role, prunes } }: FunctionUse,
): readonly Statement[] {
  const published = functions.filter(({ publishes }) => publishes);
  const provisioned = functions.filter(({ provisions }) => provisions);
  const readsVersion = (fn: FunctionNeeds) => role === 'release' || readsNext || !fn.publishes;
  const givenBack = role === 'release' ? provisioned : [];
  return [
    allow(
      'Look',
      ['lambda:GetFunctionConfiguration'],
      [...new Set([...bare(functions), ...qualified(functions.filter(readsVersion)), ...calls])],
    ),
    allow('LookAtCalls', ['lambda:GetPolicy'], calls),
    allow(
      'LookAtFunctions',
      ['lambda:GetResourcePolicy'],
      [...new Set([...(readsPolicies ? bare(functions) : []), ...calls.map(unqualified)])],
    ),
    ...(versions.length > 0 ? [allow('LookClosely', versions, qualified(functions))] : []),
    allow('Publish', ['lambda:GetFunction', 'lambda:PublishVersion'], bare(published)),
    allow(
      'Provision',
      ['lambda:DeleteProvisionedConcurrencyConfig', 'lambda:PutProvisionedConcurrencyConfig'],
      qualified(provisioned),
    ),
    allow('Aliases', ['lambda:ListAliases'], bare(prunes ? functions : givenBack)),
  ];
}

/** What the input `code` needs. IAM asks the caller for what Lambda reads. */
export function uploadStatements(
  functions: Functions,
  { partition, region }: Place,
): readonly Statement[] {
  const uploaded = functions.filter(({ code }) => code !== undefined);
  const sources = uploaded.flatMap(({ code }) => (code ? [code] : []));
  const object = (bucket: string, key: string) => `arn:${partition}:s3:::${bucket}/${key}`;
  return [
    allow('Upload', ['lambda:UpdateFunctionCode'], bare(uploaded)),
    allow(
      'UploadCallers',
      ['lambda:GetPolicy', 'lambda:ListFunctionUrlConfigs', 'lambda:ListVersionsByFunction'],
      bare(uploaded),
    ),
    allow(
      'CodeBucket',
      ['s3:GetObject', 's3:PutObject'],
      // The next code has another name.
      uploaded.flatMap(({ stores }) => (stores ? [object(stores.bucket, 'canary-action/*')] : [])),
    ),
    allow(
      'CodeObjects',
      ['s3:GetObject', 's3:GetObjectVersion'],
      sources.flatMap((code) => (code.kind === 'object' ? [object(code.bucket, code.key)] : [])),
    ),
    allow(
      'Images',
      ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      sources.flatMap((code) =>
        code.kind === 'image'
          ? [
              `arn:${partition}:ecr:${region}:${code.uri.slice(0, 12)}:repository/${code.repository}`,
            ]
          : [],
      ),
    ),
  ];
}

/** @param more further actions on the functions that find out which versions are in use */
export function pruneStatements(
  functions: Functions,
  more: readonly string[],
): readonly Statement[] {
  const uses = ['lambda:ListProvisionedConcurrencyConfigs', 'lambda:ListVersionsByFunction'];
  return [
    allow('Uses', [...more, ...uses], bare(functions)),
    ...executions(functions.filter(({ durable }) => durable)),
    // Never the function itself: without a version number, the request would delete the whole function.
    allow('DeleteVersions', ['lambda:DeleteFunction'], qualified(functions)),
  ];
}

function executions(durable: Functions): readonly Statement[] {
  return durable.length === 0
    ? []
    : [
        allow(
          'Executions',
          ['lambda:ListDurableExecutionsByFunction'],
          [...bare(durable), ...qualified(durable)],
        ),
      ];
}

/** IAM defines no resource type for this action. */
export function eventSourceStatement(functions: Functions): Statement {
  return allow(
    'EventSources',
    ['lambda:ListEventSourceMappings'],
    functions.length > 0 ? ['*'] : [],
  );
}

type Functions = readonly FunctionNeeds[];

/** IAM matches the ARN with the qualifier if the call names one, and without it otherwise. */
export function bare(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => arn);
}

export function qualified(functions: Functions): readonly string[] {
  return functions.map(({ arn }) => `${arn}:*`);
}

function unqualified(call: string): string {
  return call.replace(/:\*$/, '');
}
