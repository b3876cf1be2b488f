// UpdateStage, as a pure function of the stage and the operations.

import type { Unsettled } from '../world.ts';
import { ACCESS_LOG, setAccessLog } from './access-log-settings.ts';
import { promote, removeCanary, removeOverride, replaceInCanary } from './canary-settings.ts';
import { badRequest, notFound } from './errors.ts';
import { nonEmpty, withMember, without } from './members.ts';
import { removeMethodSetting, replaceMethodSetting } from './method-settings.ts';
import type { Stage } from './model.ts';
import { type PatchOperation, parseBoolean } from './patch.ts';
import { checkedVariables, checkVariable } from './stage-variables.ts';

/** Parts of the stage's API that an operation may refer to. */
export interface StageContext {
  readonly unsettled: Unsettled;
  /** With which API Gateway writes logs, of the account in this Region. */
  readonly logsRole: string | undefined;
  deploymentExists(id: string): boolean;
  documentationVersionExists(version: string): boolean;
}

/** The stage after one operation. Throws BadRequest if AWS refuses it. */
export function applyOperation(
  stage: Stage,
  operation: PatchOperation,
  context: StageContext,
): Stage {
  const { op, path, from } = operation;
  const value = operation.value ?? '';
  switch (op) {
    case 'replace':
      return replace(stage, path, value, context);
    case 'remove':
      return remove(stage, path, context);
    case 'copy':
      return promote(stage, path, from);
    case 'add':
      if (path.startsWith(ACCESS_LOG)) return setAccessLog(stage, path, value, context.logsRole);
      throw badRequest(`Invalid add operation with path: ${path}`);
    default:
      throw badRequest(`Invalid ${op} operation with path: ${path}`);
  }
}

/**
 * The rule about several operations together: AWS does not document whether the patch that promotes a
 * canary may also close it.
 */
export function checkTogether(operations: readonly PatchOperation[], unsettled: Unsettled): void {
  const promotes = operations.some(({ op }) => op === 'copy');
  const closes = operations.some(({ op, path }) => op === 'remove' && path === '/canarySettings');
  if (promotes && closes && unsettled.removeCanaryInPromotingPatch === 'refused') {
    throw badRequest('Invalid remove operation with path: /canarySettings');
  }
}

type Replace = (stage: Stage, value: string, context: StageContext) => Stage;

const REPLACEABLE: Readonly<Record<string, Replace>> = {
  '/description': (stage, description) => ({ ...stage, description }),
  '/tracingEnabled': (stage, value) => ({ ...stage, tracingEnabled: parseBoolean(value) }),
  '/clientCertificateId': (stage, clientCertificateId) => ({ ...stage, clientCertificateId }),
  '/cacheClusterEnabled': (stage, value) => withCache(stage, parseBoolean(value)),
  '/cacheClusterSize': (stage, cacheClusterSize) => ({ ...stage, cacheClusterSize }),
  '/deploymentId': (stage, deploymentId, { deploymentExists, unsettled }) => {
    if (!deploymentExists(deploymentId)) throw badRequest('Deployment id does not exist');
    if (stage.canarySettings && unsettled.moveBaseUnderCanary === 'refused') {
      throw badRequest('Deployment id cannot be replaced because Canary is enabled');
    }
    return { ...stage, deploymentId };
  },
  '/documentationVersion': (stage, documentationVersion, context) => {
    checkDocumentationVersion(documentationVersion, context);
    return { ...stage, documentationVersion };
  },
};

export function checkDocumentationVersion(version: string, context: StageContext): void {
  if (!context.documentationVersionExists(version)) {
    throw notFound('Invalid Documentation version identifier specified');
  }
}

/** AWS needs minutes to create the cache; here it appears and disappears at once. */
export function withCache(stage: Stage, enabled: boolean, size?: string): Stage {
  if (!enabled) {
    const bare = without(stage, 'cacheClusterSize');
    return { ...bare, cacheClusterEnabled: false, cacheClusterStatus: 'NOT_AVAILABLE' };
  }
  return {
    ...stage,
    cacheClusterEnabled: true,
    cacheClusterStatus: 'AVAILABLE',
    cacheClusterSize: size ?? stage.cacheClusterSize ?? '0.5',
  };
}

function replace(stage: Stage, path: string, value: string, context: StageContext): Stage {
  const plain = Object.hasOwn(REPLACEABLE, path) ? REPLACEABLE[path] : undefined;
  if (plain) return plain(stage, value, context);
  if (path.startsWith(ACCESS_LOG)) return setAccessLog(stage, path, value, context.logsRole);
  const changed =
    replaceVariable(stage, path, value) ??
    replaceInCanary(stage, path, value, context.deploymentExists) ??
    replaceMethodSetting(stage, path, value);
  if (!changed) throw invalidPath(path);
  return changed;
}

const variableNameIn = (path: string) => /^\/variables\/([^/]+)$/.exec(path)?.[1];

function replaceVariable(stage: Stage, path: string, value: string): Stage | undefined {
  const name = variableNameIn(path);
  if (name === undefined) return undefined;
  checkVariable(name, value);
  const variables = checkedVariables({ ...stage.variables, [name]: value });
  return variables && { ...stage, variables };
}

function remove(stage: Stage, path: string, context: StageContext): Stage {
  const changed =
    path === '/canarySettings'
      ? removeCanary(stage, context.unsettled)
      : path === ACCESS_LOG
        ? without(stage, 'accessLogSettings')
        : (removeVariable(stage, path) ?? removeOverride(stage, path));
  return changed ?? removeMethodSetting(stage, path);
}

function removeVariable(stage: Stage, path: string): Stage | undefined {
  const name = variableNameIn(path);
  if (name === undefined || !stage.variables || !Object.hasOwn(stage.variables, name))
    return undefined;
  return withMember(stage, 'variables', nonEmpty(without(stage.variables, name)));
}

/** Exactly as AWS sends it: commas are missing, and so are the canary's paths. */
const VALID_PATHS =
  '/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled';

const invalidPath = (path: string) =>
  badRequest(`Invalid method setting path: ${path}. Must be one of: [${VALID_PATHS}]`);
