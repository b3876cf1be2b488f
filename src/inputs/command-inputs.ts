import type { InputGroup } from './declaration.ts';
import { boolean, choice, file, numberOrMap, time } from './input-types.ts';
import { earlierRelease } from './list-fields.ts';

const COMMANDS = [
  'rollout',
  'plan',
  'start',
  'advance',
  'promote',
  'rollback',
  'pause',
  'resume',
  'status',
  'comment',
  'preview',
  'sweep',
] as const;

export const commandInputs = {
  title: 'Command',
  inputs: {
    command: {
      type: choice(...COMMANDS),
      default: 'rollout',
      doc: 'What this run does: a complete release, one part of a release, or a check.',
      details:
        '`rollout`: run the complete release. `plan`: check everything, change nothing, and report what would happen and what each step can detect. It fails if it finds problems, so you can use it as a pull-request check. To split a release across runs, use the following commands. `start`: release up to the first weight. `advance`: check once, then shift if it is time, or roll back. `promote`: skip the remaining steps and promote. `rollback`: return all traffic to the previous version. `pause`: keep the current weight. `resume`: end the pause. `status`: show the current state and change nothing. `comment`: run the command in a pull-request comment, such as `/canary promote`, on the event `issue_comment`. `preview`: deploy the code of a pull request; see the input `preview`. `sweep`: remove old previews and previews of closed pull requests, and shadow stages of releases that no longer exist.',
    },
    all: {
      type: boolean,
      default: 'false',
      workflowOnly: true,
      combined: true,
      doc: 'With the command `status`: shows every open release of the account and Region.',
      details:
        'No target is named. Each release is shown with its weight, the run that drives it, when it began, and what it waits for. See [All releases](docs/overview.md).',
    },
    config: {
      type: file,
      default: '',
      workflowOnly: true,
      combined: true,
      doc: 'A YAML file in the checkout that sets inputs by name.',
      details: 'Inputs under `with:` override the file.',
    },
    'plan-of': {
      type: choice('rollout', 'start'),
      default: 'rollout',
      doc: 'The kind of release that the command `plan` checks.',
      details:
        '`rollout`: a complete release in one job. `start`: a release that later runs continue with `advance` or `promote`, so `job-timeout` does not limit it.',
    },
    'hold-for': {
      type: time,
      default: '0s',
      member: 'holdSeconds',
      doc: 'How long the command `start` monitors the first weight before it ends, such as `30m`.',
      details: 'With `0s`, it ends immediately and later runs continue the release.',
    },
    'rollback-to': {
      type: { ...numberOrMap(earlierRelease), name: 'text or map' },
      default: '',
      defaultText: 'only an open release is rolled back',
      doc: 'The earlier release that the command `rollback` returns to after a promotion.',
      details:
        '`previous`: the release before the one now served, as recorded in the description of its deployment or version. `deployment=ID`: a deployment in the history of the stage. Versions: `7`, or `orders=7, payments=3`.',
    },
  },
} as const satisfies InputGroup;
