// The flags of the command `comment`.

import type { FlagGroup } from './cli-command.ts';

export const COMMENT_FLAGS: readonly FlagGroup[] = [
  {
    title: 'Comment',
    flags: [
      {
        name: 'report',
        value: 'FILE.json',
        doc: 'The report that a command wrote with --report, or the output report of the action.',
      },
      {
        name: 'number',
        value: 'NUMBER',
        doc: 'The merge request or pull request. Default: that of the CI job, otherwise the one that brought the commit of the report.',
      },
      {
        name: 'repository',
        value: 'GROUP/NAME',
        doc: 'The project or repository. Default: that of the CI job, otherwise that of the report.',
      },
      {
        name: 'on-rollback',
        value: 'none|issue|revert-pull-request',
        doc: 'What else to write on GitHub after evidence against the release, and whether to close earlier issues after a good one. Default: none.',
      },
      {
        name: 'api-url',
        value: 'URL',
        doc: 'The address of the API. Default: CI_API_V4_URL or GITHUB_API_URL, otherwise gitlab.com or github.com.',
      },
      {
        name: 'gitlab-token',
        value: 'TOKEN',
        secret: true,
        doc: 'A project access token with the scope api. Default: GITLAB_TOKEN. The job token CI_JOB_TOKEN may not write comments.',
      },
      {
        name: 'github-token',
        value: 'TOKEN',
        secret: true,
        doc: 'A token with pull-requests: write. Default: GITHUB_TOKEN.',
      },
    ],
  },
];
