import type { InputGroup } from './declaration.ts';
import { anyText } from './fields.ts';
import { notifyUrl } from './hook-fields.ts';
import { boolean, choice, text, url } from './input-types.ts';
import { commitSha, environment, webAddress } from './list-fields.ts';

export const reportInputs = {
  title: 'Reporting',
  inputs: {
    comment: {
      type: boolean,
      actionOnly: true,
      default: 'true',
      doc: 'Whether to write one comment on the pull request.',
    },
    'log-samples': {
      type: boolean,
      default: 'false',
      doc: 'Whether the job summary shows lines of the log of a function that failed.',
      details:
        'At most three lines of 300 characters: the message of the error and where it was thrown, with everything masked that looks like a secret or an address. They may contain text from your users, and everyone who can read the repository can read them. Without it, the report has counts, routes, statuses, types of errors and places in the code.',
    },
    feedback: {
      type: choice('report', 'hold'),
      actionOnly: true,
      default: 'report',
      doc: 'What happens if a user with write access reacts to the comment with 👎.',
      details:
        '`report`: the report mentions it. `hold`: the release stops advancing automatically.',
    },
    commit: {
      type: text(commitSha),
      open: true,
      default: '',
      defaultText: "the event's commit",
      workflowOnly: true,
      doc: 'The commit that is released, if it is not the one that the event names.',
      details:
        'Set its full SHA, such as the output `commit` of `actions/checkout`. The report, the comment, the deployment and the description of the version name it; it does not choose what is released.',
    },
    environment: {
      type: text(environment),
      actionOnly: true,
      open: true,
      default: '',
      defaultText: 'none',
      doc: 'The GitHub environment of the release, such as `production`.',
      details:
        'GitHub shows the release as a deployment to it (in progress, success, failure or inactive). The token needs `deployments: write`.',
    },
    'environment-url': {
      type: url(webAddress),
      actionOnly: true,
      default: '',
      doc: 'The URL that GitHub shows next to the environment.',
    },
    'on-rollback': {
      type: choice('none', 'issue', 'revert-pull-request'),
      actionOnly: true,
      default: 'none',
      doc: 'What happens on GitHub after evidence against a release, such as its rollback.',
      details:
        '`issue`: an issue with what happened, who was affected, what broke and the commits, which the next good release closes. It needs `issues: write`. `revert-pull-request`: a draft pull request that reverts the one that was released. It needs `contents: write` and `pull-requests: write`. Neither follows a cancellation, a request, or a lack of evidence. See [after a rollback](docs/after-a-rollback.md).',
    },
    'notify-url': {
      type: url(notifyUrl),
      default: '',
      secret: true,
      member: 'notify',
      doc: 'An HTTPS address that receives an event after each traffic change and at the end.',
      details:
        'The event has the EventBridge format; chat tools show its text. The response never delays or affects the rollout.',
    },
    'github-token': {
      type: text(anyText),
      actionOnly: true,
      default: '',
      defaultText: "the job's own token",
      expression: '${{ github.token }}',
      workflowOnly: true,
      secret: true,
      doc: 'The token for the pull-request comment, comment commands and the deployment.',
      details:
        'It needs `pull-requests: write`, `deployments: write` if you set `environment`, and what `on-rollback` names.',
    },
  },
} as const satisfies InputGroup;
