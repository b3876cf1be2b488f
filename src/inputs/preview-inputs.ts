import type { InputGroup } from './declaration.ts';
import { choice, list, time } from './input-types.ts';
import { stageNames } from './list-fields.ts';
import { namesOf } from './names.ts';

export const previewInputs = {
  title: 'Previews',
  inputs: {
    preview: {
      type: choice('stage', 'canary'),
      default: 'stage',
      doc: 'What the command `preview` creates for a pull request.',
      details:
        '`stage`: a separate stage `pr-NUMBER` with the variables of `stage-name`; that stage does not change. The new stage has only its default address, and is in no usage plan, so routes that require an API key answer 403 until you add it to one. `canary`: a canary on the stage itself, at the first weight of `steps`, monitored and never promoted. Each push updates the preview. Closing the pull request removes it.',
    },
    'preview-limit': {
      type: choice('oldest', 'refuse'),
      default: 'refuse',
      doc: 'What to do if the API has no room for another stage.',
      details: "`refuse`: stop. `oldest`: remove this repository's least recently updated preview.",
    },
    'preview-age': {
      type: time,
      default: '336h',
      member: 'previewAgeSeconds',
      doc: 'The command `sweep` removes previews that have not been updated for this long.',
    },
    'protected-stages': {
      type: list(stageNames),
      default: 'prod, production, live',
      names: namesOf('API stage'),
      doc: 'Stages that previews must not change, separated by commas or line breaks.',
    },
  },
} as const satisfies InputGroup;
