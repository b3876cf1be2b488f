// The files of a migration: a config file for each release, and the files of the tool with their edits.

import type { PlannedFile } from '../init/planned-file.ts';
import type { OtherInputs } from '../templates/release-facts.ts';
import {
  hasStageCanary,
  stagePercent,
  type TemplateRelease,
} from '../templates/template-releases.ts';
import { type Difference, differencesOf } from './differences.ts';
import { migratedConfig } from './migrated-config.ts';
import { releasesIn, type Source } from './migrated-source.ts';
import { codeByHand } from './steps-by-hand.ts';
import { changeTemplate, type TemplateChange } from './template-change.ts';

export interface Migration {
  readonly source: Source;
  readonly releases: readonly TemplateRelease[];
  /** Its logical IDs are used as names; `undefined`: it has all names. */
  readonly stack: string | undefined;
  readonly change: TemplateChange;
  readonly code: readonly string[];
  readonly differences: readonly Difference[];
  /** How it was read. */
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  /** Why it has nothing to migrate; empty if it has. */
  readonly why: readonly string[];
}

export interface MigrationFacts extends Omit<OtherInputs, 'gives' | 'namesLater'> {
  /** Empty: those of the file. */
  readonly steps: string;
  /** `undefined`: it is not known. */
  readonly stack: string | undefined;
}

const NO_CHANGE: TemplateChange = { text: undefined, steps: [], notes: [] };

export async function migrationOf(source: Source, facts: MigrationFacts): Promise<Migration> {
  const { found, stack } = readWithNames(source, facts);
  const isEditable = source.kind === 'sam' || source.kind === 'cloudformation';
  const isRight = found.problems.length === 0 && found.releases.length > 0;
  const releases = found.releases.map((release) => withSteps(release, source, facts.steps));
  return {
    ...{ source, releases, stack },
    change: isEditable && isRight ? await changeTemplate(source, releases) : NO_CHANGE,
    code: isRight ? codeByHand(source.kind, releases, stack === undefined) : [],
    differences: isRight ? differencesOf(source, releases) : [],
    ...{ notes: found.notes, problems: found.problems, why: found.why },
  };
}

/** Names that CloudFormation makes are logical IDs, if the stack is known. */
function readWithNames(source: Source, { steps, stack, ...others }: MigrationFacts) {
  // A stage's canary has no times: they are proposed.
  const isStage = hasStageCanary(source.made);
  const gives = (name: string) => name === 'steps' && steps !== '';
  const first = releasesIn(source, { ...others, gives });
  const isOnlyStage =
    isStage && steps === '' && first.releases.every(({ functions }) => functions.length === 0);
  const read = (namesLater: boolean) =>
    releasesIn(source, {
      ...others,
      gives: isOnlyStage ? (name) => name === 'steps' : gives,
      namesLater,
    });
  const plain = isOnlyStage ? read(false) : first;
  if (plain.problems.length === 0 || stack === undefined) return { found: plain, stack: undefined };
  const later = read(true);
  return later.problems.length < plain.problems.length
    ? { found: later, stack }
    : { found: plain, stack: undefined };
}

function withSteps(release: TemplateRelease, source: Source, steps: string): TemplateRelease {
  const { values, functions } = release;
  if (steps !== '') return { functions, values: { ...values, steps } };
  const isStage = values['rest-api-id'] !== undefined;
  return isStage
    ? { functions, values: { ...values, steps: `${stagePercent(source.made) ?? '10'}%/10m` } }
    : release;
}

/** @param path the only config file, which others lie next to if there are several */
export function configFiles(
  migrations: readonly Migration[],
  path: string,
): readonly Pick<PlannedFile, 'path' | 'text'>[] {
  const all = migrations.flatMap((migration) =>
    migration.releases.map((release) => ({ migration, release })),
  );
  return all.map(({ migration, release }, i) => ({
    path: all.length === 1 ? path : numbered(path, i + 1, release),
    text: migratedConfig({
      values: release.values,
      stack: migration.stack,
      from: migration.source.path,
      remarks: remarksOn(migration, release),
    }),
  }));
}

/** `.github/canary.yml` → `.github/canary/1-live.yml` */
function numbered(path: string, number: number, { values, functions }: TemplateRelease): string {
  const name = values['stage-name'] || functions[0]?.alias || 'release';
  return `${path.replace(/\.ya?ml$/, '')}/${number}-${name.replace(/[^\w-]/g, '-')}.yml`;
}

function remarksOn({ source }: Migration, { values }: TemplateRelease): readonly string[] {
  if (source.kind === 'appspec') {
    return [
      'The deployment group has the schedule and the alarms: write them here, as steps and alarms.',
    ];
  }
  return values['rest-api-id'] === undefined
    ? []
    : ['The canary of the stage has a share and no times: set how long.'];
}
