// The inputs for aliases, and their combined meaning.

import { listed } from '../../base/listed.ts';
import { type SuiteNeeds, suiteNeeds } from '../../checks/fit-target.ts';
import type { KindInputs } from '../../inputs/declaration.ts';
import { beginsRelease, type Effects } from '../../inputs/effect.ts';
import { ALIAS, alias } from '../../inputs/fields.ts';
import { choice, text } from '../../inputs/input-types.ts';
import { inputsIn, type MembersOf, membersOf, type ValuesOf } from '../../inputs/members.ts';
import { nameOf } from '../../inputs/names.ts';
import {
  type GivenInputs,
  inapplicableInputs,
  type NamedTarget,
  waitsForPeople,
} from '../../inputs/target-inputs.ts';
import type { FunctionInput } from '../../inputs/values.ts';

const target = {
  title: 'Release target',
  inputs: {
    alias: {
      type: text(alias, { pattern: ALIAS.source }),
      default: '',
      open: true,
      combined: true,
      names: nameOf('function alias'),
      doc: 'The Lambda alias to shift traffic on, instead of a stage.',
      details: 'To use a different alias for one function, write `NAME:ALIAS` in `functions`.',
    },
  },
} as const satisfies KindInputs;

const policies = {
  title: 'Policies',
  after: 'on-unfinished',
  inputs: {
    'first-release': {
      type: choice('refuse', 'allow'),
      default: 'refuse',
      doc: 'What to do if the alias does not exist.',
      details:
        '`refuse`: stop before changing anything, and suggest an existing alias. `allow`: create the alias and send all traffic to the new version immediately.',
    },
    'unused-alias': {
      type: choice('refuse', 'allow'),
      default: 'refuse',
      doc: 'What to do if nothing calls the alias.',
      details:
        '`refuse`: stop before changing anything if the release would reach nobody: no permission, event source or function URL leads to the alias, it was not called in the last 35 days, and something else may call the function without a qualifier. `allow`: only warn, for callers with a role of their own that begin to call later.',
    },
    'on-split-alias': {
      type: choice('fail', 'repair'),
      default: 'fail',
      member: 'onSplit',
      doc: 'What to do if an alias is already split and no rollout of this action is open.',
      details:
        'A stopped CodeDeploy deployment can leave an alias split between two versions. `fail`: stop. `repair`: send all traffic to the version that the alias points to, or to the one that already receives 100%, then release. The action repairs an alias only if nothing else is shifting it.',
    },
  },
} as const satisfies KindInputs;

export const ALIAS_INPUTS = [target, policies] as const;

const DECLARED = inputsIn(ALIAS_INPUTS);
type Declared = typeof DECLARED;

export const ALIAS_EFFECTS: Effects<keyof Declared> = {
  alias: 'always',
  'first-release': 'always',
  'unused-alias': 'always',
  'on-split-alias': 'always',
};

/** Weighted aliases: the alias of each function is in the list of functions. */
export interface AliasInputs extends MembersOf<Declared> {
  readonly kind: 'alias';
  /** Whether metrics or alarms may show what the counts of an alias do not contain. */
  readonly seesMore: boolean;
  /** What smoke checks need; absent: there are none. */
  readonly smokeNeeds?: SuiteNeeds | undefined;
}

export type OnSplitAlias = AliasInputs['onSplit'];
export type UnusedAlias = AliasInputs['unusedAlias'];
export type FirstRelease = AliasInputs['firstRelease'];

export function namesAliases({
  textOf,
  functions,
}: Pick<GivenInputs, 'textOf' | 'functions'>): boolean {
  return textOf('alias') !== '' || functions.some((f) => f.alias !== undefined);
}

export function readAliasInputs(
  given: GivenInputs,
  problems: string[],
): NamedTarget<AliasInputs> | undefined {
  const wrong = [
    ...inapplicableInputs('alias', given),
    ...missingInputs(given),
    ...cannotWait(given),
  ];
  problems.push(...wrong);
  if (wrong.length > 0) return undefined;
  const read = given.values as ValuesOf<Declared>;
  return {
    target: {
      kind: 'alias',
      ...membersOf(DECLARED, read),
      seesMore: seesMore(given),
      smokeNeeds: given.smoke && suiteNeeds(given.smoke, 'functions'),
    },
    functions: given.functions.map((input) => withAlias(input, read.alias, given.current)),
  };
}

function seesMore({ textOf, values }: GivenInputs): boolean {
  return textOf('metrics') !== '' || (Array.isArray(values.alarms) && values.alarms.length > 0);
}

/** The function's own alias, or the common one; and the version that it must point to before. */
function withAlias(
  input: FunctionInput,
  alias: string,
  current: GivenInputs['current'],
): FunctionInput {
  const before = Object.hasOwn(current, input.name) ? current[input.name] : undefined;
  return {
    ...input,
    alias: input.alias ?? alias,
    ...(before !== undefined && { current: before }),
  };
}

/** Only the description of a version that this action publishes says what it was released after. */
function cannotWait(given: GivenInputs): readonly string[] {
  const named = given.functions.filter(({ version }) => version !== undefined);
  if (named.length === 0 || !beginsRelease(given.values) || !waitsForPeople(given)) return [];
  return [
    `version: a release of version ${named[0]?.version} cannot wait at 0% (approve-at: 0%, door), because a later run could not confirm that this action published it; expected no version, or an approval at a higher weight`,
  ];
}

function missingInputs({ textOf, functions }: GivenInputs): readonly string[] {
  const bare = functions.filter((f) => f.alias === undefined);
  return [
    ...(textOf('functions') === ''
      ? ['functions: it is empty; expected the functions whose alias to shift']
      : []),
    ...(bare.length > 0 && textOf('alias') === ''
      ? [
          `alias: ${listed(bare.map((f) => `"${f.name}"`))} has no alias, but others have one; expected alias, or ${bare[0]?.name}:ALIAS`,
        ]
      : []),
  ];
}
