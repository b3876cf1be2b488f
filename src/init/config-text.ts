// The config file of a release.

import { alarmsOf } from './planned-alarms.ts';
import type { Release } from './releases.ts';

const SCHEMA = 'https://raw.githubusercontent.com/org/canary-action/v1/docs/config.schema.json';

/** What a config file begins with: the schema, by which editors complete its names. */
export function configHead(origin = ''): readonly string[] {
  const from = origin === '' ? '' : `: ${origin}`;
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# What is released, and how${from}. The names are those of the action's inputs.`,
  ];
}

/** One file if there is one release, else one for each. */
export function configPaths(releases: readonly Release[]): readonly string[] {
  if (releases.length <= 1) return releases.map(() => '.github/canary.yml');
  return releases.map(({ mode }, i) => {
    const name = mode.kind === 'alias' ? mode.alias : mode.stage;
    return `.github/canary/${i + 1}-${name.replace(/[^\w-]/g, '-')}.yml`;
  });
}

export function configText(release: Release): string {
  const { mode, functions, stack } = release;
  const target =
    mode.kind === 'alias'
      ? [`functions: ${list(functions.map(({ input }) => input))}`, `alias: ${scalar(mode.alias)}`]
      : [
          `rest-api-id: ${scalar(mode.api)}`,
          `stage-name: ${scalar(mode.stage)}`,
          `functions: ${list(functions.map(({ input }) => input))}`,
          '# Each new version gets the permission to be called by the API.',
          'invoke-permission: grant',
        ];
  return `${configHead().join('\n')}
${stack === undefined ? '' : `# The names below are logical IDs of this stack.\nstack: ${scalar(stack)}\n`}${target.join('\n')}
# % of the traffic, and for how long. Ask "command: plan" what each step can find with your traffic.
steps: 5%/5m, 25%/10m, 50%/10m
alarms:
${alarmsOf(release)
  .map(({ name }) => `  - ${scalar(name)}`)
  .join('\n')}
job-timeout: 60m
`;
}

function list(items: readonly string[]): string {
  return `[${items.map(scalar).join(', ')}]`;
}

/** Quoted where YAML would read something else. */
export function scalar(text: string): string {
  const plain =
    /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
