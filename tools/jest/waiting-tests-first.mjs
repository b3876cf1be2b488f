// The order in which jest runs the tests. Tests that run rollouts against a clock wait more than they compute,
// and the longest take a minute: they start first, so that the whole run does not wait for them at the end.

import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const FOLDERS = ['e2e', 'component', 'unit'];

export default class WaitingTestsFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => FOLDERS.findIndex((folder) => path.split(sep).includes(folder));
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
