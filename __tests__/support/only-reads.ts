// Runs that must not change anything have a key of their own, and each of their calls must be a read: also those that
// AWS refuses, and whatever the inputs of the run are.

import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { RunningStep } from './runner.ts';
import type { AwsSurroundings, Variables } from './runner-environment.ts';

const READER = 'AKIAONLYREADS0000000';

/** The commands that are promised to change nothing. */
const ONLY_READ = ['plan', 'status'];

/** What the services that read by POST are asked. */
const READS = /^(Describe|Filter|Get|List)/;

/** The calls that are not reads. */
export function notReads(calls: readonly CallRecord[]): readonly string[] {
  const isRead = ({ method, service, operation = '' }: CallRecord) =>
    method === 'GET' ||
    (['monitoring', 'logs', 'cloudformation', 'ssm', 'tagging'].includes(service) &&
      READS.test(operation));
  return calls.filter((call) => !isRead(call)).map(({ operation = '' }) => operation);
}

/**
 * Starts a run. If it is one that changes nothing, it fails when it sends anything but reads.
 *
 * @param start starts it with what identifies its calls
 */
export function watched<Result>(
  { calls }: Pick<Simulator, 'calls'>,
  { command = '' }: Variables,
  start: (aws: AwsSurroundings) => RunningStep<Result>,
): RunningStep<Result> {
  if (!ONLY_READ.includes(command)) return start({});
  const step = start({ accessKeyId: READER });
  const done = step.done.then((result) => {
    const sent = notReads(calls.list().filter(({ accessKeyId }) => accessKeyId === READER));
    if (sent.length > 0) throw new Error(`command: ${command} sent ${sent.join(', ')}`);
    return result;
  });
  // Whoever never asks how it ended is not told of a failure twice.
  done.catch(() => undefined);
  return { ...step, done };
}
