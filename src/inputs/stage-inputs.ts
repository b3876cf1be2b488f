import type { InputGroup } from './declaration.ts';
import { dimension } from './fields.ts';
import { boolean, choice, listOf, map, text } from './input-types.ts';
import { PROMOTE_PARTS, promote, stageVariables } from './list-fields.ts';

export const stageInputs = {
  title: 'Stage canary',
  inputs: {
    'stage-variable-overrides': {
      type: map(stageVariables),
      default: '',
      only: 'stage',
      member: 'overrides',
      doc: "Stage variables that the canary uses instead of the stage's own, one `name=value` per line.",
    },
    'use-stage-cache': {
      type: boolean,
      default: 'false',
      only: 'stage',
      doc: "Whether the canary uses the stage's cache.",
    },
    promote: {
      type: listOf(PROMOTE_PARTS, promote),
      default: 'deployment, variables, close',
      defaultText: 'all three',
      only: 'stage',
      doc: 'What a promotion changes on the stage.',
      details:
        "`deployment`: the stage takes the canary's deployment. `variables`: the stage takes the overrides. `close`: the canary is removed.",
    },
    definition: {
      type: choice('draft', 'deployed'),
      default: 'draft',
      only: 'stage',
      doc: 'The API definition that the canary serves.',
      details:
        "`draft`: a new deployment of the API draft. `deployed`: the stage's current deployment with different stage variables.",
    },
    'route-guard': {
      type: choice('block', 'warn', 'off'),
      default: 'block',
      only: 'stage',
      doc: 'What to do if a route exists only on the stage or only on the canary.',
      details:
        '`block`: stop. `warn`: report it and continue. `off`: do not check. Such a route returns 403 to some users at random.',
    },
    'invoke-permission': {
      type: choice('check', 'grant'),
      default: 'check',
      only: 'stage',
      doc: 'What to do if API Gateway lacks permission to invoke the new version.',
      details:
        '`check`: stop. `grant`: add the permission. This also applies to other functions that the canary calls.',
    },
    'canary-metric-dimension': {
      type: text(dimension),
      default: '{stage}/Canary',
      only: 'stage',
      member: 'canaryDimension',
      doc: "The value of the CloudWatch `Stage` dimension that counts the canary's requests.",
      details: 'The action replaces `{stage}` with the stage name.',
    },
  },
} as const satisfies InputGroup;
