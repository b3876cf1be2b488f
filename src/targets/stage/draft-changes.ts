// What differs between two readings of an API's draft, and the errors for a draft that changed during a release.

import type { Draft } from '../../aws/definition-calls.ts';
import { sorted } from '../../aws/draft-mark.ts';
import { MovedError } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import { shownUri } from './integration.ts';
import type { DraftChange, DraftSide } from './stage-record.ts';

type Resources = Pick<Draft, 'resources'>;

/** Parts of a draft that only its mark compares. */
const OTHER_PARTS =
  'its settings, models, gateway responses, authorizers or request validators are others now';

/** `GET /orders now calls arn:…`, for each resource and method that is not the same in both. */
export function changesBetween(before: Resources, now: Resources): readonly string[] {
  const [old, current] = [partsOf(before), partsOf(now)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), current.get(name)];
    if (was?.text === is?.text) return [];
    if (is === undefined) return [`${name} was removed`];
    if (was === undefined) return [`${name} was added`];
    return is.uri === undefined || is.uri === was.uri
      ? [`${name} was edited`]
      : [`${name} now calls ${shownUri(is.uri)}`];
  });
}

interface Part {
  readonly text: string;
  readonly uri: string | undefined;
}

function partsOf({ resources }: Resources): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { resourceMethods = {}, path = '', ...resource } of resources) {
    parts.set(`the resource ${path}`, { text: textOf(resource), uri: undefined });
    for (const [method, details] of Object.entries(resourceMethods)) {
      parts.set(`${method} ${path}`, {
        text: textOf(details),
        uri: details.methodIntegration?.uri,
      });
    }
  }
  return parts;
}

function textOf(part: object): string {
  return JSON.stringify(sorted(part));
}

/** The draft with these integrations on one side of their change, if they were on the other. */
export function withSide(draft: Draft, drafts: readonly DraftChange[], side: DraftSide): Draft {
  if (drafts.length === 0) return draft;
  const other = side === 'to' ? 'from' : 'to';
  const uriOf = (resourceId: string | undefined, method: string, uri: string | undefined) =>
    drafts.find((d) => d.resourceId === resourceId && d.method === method && d[other] === uri)?.[
      side
    ] ?? uri;
  const resources = draft.resources.map((resource) => ({
    ...resource,
    ...(resource.resourceMethods && {
      resourceMethods: Object.fromEntries(
        Object.entries(resource.resourceMethods).map(([method, details]) => {
          const { methodIntegration } = details;
          if (!methodIntegration) return [method, details];
          const uri = uriOf(resource.id, method, methodIntegration.uri);
          return [method, { ...details, methodIntegration: { ...methodIntegration, uri } }];
        }),
      ),
    }),
  }));
  return { ...draft, resources };
}

/** @param changes empty: no resource or method changed */
export function changedBefore(changes: readonly string[]): MovedError {
  return new MovedError(
    `someone changed the API's draft after it was checked: ${inWords(changes)}. ` +
      `No deployment was created from it, and nothing of that change was overwritten. ${AGAIN}`,
  );
}

/** @param changes empty: no resource or method changed */
export function changedMeanwhile(changes: readonly string[]): MovedError {
  return new MovedError(
    `someone changed the API's draft while a deployment was created from it: ${inWords(changes)}. ` +
      `The deployment may contain that change, so it serves nobody; nothing of the change was overwritten. ${AGAIN}`,
  );
}

const AGAIN = 'Run this again: the draft is then checked as it is now';

function inWords(changes: readonly string[]): string {
  return changes.length === 0 ? OTHER_PARTS : listed(changes, ', ');
}
