// A router's part of a record, and what its services and versions look like.

import { members, text } from '../../../src/rollout/shape.ts';
import type { TargetCodec } from '../../../src/rollout/target-record.ts';

export const memoryCodec: TargetCodec = {
  kind: 'memory',
  isName: text(/^[a-z-]{1,64}$/),
  isVersion: text(/^[a-z-]{1,64}:\d{1,9}$/),
  isCanary: () => false,
  fits: members({ kind: text(/^memory$/), router: text(/^[a-z-]{1,64}$/) }),
};
