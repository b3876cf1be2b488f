// What the names and versions of Lambda functions look like in stored state.

import { isText } from '../../rollout/shape.ts';
import type { TargetCodec } from '../../rollout/target-record.ts';

export function isFunctionName(value: unknown): value is string {
  return isText(value, /^[A-Za-z0-9_-]{1,64}$/);
}

export const FUNCTION_SHAPE: Pick<TargetCodec, 'isName' | 'isVersion'> = {
  isName: isFunctionName,
  isVersion: (value) => isText(value, /^\d{1,18}$/),
};
