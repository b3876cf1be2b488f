// Whether anything may have changed in AWS since a test has last looked.

import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { mayWrite } from './written.ts';

/**
 * A condition on what AWS shows, which is asked again only after another call that may write: a run reads so often that to ask
 * after each of its calls would be most of a test's work.
 */
export function afterWrites(
  { onCall }: Pick<Simulator, 'onCall'>,
  condition: () => Promise<boolean>,
): () => Promise<boolean> {
  let [written, seen] = [0, -1];
  const count = (call: CallRecord) => {
    if (mayWrite(call)) written++;
  };
  // What was performed may be refused an answer, and what has one may be performed late.
  onCall({ before: count, after: count });
  return async () => {
    if (written === seen) return false;
    seen = written;
    return condition();
  };
}
