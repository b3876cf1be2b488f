// Preflight of an OpenAPI file: what it would make of the API's draft.

import { createHash } from 'node:crypto';
import { type Draft, nameOf } from '../../aws/definition-calls.ts';
import type { RestApi } from '../../aws/rest-api.ts';
import type { Integration, Route, ServedDefinition } from '../../aws/rest-api-model.ts';
import { definitionIn, routesIn } from '../../aws/stage-export.ts';
import { listed } from '../../base/listed.ts';
import { partitionOf } from '../../base/partitions.ts';
import type { Problems } from '../../base/problems.ts';
import { quote } from '../../base/quote.ts';
import {
  type DefinitionFile,
  parseDefinition,
  readDefinitionText,
} from '../../inputs/api-definition.ts';
import { type Calls, callsDigest, definitionChanges } from './definition-changes.ts';
import { endsIn, parseLambdaUri } from './integration.ts';

/** A definition that can be imported. */
export interface DefinitionToImport {
  /** As it is sent. */
  readonly body: Uint8Array;
  /** A digest of the file. */
  readonly file: string;
  /** A digest of what the draft calls after the import. */
  readonly expects: string;
  readonly calls: Calls;
  /** What it changes, for a sentence. */
  readonly changes: readonly string[];
  /** The draft after the import, as far as it can be known. Its resources are those of now. */
  readonly draft: Draft;
}

/** What the file is compared with. */
export interface DefinitionContext {
  readonly apiName: string;
  readonly draft: Draft;
  readonly served: ServedDefinition | undefined;
  /** Of the deployment that the stage serves, if they were read. */
  readonly servedRoutes: readonly Route[] | undefined;
  readonly variables: Readonly<Record<string, string>>;
}

/** A digest of the text, by which an open rollout is compared with the file. */
export function fileDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** `undefined` if the file has problems, which are reported. */
export async function inspectDefinition(
  api: RestApi,
  file: DefinitionFile,
  context: DefinitionContext,
  findings: Problems,
): Promise<DefinitionToImport | undefined> {
  const { problems, notes } = findings;
  const read = readDefinitionText(file);
  if ('problem' in read) {
    problems.push(read.problem);
    return undefined;
  }
  const { region, partition } = api.place;
  const names = {
    'AWS::Region': region,
    'AWS::AccountId': accountIn(context),
    'AWS::Partition': partition,
    'AWS::URLSuffix': partitionOf(region).dnsSuffix,
  };
  const definition = await parseDefinition(file, read.text, names, problems);
  if (!definition) return undefined;
  const { document, title, titleAt } = definition;
  const found = definitionIn(document);
  if (typeof found === 'string') {
    problems.push(`api-definition ${quote(file.path)}: ${found}`);
    return undefined;
  }
  const routes = routesIn(document);
  if (title !== context.apiName) {
    problems.push(
      `api-definition ${file.path}:${titleAt}: info.title is ${quote(title)}, and an import makes it the name of the API, by which CloudWatch counts its requests; expected ${quote(context.apiName)}`,
    );
  }
  problems.push(...pinned(file.path, found.integrations, context.variables));
  const calls: Calls = { routes, integrations: found.integrations };
  notes.push(...lostChanges(context));
  const { asked, resources } = context.draft;
  return {
    body: Buffer.from(JSON.stringify(document)),
    file: fileDigest(read.text),
    expects: callsDigest(calls),
    calls,
    changes: definitionChanges(context.draft, calls),
    draft: { ...found, routes, asked, resources },
  };
}

/** The account of the functions that the API calls; `undefined` if that is not one. */
function accountIn({ draft, served, variables }: DefinitionContext): string | undefined {
  const all = [...draft.integrations, ...(served?.integrations ?? [])];
  const accounts = all.flatMap(({ uri }) => parseLambdaUri(uri, variables)?.account ?? []);
  const [only, ...others] = new Set(accounts);
  return others.length === 0 ? only : undefined;
}

/** The next import of the file would write the old version back. */
function pinned(
  path: string,
  integrations: readonly Integration[],
  variables: DefinitionContext['variables'],
): readonly string[] {
  return integrations.flatMap((call) => {
    const lambda = parseLambdaUri(call.uri, variables);
    const { functionName = '', qualifier = '' } = lambda ?? {};
    if (!/^\d+$/.test(qualifier) || !endsIn(call.uri, qualifier)) return [];
    return [
      `api-definition ${quote(path)}: ${nameOf(call)} calls version ${qualifier} of "${functionName}", so each import would go back to it; expected a stage variable, such as function:${functionName}:\${stageVariables.${functionName.replace(/\W/g, '_')}}`,
    ];
  });
}

/** Edits of the draft that no stage has been given yet. */
function lostChanges({ draft, served, servedRoutes }: DefinitionContext): readonly string[] {
  if (!served) return [];
  const { routes } = draft;
  const { integrations } = served;
  const changes = definitionChanges({ routes: servedRoutes ?? routes, integrations }, draft);
  return changes.length === 0
    ? []
    : [
        `api-definition: the draft has changes that the stage does not serve, and the import replaces them: ${listed(changes, '; ')}`,
      ];
}

/** For a plan. */
export function importInWords({ changes }: DefinitionToImport): string {
  return changes.length === 0
    ? 'api-definition: the draft has the same routes, which call the same; the import may change other parts'
    : `api-definition: the import changes the draft: ${listed(changes, '; ')}`;
}
