import type { InputGroup } from './declaration.ts';
import { dimension } from './fields.ts';
import { boolean, choice, listOf, map, text } from './input-types.ts';
import { PROMOTE_PARTS, promote, stageVariables } from './list-fields.ts';

export const stageInputs = {
  title: 'The canary of a stage',
  inputs: {
    'stage-variable-overrides': {
      type: map(stageVariables),
      default: '',
      only: 'stage',
      member: 'overrides',
      doc: "Stage variables that the canary sees instead of the stage's own, one name=value a line.",
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
      doc: 'What a promotion does.',
      details:
        '"deployment" (the stage takes the canary\'s), "variables" (the overrides become the stage\'s), "close" (the canary is removed).',
    },
    definition: {
      type: choice('draft', 'deployed'),
      default: 'draft',
      only: 'stage',
      doc: 'Which definition of the API the canary serves.',
      details:
        '"draft", a new deployment of the API\'s draft; or "deployed", the stage\'s own deployment with other stage variables.',
    },
    'route-guard': {
      type: choice('block', 'warn', 'off'),
      default: 'block',
      only: 'stage',
      doc: 'What to do when only one side of the canary has a route.',
      details:
        '"block", "warn" or "off". Such a route answers 403 to part of the users, at random.',
    },
    'invoke-permission': {
      type: choice('check', 'grant'),
      default: 'check',
      only: 'stage',
      doc: "API Gateway's permission to invoke the new version, and whatever else the canary calls.",
      details: '"check", stop when it is missing; or "grant", add it.',
    },
    'canary-metric-dimension': {
      type: text(dimension),
      default: '{stage}/Canary',
      only: 'stage',
      member: 'canaryDimension',
      doc: "The value of CloudWatch's Stage dimension under which the canary's requests are counted.",
    },
  },
} as const satisfies InputGroup;
