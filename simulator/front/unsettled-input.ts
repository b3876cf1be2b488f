// The answers to AWS's open questions that the admin interface accepts.

import type { Unsettled } from '../world.ts';
import { BadAdminInput, fields, refuseUnknown } from './fault-input.ts';

interface Rule {
  readonly accepts: (value: unknown) => boolean;
  readonly words: string;
}

const oneOf = (...choices: readonly string[]): Rule => ({
  accepts: (value) => choices.includes(value as string),
  words: choices.join(' or '),
});

const yesNo: Rule = { accepts: (value) => typeof value === 'boolean', words: 'true or false' };

const seconds: Rule = {
  accepts: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  words: 'a number of seconds',
};

const RULES: Readonly<Record<keyof Unsettled, Rule>> = {
  canaryStageDimension: {
    accepts: (value) => value === null || (typeof value === 'string' && value !== ''),
    words: 'a string (which may contain {stage}) or null',
  },
  stageSeriesIncludesCanary: yesNo,
  canaryHasDetailedMetrics: yesNo,
  removeCanaryInPromotingPatch: oneOf('accepted', 'refused'),
  removeAbsentCanary: oneOf('no-op', 'error'),
  patchIsAtomic: yesNo,
  moveBaseUnderCanary: oneOf('accepted', 'refused'),
  canaryBlocksDeploymentDelete: yesNo,
  provisionedVersionBehindProvisionedAlias: oneOf('accepted', 'refused'),
  publishAfterSameUpdate: oneOf('new-number', 'same-number'),
  canaryLinesInStageGroup: yesNo,
  canaryFlagInAccessLog: yesNo,
  deploymentIdInAccessLog: yesNo,
  accessLogEscapesQuotes: yesNo,
  numberPatternReadsText: yesNo,
  trimmedCountOfDuration: oneOf('counted', 'absent', 'refused'),
  propagationSeconds: seconds,
  metricDelaySeconds: seconds,
};

/** Checks every member, then changes them all. If one is invalid, throws `BadAdminInput` and changes nothing. */
export function patchUnsettled(unsettled: Unsettled, value: unknown): void {
  const input = fields(value, 'the answers');
  refuseUnknown(input, Object.keys(RULES));
  for (const [name, rule] of Object.entries(RULES)) {
    if (Object.hasOwn(input, name) && !rule.accepts(input[name])) {
      throw new BadAdminInput(`${name} must be ${rule.words}`);
    }
  }
  Object.assign(unsettled, input);
}
