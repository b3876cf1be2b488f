// Finds the operation of a request by its method and path.

import type { AwsRequest, Permission, Reply, RequestKeys } from '../service.ts';
import type { Input } from './wire.ts';

export interface Operation {
  /** Its name in the AWS API: `UpdateAlias`. */
  readonly name: string;
  readonly method: string;
  /** `/2015-03-31/functions/{FunctionName}`; each label is one path segment. */
  readonly path: string;
  /** The IAM action, if it is not `lambda:` and the name. */
  readonly action?: string;
  /** Further permissions that the caller needs. */
  readonly reads?: (request: AwsRequest) => readonly Permission[];
  /** What a condition of a policy can be about. */
  readonly keys?: (request: AwsRequest) => RequestKeys;
  /** A query parameter that distinguishes this operation from another with the same path. */
  readonly requires?: string;
  /** Performs the operation. Throws `AwsError`. */
  readonly perform: (input: Input) => Reply | Promise<Reply>;
}

export interface Found {
  readonly operation: Operation;
  /** Decoded. */
  readonly labels: Readonly<Record<string, string>>;
}

export function findOperation(
  operations: readonly Operation[],
  request: AwsRequest,
): Found | undefined {
  const segments = request.rawPath.replace(/\/$/, '').split('/');
  for (const operation of operations) {
    if (operation.method !== request.method) continue;
    if (operation.requires !== undefined && !request.query.has(operation.requires)) continue;
    const labels = matchPath(operation.path.split('/'), segments);
    if (labels) return { operation, labels };
  }
  return undefined;
}

function matchPath(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [i, part] of template.entries()) {
    const segment = segments[i] ?? '';
    if (part.startsWith('{')) labels[part.slice(1, -1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return labels;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // An invalid percent sign is kept as it is; the pattern of the name refuses it later.
    return segment;
  }
}
