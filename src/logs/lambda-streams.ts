// The names of Lambda's log streams, which contain the version (Lambda developer guide, "Sending Lambda function logs
// to CloudWatch Logs"): `2030/01/31/[7]0f3c…` in a function's own group, and `2030/01/31/orders[7][0f3c…]` in a group
// that was chosen for it, which several functions may share. Each execution environment has one stream.

const OWN = /^\d{4}\/\d\d\/\d\d\/\[(\$LATEST|\d{1,10})\][0-9a-f]{8,64}$/;
const CHOSEN = /^\d{4}\/\d\d\/\d\d\/([\w-]{1,140})\[(\$LATEST|\d{1,10})\]\[?[0-9a-f-]{8,64}\]?$/;

export interface LambdaStream {
  /** `undefined`: the group belongs to one function. */
  readonly functionName?: string;
  readonly version: string;
}

/** `undefined`: not a stream of Lambda. */
export function parseStream(name: string): LambdaStream | undefined {
  const [, own] = OWN.exec(name) ?? [];
  if (own !== undefined) return { version: own };
  const [, functionName, version] = CHOSEN.exec(name) ?? [];
  return functionName === undefined || version === undefined
    ? undefined
    : { functionName, version };
}

/** The streams of one version. */
export interface VersionStreams {
  readonly functionName: string;
  readonly version: string;
  /** Whether the group was chosen for the function, so that its streams have the function's name. */
  readonly chosenGroup: boolean;
}

/** Whether a stream is one of them. Others in the same group belong to other functions or versions. */
export function isStreamOf(
  name: string,
  { functionName, version, chosenGroup }: VersionStreams,
): boolean {
  const stream = parseStream(name);
  const named = chosenGroup ? functionName : undefined;
  return stream !== undefined && stream.version === version && stream.functionName === named;
}

const DAY_MS = 86_400_000;

/**
 * What the names of a version's streams begin with, for FilterLogEvents, which takes one prefix a call. The date is
 * that on which the environment started, so one of yesterday may still write; the longest life of an environment is
 * not documented, and a release has versions that were published shortly before.
 *
 * @param at milliseconds since the epoch
 */
export function streamPrefixes(
  { functionName, version, chosenGroup }: VersionStreams,
  at: number,
): readonly string[] {
  return [at, at - DAY_MS].map((time) => {
    const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
    return `${day}/${chosenGroup ? functionName : ''}[${version}]`;
  });
}
