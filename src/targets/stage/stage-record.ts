// A stage's part of a record: the state of the stage before the rollout, and the canary of this rollout.

import { KnownError } from '../../base/errors.ts';
import type { RolloutRecord } from '../../rollout/record.ts';
import {
  isBoolean,
  isCount,
  isSame,
  list,
  map,
  members,
  optional,
  text,
} from '../../rollout/shape.ts';
import type { TargetCodec, TargetRecord } from '../../rollout/target-record.ts';
import { FUNCTION_SHAPE, isFunctionName } from '../lambda/function-shape.ts';

export interface StageRecord extends TargetRecord {
  readonly kind: 'stage';
  readonly deploymentId: string;
  /** Values of the variables that the canary overrides; `null`: the variable did not exist. */
  readonly variables: Readonly<Record<string, string | null>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
  readonly drafts: readonly DraftChange[];
  readonly promote: PromoteChoice;
  /** The stage that is created for the pre-traffic hook, if any. */
  readonly shadow?: string;
  /** It stays until the promotion, and is not removed before the first user is served. */
  readonly shadowStays?: true;
  /** There is also one for the current version, which stays as long. */
  readonly stableShadow?: true;
  /** The usage plan that the shadows are in, for its API keys. */
  readonly usagePlan?: string;
  /** The shadow is a stage of the user's own: what it served before. */
  readonly lent?: LentStage;
  /** The definition that the draft is replaced by, if any. */
  readonly imported?: ImportedDraft;
  /** Environments of provisioned concurrency that the rollout allocated, by function name. */
  readonly warmed?: Readonly<Record<string, number>>;
}

/** What is changed of a stage that is lent for checks, as it was before. */
export interface LentStage {
  readonly deploymentId: string;
  /** `null`: the variable did not exist. */
  readonly variables: Readonly<Record<string, string | null>>;
}

/** How a draft is recognized that this rollout replaced. */
export interface ImportedDraft {
  /** Its mark before; empty if it could not be read. */
  readonly before: string;
  /** A digest of what it calls after. */
  readonly expects: string;
}

/** The console's three choices for a promotion. */
export interface PromoteChoice {
  /** The stage takes the canary's deployment. */
  readonly deployment: boolean;
  /** The canary's variable overrides become the stage's variables. */
  readonly variables: boolean;
  /** The canary is removed from the stage; otherwise it stays, at 0%. */
  readonly close: boolean;
}

/** A draft integration that is rewritten for the canary's deployment, and restored after it. */
export interface DraftChange {
  readonly resourceId: string;
  readonly method: string;
  readonly from: string;
  readonly to: string;
}

/** Before the change, or with the new version. */
export type DraftSide = 'from' | 'to';

/** The stage that serves the current version alone, next to the shadow. */
export function stableShadowOf(shadow: string): string {
  return `${shadow}-stable`;
}

/** The names of the stages that are made for checks. */
export function shadowsOf({ shadow, stableShadow, lent }: StageRecord): readonly string[] {
  if (shadow === undefined || lent) return [];
  return stableShadow ? [shadow, stableShadowOf(shadow)] : [shadow];
}

/** The record of a stage's rollout. Throws when the record is of another kind of target. */
export function stageOf({ target }: RolloutRecord): StageRecord {
  if (target.kind === 'stage') return target as StageRecord;
  throw new KnownError('the state stored here is not that of a stage rollout');
}

/** The ID of a deployment or of a resource. */
const isGatewayId = text(/^[a-z0-9]{1,64}$/);

export const stageCodec: TargetCodec = {
  kind: 'stage',
  ...FUNCTION_SHAPE,
  isCanary: isGatewayId,
  fits: (target, functions) => {
    if (!isStage(target)) return false;
    const { variables, overrides, warmed = {} } = target as StageRecord;
    return (
      isSame(Object.keys(variables), Object.keys(overrides)) &&
      Object.keys(warmed).every((name) => functions.includes(name))
    );
  },
};

const isVariable = text(/^\w{1,64}$/);
const isVariableValue = text(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/);
/** The URI of a Lambda integration, which may contain `${stageVariables.name}`. */
const isUri = text(/^[A-Za-z0-9:/._${}-]{1,2048}$/);

const isStage = members({
  kind: text(/^stage$/),
  deploymentId: isGatewayId,
  variables: map(isVariable, (value) => value === null || isVariableValue(value)),
  overrides: map(isVariable, isVariableValue),
  useStageCache: isBoolean,
  drafts: list(
    members({
      resourceId: isGatewayId,
      method: text(/^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/),
      from: isUri,
      to: isUri,
    }),
  ),
  promote: members({ deployment: isBoolean, variables: isBoolean, close: isBoolean }),
  imported: optional(
    members({ before: text(/^(?:[0-9a-f]{16})?$/), expects: text(/^[0-9a-f]{16}$/) }),
  ),
  shadow: optional(text(/^[A-Za-z0-9_-]{1,128}$/)),
  shadowStays: optional(isBoolean),
  stableShadow: optional(isBoolean),
  usagePlan: optional(text(/^[A-Za-z0-9]{1,64}$/)),
  lent: optional(
    members({
      deploymentId: isGatewayId,
      variables: map(isVariable, (value) => value === null || isVariableValue(value)),
    }),
  ),
  warmed: optional(map(isFunctionName, isCount)),
});
