import type { InputGroup } from './declaration.ts';
import { choice, list, time } from './input-types.ts';
import { stageNames } from './list-fields.ts';

export const previewInputs = {
  title: 'Previews',
  inputs: {
    preview: {
      type: choice('stage', 'canary'),
      default: 'stage',
      doc: 'What the command preview makes of a pull request.',
      details:
        '"stage", a stage pr-NUMBER of its own with the variables of stage-name, which is not touched; or "canary", the first of the steps on the stage, judged and never promoted. A later push brings it up to date; it is removed when the pull request closes.',
    },
    'preview-limit': {
      type: choice('oldest', 'refuse'),
      default: 'refuse',
      doc: 'What to do when the API has no room for another stage.',
      details:
        '"refuse", or "oldest", the preview that was brought up to date longest ago makes room.',
    },
    'preview-age': {
      type: time,
      default: '336h',
      member: 'previewAgeSeconds',
      doc: 'With command sweep, previews that were not brought up to date for so long go.',
    },
    'protected-stages': {
      type: list(stageNames),
      default: 'prod, production, live',
      doc: 'Stages that no preview may touch, separated by commas or lines.',
    },
  },
} as const satisfies InputGroup;
