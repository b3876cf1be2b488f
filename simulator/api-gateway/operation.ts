// Finds the operation of a request by its method and path.

import type { AwsRequest, Reply } from '../service.ts';
import type { Input } from './request.ts';

export interface Operation {
  /** Its name in the AWS API: `UpdateStage`. */
  readonly name: string;
  readonly method: string;
  /** `/restapis/{restApiId}/stages/{stageName}`; a label is one segment, `{label+}` all the rest. */
  readonly path: string;
  /** Performs the operation. Throws `AwsError`. */
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
  const greedy = template.at(-1)?.endsWith('+}') ?? false;
  if (greedy ? segments.length < template.length : segments.length !== template.length) {
    return undefined;
  }
  const labels: Record<string, string> = {};
  for (const [i, part] of template.entries()) {
    const segment = part.endsWith('+}') ? segments.slice(i).join('/') : (segments[i] ?? '');
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
      continue;
    }
    const value = decode(segment);
    if (!value) return undefined;
    labels[part.slice(1, -1).replace('+', '')] = value;
  }
  return labels;
}

/** `undefined` for an invalid escape: no label of AWS contains one. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
