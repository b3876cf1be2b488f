// Whether a function can be released at all, for every kind of target.

import { accountOf } from '../../aws/arns.ts';
import type { FunctionReading } from '../../aws/functions.ts';
import { describeFailedUpdate } from '../../aws/not-active.ts';
import type { Problems } from '../../base/problems.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { wrongCode } from './check-code.ts';

/** States of a function whose code can be published; `Pending` ends while the action waits for it. */
const READY: readonly string[] = ['Active', 'Inactive', 'Pending'];

/** Adds a problem for each reason why the function cannot be released. */
export function checkFunction(
  input: FunctionInput,
  reading: FunctionReading,
  { problems, notes }: Problems,
): void {
  const { name, account: expected, version } = input;
  const { state, stateReason, lastUpdateStatus, lastUpdateReason, arn } = reading;
  // Code to upload is compared with the hash where it is read.
  const released = version === undefined && input.code === undefined;
  const wrong = released ? wrongCode(input, reading) : undefined;
  if (wrong !== undefined) problems.push(wrong);
  if (reading.durable) {
    notes.push(
      `functions: "${name}" has durable executions. Those that run stay on the version that they began with, also after a promotion or a rollback`,
    );
  }
  if (!READY.includes(state)) {
    problems.push(
      `functions: "${name}" is ${state}${stateReason && ` (${stateReason})`}; expected Active`,
    );
  }
  if (lastUpdateStatus === 'Failed' && input.code === undefined) {
    problems.push(`functions: ${describeFailedUpdate(name, lastUpdateReason)}`);
  }
  const account = accountOf(arn);
  if (expected !== undefined && expected !== account) {
    problems.push(
      `functions: "${name}" belongs to account ${expected}, but the job uses account ${account}`,
    );
  }
}
