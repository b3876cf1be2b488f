// The requests of a stage, from its access logs. API Gateway logs a canary's requests to a group of their own, and to
// that of the stage as well (API Gateway developer guide, "Set up an API Gateway canary release deployment"). The second
// has not been observed, so both is provided for: a request is counted once, and on the canary's side if any copy is.

import type { LogEvent } from '../base/log-event.ts';
import type { Compiled } from './access-log-format.ts';
import type { AccessRecord } from './access-record.ts';
import type { Sighting } from './sighting.ts';

export interface AccessLogs {
  /** The format of the stage, and those that it had before in this release. */
  readonly formats: () => readonly Compiled[];
  /** The group of the canary's requests. */
  readonly canaryGroup: string;
  /** The canary's deployment; `undefined`: it is not known. */
  readonly canaryDeployment?: string;
  /** The stage that is released. Others may log to the same group. */
  readonly apiId: string;
  readonly stage: string;
}

/** `other`: a request of another stage, or of an earlier canary. */
export function readAccessEvent(
  event: LogEvent,
  { formats, canaryGroup, canaryDeployment, apiId, stage }: AccessLogs,
): Sighting | 'unparsed' | 'other' {
  const record = readWith(formats(), event.message);
  if (record === 'unparsed') return 'unparsed';
  if ((record.apiId ?? apiId) !== apiId || (record.stage ?? stage) !== stage) return 'other';
  const inCanaryGroup = event.group === canaryGroup;
  const isCanary = inCanaryGroup || record.isCanary === true;
  const deployment = record.deploymentId ?? canaryDeployment;
  if (isCanary && canaryDeployment !== undefined && deployment !== canaryDeployment) return 'other';
  const { requestId, method, route, latency } = record;
  return {
    requestId,
    at: event.at,
    side: isCanary ? 'canary' : 'stable',
    group: event.group,
    isCertain: inCanaryGroup || record.isCanary !== undefined,
    isClosed: true,
    ...(method !== undefined && { method }),
    ...(route !== undefined && { route }),
    ...(latency !== undefined && { latency }),
    ...(record.status >= 400 && record.status < 500 && { isClientError: true }),
    ...failureOf(record),
  };
}

/** `unparsed` also if formats disagree about what it is. */
function readWith(formats: readonly Compiled[], message: string): AccessRecord | 'unparsed' {
  let found: AccessRecord | undefined;
  for (const { read } of formats) {
    const record = read(message);
    if (record === 'unparsed') continue;
    const differs =
      found && (found.requestId !== record.requestId || found.status !== record.status);
    if (differs) return 'unparsed';
    found ??= record;
  }
  return found ?? 'unparsed';
}

/** As API Gateway's metric 5XXError. */
function failureOf({
  status,
  errorType,
  functionRequestId,
}: AccessRecord): Pick<Sighting, 'failure'> {
  if (status < 500) return {};
  return {
    failure: {
      status,
      ...(errorType !== undefined && { errorType }),
      ...(functionRequestId !== undefined && { functionRequestId }),
    },
  };
}
