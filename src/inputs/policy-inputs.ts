import type { InputGroup } from './declaration.ts';
import { keepVersions } from './fields.ts';
import { choice, number } from './input-types.ts';

export const policyInputs = {
  title: 'Policies',
  inputs: {
    'on-inconclusive': {
      type: choice('hold', 'promote', 'rollback'),
      default: 'hold',
      doc: 'What to do if a step or the bake ends without enough evidence.',
      details:
        '`hold`: keep the current weight and end the run. `promote`: continue. `rollback`: roll back. It applies if an alarm, the traffic or (with `advance: evidence`) the comparison is still inconclusive at `max-step-time`. It also applies if nothing was compared before the promotion, or if the bake could not be read to its end.',
    },
    'on-cancel': {
      type: choice('rollback', 'hold'),
      default: 'rollback',
      doc: 'What to do if the job is cancelled.',
      details:
        '`rollback`: roll back. `hold`: keep the canary at its weight until a later run continues the release or rolls it back.',
    },
    'on-other-plan': {
      type: choice('fail', 'continue'),
      default: 'fail',
      doc: 'What to do if the open release was started with a different plan.',
      details:
        'A plan is different if its steps, times, versions or `stage-variable-overrides` do not match the inputs of this run. `fail`: stop. `continue`: keep the plan of the open release. For `rollout` and `start`, only steps and times count; for everything else, see `supersede`.',
    },
    'on-unfinished': {
      type: choice('resume', 'rollback', 'fail'),
      default: 'resume',
      doc: 'What to do if an earlier run left a rollout open on this target.',
      details:
        '`resume`: continue it. `rollback`: roll it back, then start this release. `fail`: stop, and leave it open.',
    },
    supersede: {
      type: choice('wait', 'replace', 'fail'),
      default: 'fail',
      doc: 'What to do if the open rollout releases something different from what this run would release.',
      details:
        'The action compares code and settings of the functions, the API definition, stage variables and `promote`. `fail`: stop. `wait`: wait until it ends. `replace`: roll it back, then start this release. The action never replaces the release of another alias or of another job in the same workflow run.',
    },
    'on-pull-request': {
      type: choice('refuse', 'allow'),
      default: 'refuse',
      doc: 'What to do with a release on an event that can bring unmerged code to users.',
      details:
        '`refuse`: stop. `allow`: release. Examples of such events: `pull_request`, `merge_group`, `issue_comment`.',
    },
    'keep-versions': {
      type: number(keepVersions, { minimum: 1, maximum: 9999 }),
      default: '',
      defaultText: 'nothing is deleted',
      doc: 'How many versions and deployments to keep after a promotion.',
      details:
        'The action deletes old versions of the released functions, and unused deployments that it created. It keeps this many of the newest of each. It never deletes anything that is in use.',
    },
  },
} as const satisfies InputGroup;
