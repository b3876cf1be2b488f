// What a template releases, one release for each schedule: a release has one, and a template may have several.

import { known } from '../base/errors.ts';
import { together } from './one-release.ts';
import type { OtherInputs, ReleaseFacts } from './release-facts.ts';
import type { ReleasedFunction } from './released-function.ts';
import { type MadeTemplate, readingOf } from './sam.ts';
import { canaryStages } from './stage-canary.ts';
import { checkSupplied } from './template-parameters.ts';
import { mapAt, textAt } from './tree.ts';

export interface TemplateRelease {
  readonly values: ReleaseFacts['values'];
  /** Empty for a stage. */
  readonly functions: readonly ReleasedFunction[];
}

export interface TemplateReleases extends Pick<ReleaseFacts, 'notes' | 'problems'> {
  readonly releases: readonly TemplateRelease[];
  /** Why there is nothing to release, if there is nothing wrong either. */
  readonly why: readonly string[];
}

/** Reads it. Every error becomes a problem; nothing is thrown. */
export function readReleases(made: MadeTemplate, given: OtherInputs): TemplateReleases {
  if (mapAt(made.template, 'Resources').size === 0) {
    return { releases: [], why: [], notes: made.notes, problems: made.problems };
  }
  try {
    return separated(made, given);
  } catch (error) {
    return { releases: [], why: [], notes: [], problems: [known(error).message] };
  }
}

function separated(made: MadeTemplate, given: OtherInputs): TemplateReleases {
  const { functions, stage, found, why = [] } = readingOf(made.template, given, made.notes);
  const groups = new Map<string, ReleasedFunction[]>();
  for (const each of functions) {
    const schedule = given.stepsOf(each.type ?? '');
    groups.set(schedule, [...(groups.get(schedule) ?? []), each]);
  }
  const parts = [...groups.values()].map((own) => ({
    functions: own,
    facts: together(own, given.stepsOf, { ...found, notes: [], problems: [] }),
  }));
  const releases = parts.map(({ functions: own, facts }) => ({
    functions: own,
    values: facts.values,
  }));
  return {
    releases: stage ? [...releases, { values: stage, functions: [] }] : releases,
    why,
    notes: [...parts.flatMap(({ facts }) => facts.notes), ...found.notes, ...made.notes],
    problems: [
      ...made.problems,
      ...found.problems,
      ...checkSupplied(made.template, given.supplied),
      ...parts.flatMap(({ facts }) => facts.problems),
    ],
  };
}

/** What the canary of the only stage has as its share; `undefined`: it is not written there. */
export function stagePercent({ template }: MadeTemplate): string | undefined {
  const [stage] = canaryStages(template);
  const written = stage && textAt(mapAt(stage.properties, 'CanarySetting'), 'PercentTraffic');
  return written !== undefined && /^\d{1,2}(?:\.\d+)?$/.test(written) ? written : undefined;
}

export function hasStageCanary({ template }: MadeTemplate): boolean {
  return canaryStages(template).length > 0;
}
