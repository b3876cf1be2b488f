// The IAM permissions that reading the stop switch needs, besides those of alarms.

import { type Place, parameterArnPattern } from '../aws/arns.ts';
import type { Permission } from '../aws/aws-errors.ts';
import type { StopSwitch } from '../rollout/gate.ts';

/** The history shows who set the switch; without that permission, it counts all the same. */
const ACTIONS = ['ssm:GetParameter', 'ssm:GetParameterHistory'];

export function switchPermissions(
  { kind, name }: StopSwitch,
  place: Place,
  account?: string,
): readonly Permission[] {
  if (kind !== 'parameter') return [];
  const resource = parameterArnPattern(place, name, account);
  return ACTIONS.map((action) => ({ action, resource }));
}
