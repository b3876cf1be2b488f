import type { InputGroup } from './declaration.ts';
import { anyText } from './fields.ts';
import { notifyUrl } from './hook-fields.ts';
import { boolean, choice, text, url } from './input-types.ts';
import { environment, webAddress } from './list-fields.ts';

export const reportInputs = {
  title: 'Reporting',
  inputs: {
    comment: {
      type: boolean,
      default: 'true',
      doc: 'Whether to write one comment to the pull request.',
    },
    feedback: {
      type: choice('report', 'hold'),
      default: 'report',
      doc: 'What a 👎 on the comment by somebody with write access does.',
      details:
        '"report", it stands in the report; or "hold", the release goes no further by itself.',
    },
    environment: {
      type: text(environment),
      default: '',
      defaultText: 'none',
      doc: 'A GitHub environment, such as production.',
      details:
        'The release is shown as a deployment to it (in progress, success, failure, inactive). The token needs deployments write.',
    },
    'environment-url': {
      type: url(webAddress),
      default: '',
      doc: 'The address that GitHub shows beside the environment.',
    },
    'notify-url': {
      type: url(notifyUrl),
      default: '',
      secret: true,
      member: 'notify',
      doc: 'An https address that is sent an event after each change of the traffic and at the end.',
      details:
        "The event is shaped as EventBridge's; chats show its text. Nobody waits for its answer, and it decides nothing.",
    },
    'github-token': {
      type: text(anyText),
      default: '',
      defaultText: "the job's own token",
      expression: '${{ github.token }}',
      workflowOnly: true,
      secret: true,
      doc: 'For the comment and the deployment.',
      details: 'It needs pull-requests write and deployments write.',
    },
  },
} as const satisfies InputGroup;
