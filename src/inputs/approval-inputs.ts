import { approvalWeights, approvers, door } from './approval-fields.ts';
import type { InputGroup } from './declaration.ts';
import { booleanOr, list, text } from './input-types.ts';

export const approvalInputs = {
  title: 'Approvals',
  inputs: {
    'approve-at': {
      type: list(approvalWeights),
      default: '',
      defaultText: 'no approval',
      combined: true,
      doc: 'The weights before which a person must approve, such as `50%` or `0%, 50%`.',
      details:
        'Before such a weight, the run ends as `held`, and the comment shows the numbers. `/canary promote` (or `command: promote`) approves, and the release continues with its plan; `/canary rollback` rolls back. `0%`: before any user is served. `100%`: before the promotion. See [Approvals](docs/approvals.md).',
    },
    approvers: {
      type: text(approvers, { pattern: '^(CODEOWNERS[ :]|@)' }),
      actionOnly: true,
      default: '',
      defaultText: 'everybody with write access',
      combined: true,
      doc: 'Whose approval counts: `CODEOWNERS PATH`, or people and teams such as `@octo-org/releases`.',
      details:
        '`CODEOWNERS services/orders`: the owners of that path on the branch that the pull request is merged into, which needs `contents: read`. Teams need a `github-token` with `read:org`.',
    },
    door: {
      type: booleanOr(door),
      default: 'false',
      doc: 'Whether the release first waits at 0% and shows how to reach the new version.',
      details:
        'Set it with `command: start`, or with `approve-at: 0%`. On a stage, the release creates a shadow stage with its own URL, until the first step or a rollback. For an alias, it shows the command that invokes the version. With a custom domain name, such as `api.example.com`, it also shows the routing rule that sends requests with a certain header there. See [Approvals](docs/approvals.md#a-door-to-the-new-version).',
    },
  },
} as const satisfies InputGroup;
