// Which operation a request is: by its method and the shape of its path.

import type { AwsRequest, Reply } from '../service.ts';
import type { Input } from './request.ts';

export interface Operation {
  /** As in the AWS API: `UpdateStage`. */
  readonly name: string;
  readonly method: string;
  /** `/restapis/{restApiId}/stages/{stageName}`; each label is one path segment. */
  readonly path: string;
  /** Has the effect. Throws `AwsError`. */
  readonly perform: (input: Input) => Reply;
}

export interface Found {
  readonly operation: Operation;
  /** Decoded. */
  readonly labels: Readonly<Record<string, string>>;
}

export function findOperation(
  operations: readonly Operation[],
  request: Pick<AwsRequest, 'method' | 'rawPath'>,
): Found | undefined {
  const segments = request.rawPath.replace(/\/$/, '').split('/');
  for (const operation of operations) {
    if (operation.method !== request.method) continue;
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
    if (part.startsWith('{')) labels[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== segment) return undefined;
  }
  return labels;
}
