// Inputs for which a role needs more than the release role of `init` may do.

import { listed } from '../base/listed.ts';

const PERMISSIONS_PAGE =
  'https://github.com/org/canary-action/blob/v1/docs/permissions.md#find-a-policy';

const NEED_MORE = [
  ...['smoke', 'pre-traffic-hook', 'step-hook', 'post-traffic-hook', 'shadow-stage', 'door'],
  ...['code', 'code-bucket', 'api-definition', 'keep-versions', 'first-release', 'stop-switch'],
];

/** @param configs the config files of the repository, which `init` keeps */
export function permissionsNote(configs: readonly string[]): string {
  const lines = configs.flatMap((text) => text.split('\n'));
  const used = NEED_MORE.filter((input) => lines.some((line) => line.startsWith(`${input}:`)));
  const forWhat =
    used.length > 0
      ? `${listed(used)}, which your config file sets`
      : 'smoke checks, probes, hooks, code, keep-versions, provisioned concurrency, or the access log of a stage';
  return `the release role can make the calls of a plain release, and read the logs of functions. It needs more for ${forWhat}: the third command prints the exact policy, and ${PERMISSIONS_PAGE} has all of them`;
}
