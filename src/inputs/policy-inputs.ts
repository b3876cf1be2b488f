import type { InputGroup } from './declaration.ts';
import { keepVersions } from './fields.ts';
import { choice, number } from './input-types.ts';

export const policyInputs = {
  title: 'Policies',
  inputs: {
    'on-inconclusive': {
      type: choice('hold', 'promote', 'rollback'),
      default: 'hold',
      doc: 'What to do when a step, or the bake, ends without evidence.',
      details:
        'When a step was extended as long as it may be and still an alarm, the traffic or (with advance "evidence") the comparison says nothing, when nothing at all was compared before the promotion, or when the bake could not be read to its end: "hold", "promote" (go on) or "rollback".',
    },
    'on-cancel': {
      type: choice('rollback', 'hold'),
      default: 'rollback',
      doc: 'What to do when the job is cancelled.',
      details:
        '"rollback", or "hold": the canary stays at its weight until a later run goes on, or takes it back.',
    },
    'on-other-plan': {
      type: choice('fail', 'continue'),
      default: 'fail',
      doc: 'What to do when the release that is open was started with another plan.',
      details:
        'When a run meets a release that was started with other steps, other times or other versions than are given here: "fail", or "continue" with what is open. For rollout and start it is about steps and times; see supersede for other versions.',
    },
    'on-unfinished': {
      type: choice('resume', 'rollback', 'fail'),
      default: 'resume',
      doc: 'What to do when an earlier run left a rollout open on this stage.',
      details: '"resume", "rollback" or "fail".',
    },
    'first-release': {
      type: choice('refuse', 'allow'),
      default: 'refuse',
      only: 'alias',
      doc: 'What to do when the alias does not exist.',
      details:
        '"refuse" stops before anything is changed and suggests the alias that was probably meant. "allow" creates it and gives the new version all traffic at once.',
    },
    'on-split-alias': {
      type: choice('fail', 'repair'),
      default: 'fail',
      only: 'alias',
      member: 'onSplit',
      doc: 'What to do when an alias is split already and no rollout of this action is open.',
      details:
        'Between two versions, as a stopped CodeDeploy deployment leaves it: "fail", or "repair", give all of it to the version that it points to, or that has all of it, then release. Only when nothing else is moving it.',
    },
    supersede: {
      type: choice('wait', 'replace', 'fail'),
      default: 'fail',
      doc: 'What to do when the rollout that is open releases something else than this run.',
      details:
        '"fail", "wait" until it has ended, or "replace": take it back and begin. The release of another alias, or of another job of this run, is never replaced.',
    },
    'on-pull-request': {
      type: choice('refuse', 'allow'),
      default: 'refuse',
      doc: 'What to do with a release on an event that may bring unmerged code to users.',
      details: 'Such as pull_request, merge_group or issue_comment: "refuse" or "allow".',
    },
    'keep-versions': {
      type: number(keepVersions, { minimum: 1, maximum: 9999 }),
      default: '',
      defaultText: 'nothing is deleted',
      doc: 'After a promotion, how many versions and deployments stay.',
      details:
        'Deletes old versions of the released functions, and unused deployments that this action made, but for the newest: how many of each stay. What is in use always stays.',
    },
  },
} as const satisfies InputGroup;
