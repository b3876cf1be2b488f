import type { InputGroup } from './declaration.ts';
import { anyText, shadowStage } from './fields.ts';
import { hooks, hookTimeout } from './hook-fields.ts';
import { booleanOr, list, text, timeOf } from './input-types.ts';

const hookList = list((text, region) => hooks(region)(text));

export const hookInputs = {
  title: 'Hooks',
  inputs: {
    'pre-traffic-hook': {
      type: hookList,
      default: '',
      combined: true,
      doc: 'Asked when all is prepared and before any user is served the new version.',
      details:
        'A Lambda function (NAME, NAME:ALIAS or ARN) or an https address; several go one a line. If one fails, the release ends there.',
    },
    'shadow-stage': {
      type: booleanOr(shadowStage),
      default: 'false',
      only: 'stage',
      combined: true,
      doc: 'A stage for the pre-traffic hook, before any user is served.',
      details:
        '"true", or a name, makes a stage of the canary\'s own deployment and variables, tells the hook its address, and removes it before any user is served.',
    },
    'step-hook': {
      type: hookList,
      default: '',
      combined: true,
      doc: 'Asked when a step is over, before the next weight and before the promotion.',
      details: 'If it fails, the release is taken back.',
    },
    'post-traffic-hook': {
      type: hookList,
      default: '',
      combined: true,
      doc: 'Asked after the promotion, when the bake begins.',
      details: 'If it fails, the release is taken back.',
    },
    'hook-timeout': {
      type: timeOf(hookTimeout),
      default: '60s',
      combined: true,
      doc: 'How long a hook may take, from 1s to 15m.',
    },
    'hook-secret': {
      type: text(anyText),
      default: '',
      workflowOnly: true,
      secret: true,
      combined: true,
      doc: 'Signs what goes to hooks behind an address and to notify-url.',
      details: 'In the header x-canary-signature (HMAC-SHA-256).',
    },
  },
} as const satisfies InputGroup;
