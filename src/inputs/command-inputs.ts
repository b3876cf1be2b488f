import type { InputGroup } from './declaration.ts';
import { choice, file, numberOrMap, time } from './input-types.ts';
import { pastPoint } from './list-fields.ts';

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
      doc: 'A whole release, a piece of one, or a look at one.',
      details:
        '"rollout": all of it. "plan": look at everything and change nothing; says what would happen and what each step can see, and fails on problems, so that it can check a pull request. Or a piece of a release that other runs go on with: "start" (as far as the first weight), "advance" (one look: judge, shift if it is time, or roll back), "promote", "rollback", "pause", "resume", "status" (changes nothing). "comment": what a comment such as "/canary promote" on the pull request asks for, for the event issue_comment. "preview": shows the code of a pull request, see preview. "sweep": removes previews of closed pull requests and old ones.',
    },
    config: {
      type: file,
      default: '',
      workflowOnly: true,
      combined: true,
      doc: 'A YAML file of the checkout with these same names.',
      details: 'An input that is given here wins over the file.',
    },
    'plan-of': {
      type: choice('rollout', 'start'),
      default: 'rollout',
      doc: 'Which release the command plan is for.',
      details:
        '"rollout", all of it in one job; or "start", which later runs of advance or promote go on with, so that job-timeout does not bound it.',
    },
    'hold-for': {
      type: time,
      default: '0s',
      member: 'holdSeconds',
      doc: 'How long the command start stays and judges after its first weight, such as 30m.',
      details: 'With 0s it returns at once, and later runs go on.',
    },
    'rollback-to': {
      type: { ...numberOrMap(pastPoint), name: 'text or map' },
      default: '',
      defaultText: 'only a release that is open is taken back',
      doc: 'Where the command rollback goes back to behind a promotion.',
      details:
        '"previous" (what stood before the release that is served, as its deployment or version says), "deployment=ID" of the stage\'s history, or versions such as 7 or "orders=7, payments=3".',
    },
  },
} as const satisfies InputGroup;
