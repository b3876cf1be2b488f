import type { InputGroup } from './declaration.ts';
import { hookSecret, hooks, hookTimeout } from './hook-fields.ts';
import { list, text, timeOf } from './input-types.ts';
import { hookNames } from './names.ts';
import { smokeChecks } from './smoke-fields.ts';

const hookList = list((text, region) => hooks(region)(text));

export const hookInputs = {
  title: 'Hooks',
  inputs: {
    smoke: {
      type: smokeChecks,
      default: '',
      combined: true,
      doc: 'Requests to the new version alone, and their expected responses, as YAML.',
      details:
        'A list of checks with `path` or `event`, and `expect`; each runs `before` any user is served, at the end of `each-step`, or `after` the promotion. If a check fails, the release ends or is rolled back. See [smoke checks](docs/smoke.md).',
    },
    'pre-traffic-hook': {
      type: hookList,
      default: '',
      combined: true,
      names: hookNames,
      doc: 'Runs after the canary is prepared and before it receives traffic.',
      details:
        'Set a Lambda function (`NAME`, `NAME:ALIAS` or ARN) or an HTTPS address; write several hooks one per line. If a hook fails, the release ends before any user is served.',
    },
    'step-hook': {
      type: hookList,
      default: '',
      combined: true,
      names: hookNames,
      doc: 'Runs at the end of each step, before the next weight or the promotion.',
      details: 'If a hook fails, the release is rolled back.',
    },
    'post-traffic-hook': {
      type: hookList,
      default: '',
      combined: true,
      names: hookNames,
      doc: 'Runs after the promotion: when the bake begins, or with a `hold-back` when it is over.',
      details: 'If a hook fails, the release is rolled back.',
    },
    'hook-timeout': {
      type: timeOf(hookTimeout),
      default: '60s',
      combined: true,
      doc: 'How long a hook may run, from `1s` to `15m`.',
    },
    'hook-secret': {
      type: text(hookSecret),
      default: '',
      workflowOnly: true,
      secret: true,
      combined: true,
      doc: 'The key that signs requests to hook addresses and to `notify-url`.',
      details:
        'At least 8 characters in one line. The signature is in the header `x-canary-signature` (HMAC-SHA-256).',
    },
  },
} as const satisfies InputGroup;
