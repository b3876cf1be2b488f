// One REST API and one of its stages: API Gateway's calls, in the action's own types.

import type { Place } from './arns.ts';
import type { Clients, Mode } from './clients.ts';
import { type DefinitionCalls, definitionCalls } from './definition-calls.ts';
import { type DraftImport, draftImport } from './draft-import.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { type StageCalls, stageCalls } from './stage-calls.ts';

/** Every method throws a `KnownError`. */
export interface RestApi<M extends Mode = Mode> extends StageCalls, DefinitionCalls, DraftImport {
  readonly mode: M;
  readonly restApiId: string;
  readonly stageName: string;
  readonly place: Place;
}

/** Binds the calls to an API and a stage. */
export function bindRestApi<M extends Mode>(
  { mode, place, open }: Clients<M>,
  restApiId: string,
  stageName: string,
): RestApi<M> {
  const bound = { client: open(API_GATEWAY), place, restApiId, stageName };
  const calls = { ...stageCalls(bound), ...definitionCalls(bound), ...draftImport(bound) };
  return { mode, restApiId, stageName, place, ...calls };
}
