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
        'With `command: start`, or with `approve-at: 0%`. A stage gets a shadow stage with an address of its own until the first step or a rollback; for an alias, the command to invoke the version is shown. A custom domain name, such as `api.example.com`, also shows the routing rule by which a header leads there. See [Approvals](docs/approvals.md#a-door-to-the-new-version).',
    },
  },
} as const satisfies InputGroup;
