// The order in which jest runs the tests. Those that play rollouts against a clock wait more than they
// compute, and the longest take a minute: begun last, they would be waited for by everything else.

import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const FOLDERS = ['e2e', 'component', 'unit'];

export default class WaitingTestsFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => FOLDERS.findIndex((folder) => path.split(sep).includes(folder));
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
