// The folders of src/, in layers, and everything that each may import: other folders, packages and Node's own
// modules. Anything not listed is forbidden, including types. The linter's rules are generated from this table
// (`npx tsx tools/structure.ts --write`), and a test compares the code with it.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files of `base/` that a pure folder may import: the others read the clock or write. */
export const PURE_BASE = [
  'alarm-ref.ts',
  'assert.ts',
  'command-line.ts',
  'denial.ts',
  'duration.ts',
  'errors.ts',
  'foreign-text.ts',
  'partitions.ts',
  'instant.ts',
  'listed.ts',
  'log-event.ts',
  'minute-map.ts',
  'names-text.ts',
  'problems.ts',
  'quote.ts',
  'same.ts',
  'suggest.ts',
  'wrapped.ts',
  'without-secrets.ts',
];

/**
 * The files of `aws/` for any run, whatever its target. The others are the calls of certain kinds of target, and only
 * `targets/` may import them.
 */
export const SHARED_AWS = [
  'alarms.ts',
  'arns.ts',
  'aws-errors.ts',
  'call.ts',
  'caller-identity.ts',
  'clients.ts',
  'clock.ts',
  'credential-errors.ts',
  'log-events.ts',
  'log-quota.ts',
  'kept-minutes.ts',
  'metric-data.ts',
  'minute-series.ts',
  'renewed-session.ts',
  'role-session.ts',
  'sdk-settings.ts',
  'tagged-resources.ts',
];

const SDK = '@aws-sdk/*';
const CLOUDWATCH = '@aws-sdk/client-cloudwatch';
/** Hooks are Lambda functions, whatever the target is. */
const LAMBDA = '@aws-sdk/client-lambda';

export interface Folder {
  readonly name: string;
  readonly purpose: string;
  /** No I/O, clock, environment or randomness. */
  readonly pure?: true;
  /** Has subfolders, whose files may import its files and those of the `shared` subfolders. */
  readonly nested?: { readonly shared: readonly string[] };
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  /** The files of `aws/` that it may import besides the shared ones. */
  readonly aws?: readonly string[] | 'all';
}

/** The files of another folder that this one may import, if not all of them. */
export function filesFor(folder: Folder, other: string): readonly string[] | undefined {
  if (other === 'base' && folder.pure) return PURE_BASE;
  if (other !== 'aws' || folder.aws === 'all') return undefined;
  return [...SHARED_AWS, ...(folder.aws ?? [])];
}

/** Lowest layer first. */
export const FOLDERS: readonly Folder[] = [
  {
    name: 'base',
    purpose: 'What a standard library could contain; knows nothing of rollouts, AWS or GitHub.',
    imports: [],
    packages: ['fastest-levenshtein'],
  },
  {
    name: 'analysis',
    purpose: 'The statistics: given counts, is the canary worse?',
    pure: true,
    imports: ['base'],
    packages: [],
  },
  {
    name: 'templates',
    purpose: 'Templates, AppSpecs and what Terraform shows, to inputs.',
    pure: true,
    imports: ['base'],
    packages: ['smol-toml', 'yaml'],
  },
  {
    name: 'calendar',
    purpose: 'Release hours and freezes, in local time of any zone.',
    pure: true,
    imports: ['base'],
    packages: [],
  },
  {
    name: 'hcl',
    purpose: "Terraform's language to blocks and expressions, with their lines.",
    pure: true,
    imports: ['base'],
    packages: [],
  },
  {
    name: 'doctor',
    purpose:
      'How callers reach functions, from templates and from what AWS shows, and what to change.',
    pure: true,
    imports: ['base', 'templates', 'hcl'],
    packages: [],
  },
  {
    name: 'init',
    purpose: 'The files that init writes, from a diagnosis and the facts of a repository.',
    pure: true,
    imports: ['base', 'templates', 'hcl', 'doctor'],
    packages: ['yaml'],
  },
  {
    name: 'migrate',
    purpose: 'What another tool releases gradually, to the inputs and to the change of its file.',
    pure: true,
    imports: ['base', 'templates', 'doctor', 'init'],
    packages: ['yaml'],
  },
  {
    name: 'network',
    purpose: "Connections as the runner's environment says: proxies and certificates.",
    imports: ['base'],
    packages: [
      '@actions/http-client/lib/proxy',
      ...['node:fs', 'node:http', 'node:https', 'node:net', 'node:stream', 'node:tls'],
    ],
  },
  {
    name: 'logs',
    purpose: 'Lines of access logs and of Lambda to counts and kinds of failures.',
    pure: true,
    imports: ['base', 'analysis'],
    packages: [],
  },
  {
    name: 'aws',
    purpose: 'AWS calls, each with an error message and the permission it needs.',
    imports: ['base', 'network'],
    packages: [SDK, '@aws-sdk/core/protocols', '@smithy/core/*', '@smithy/types', 'node:crypto'],
  },
  {
    name: 'rollout',
    purpose: 'The domain: plan, stored state, traffic state, decision.',
    pure: true,
    imports: ['base', 'analysis'],
    packages: ['node:zlib'],
  },
  {
    name: 'checks',
    purpose: 'Smoke checks: what is sent to the new version alone, and what is expected of it.',
    pure: true,
    imports: ['base', 'analysis'],
    packages: [],
  },
  {
    name: 'report',
    purpose: 'One report to log line, comment, summary, JSON and page.',
    pure: true,
    imports: ['base', 'analysis', 'logs', 'rollout'],
    packages: [],
  },
  {
    name: 'inputs',
    purpose: 'What a user can configure; all problems at once, without AWS.',
    imports: ['base', 'analysis', 'calendar', 'rollout', 'checks', 'templates'],
    packages: ['yaml', 'node:fs', 'node:path'],
  },
  {
    name: 'resolve',
    purpose: 'What names stand for: in a stack, or in a file with outputs.',
    imports: ['base', 'inputs', 'aws'],
    packages: [],
    aws: ['stacks.ts'],
  },
  {
    name: 'monitor',
    purpose: 'Reads and judges alarms and counts, and returns what it observed.',
    imports: ['base', 'analysis', 'logs', 'rollout', 'inputs', 'aws'],
    packages: [CLOUDWATCH],
    aws: ['tagged-resources.ts'],
  },
  {
    name: 'github',
    purpose: 'GitHub as a service: event, pull request, deployment, log, cancellation, OIDC.',
    imports: ['base', 'network', 'rollout', 'report', 'inputs', 'aws'],
    packages: [
      ...['@actions/*', '@actions/github/lib/utils', '@actions/http-client/lib/auth'],
      ...['node:fs', 'node:os'],
    ],
  },
  {
    name: 'gitlab',
    purpose: 'GitLab as a service: the comment on a merge request.',
    imports: ['base', 'network'],
    packages: ['node:http', 'node:https'],
  },
  {
    name: 'hooks',
    purpose: "The user's own checks: a Lambda function or a URL.",
    imports: ['base', 'network', 'analysis', 'rollout', 'report', 'inputs', 'aws'],
    packages: [LAMBDA, 'node:crypto', 'node:http', 'node:https'],
  },
  {
    name: 'smoke',
    purpose: 'Sends smoke checks to one version alone: over HTTP, or by invoking it.',
    imports: [
      ...['base', 'network', 'analysis', 'rollout', 'checks', 'report', 'inputs', 'aws', 'hooks'],
    ],
    packages: ['node:crypto', 'node:http', 'node:https', 'node:stream', 'node:zlib'],
    aws: ['sign-request.ts'],
  },
  {
    name: 'gates',
    purpose: 'What keeps a release from going further: release hours, freezes, a stop of all.',
    imports: ['base', 'calendar', 'rollout', 'inputs', 'aws', 'github'],
    packages: [CLOUDWATCH],
    aws: ['parameters.ts'],
  },
  {
    name: 'comments',
    purpose: '/canary commands on a pull request.',
    imports: ['base', 'analysis', 'rollout', 'report', 'inputs', 'github'],
    packages: [],
  },
  {
    name: 'packaging',
    purpose: 'The bytes of code to upload: a ZIP file, or a folder that always gives the same one.',
    imports: ['base', 'inputs'],
    packages: ['fflate', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    name: 'targets',
    purpose: 'Where a weight is set: one folder for each kind of target.',
    nested: { shared: ['lambda'] },
    imports: [
      ...['base', 'analysis', 'doctor', 'logs', 'rollout', 'checks', 'report', 'inputs', 'aws'],
      ...['monitor', 'packaging'],
    ],
    packages: [SDK, 'node:crypto'],
    aws: 'all',
  },
  {
    name: 'survey',
    purpose: 'What the doctor reads: a checkout, and an account.',
    imports: ['base', 'templates', 'hcl', 'doctor', 'aws', 'targets'],
    packages: ['@aws-sdk/*', 'node:fs', 'node:path'],
    aws: 'all',
  },
  {
    name: 'preflight',
    purpose: 'Everything that can be known before anything is changed.',
    imports: [
      ...['base', 'analysis', 'logs', 'rollout', 'checks', 'inputs', 'aws', 'monitor', 'targets'],
    ],
    packages: [CLOUDWATCH, LAMBDA],
    aws: ['lambda-client.ts', 'lambda-probes.ts', 'probes.ts', 'tagged-resources.ts'],
  },
  {
    name: 'controller',
    purpose: 'The loop: observe, decide, act.',
    imports: [
      ...['base', 'analysis', 'logs', 'rollout', 'report', 'aws', 'monitor', 'hooks'],
      ...['comments', 'targets'],
    ],
    packages: [],
  },
  {
    name: 'run',
    purpose: 'One run put together: what it was given, its services, its reports.',
    imports: [
      ...['base', 'analysis', 'aws', 'rollout', 'checks', 'report', 'inputs', 'monitor', 'github'],
      ...['hooks', 'smoke', 'gates', 'comments', 'targets', 'controller'],
    ],
    packages: [],
  },
  {
    name: 'commands',
    purpose: 'One file for each command, and what several of them share.',
    imports: [
      ...['base', 'analysis', 'aws', 'rollout', 'checks', 'report', 'inputs', 'monitor', 'github'],
      ...['hooks', 'gates', 'comments', 'targets', 'preflight', 'controller', 'run'],
    ],
    packages: [],
  },
  {
    name: 'action',
    purpose: 'GitHub Actions as the host: environment, main step, post step, outputs.',
    imports: [
      ...['base', 'network', 'rollout', 'report', 'inputs', 'aws', 'github', 'hooks', 'targets'],
      ...['controller', 'run', 'commands', 'resolve'],
    ],
    packages: ['@actions/core', 'node:crypto', 'node:fs', 'node:os', 'node:path'],
  },
  {
    name: 'cli',
    purpose: 'A command line as the host: flags, the identity of a CI run, exit codes, files.',
    imports: [
      ...['base', 'network', 'rollout', 'report', 'inputs', 'aws', 'github', 'gitlab', 'hooks'],
      ...['targets', 'run', 'commands', 'resolve', 'hcl', 'doctor', 'survey', 'init'],
      ...['migrate', 'templates'],
    ],
    packages: [
      ...['node:child_process', 'node:crypto', 'node:fs', 'node:os', 'node:path', 'node:url'],
      'node:readline/promises',
    ],
  },
];

/** The entry points, which are the only files in the root of src/. */
export const ENTRIES: readonly { readonly file: string; readonly imports: readonly string[] }[] = [
  { file: 'main.ts', imports: ['action', 'cli'] },
];

/** The layer of every folder: one more than the highest that it may import. */
export function layers(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { name, imports } of FOLDERS) {
    const below = imports.map((other) => {
      const layer = found.get(other);
      if (layer === undefined) throw new Error(`${name} imports ${other}, which comes after it`);
      return layer;
    });
    found.set(name, 1 + Math.max(0, ...below));
  }
  return found;
}

/** The linter's settings for some files. */
interface Override {
  readonly includes: readonly string[];
  readonly linter: object;
}

/** The linter's override for each folder and for the entry points. */
function overrides(): readonly Override[] {
  return [...FOLDERS.map(folderRule), ...ENTRIES.map(entryRule)];
}

function folderRule(folder: Folder): Override {
  const { name, nested, imports, packages } = folder;
  const reach = (path: string) => (nested ? [`!../${path}`, `!../../${path}`] : [`!../${path}`]);
  const allowed = imports.flatMap((other) =>
    (filesFor(folder, other) ?? ['**']).flatMap((file) => reach(`${other}/${file}`)),
  );
  const shared = nested?.shared.map((other) => `!../${other}/**`) ?? [];
  const own = nested ? ['!./**', '!../*.ts', ...shared] : ['!./**'];
  const group = ['**', ...own, ...allowed, ...packages.map((each) => `!${each}`)];
  const message = `${name}/ may import ${list([...imports, ...packages])}. See tools/structure.ts.`;
  return rule(`src/${name}/**`, group, message);
}

function entryRule({ file, imports }: (typeof ENTRIES)[number]): Override {
  const group = ['**', ...imports.map((name) => `!./${name}/**`)];
  return rule(`src/${file}`, group, `${file} may import ${list(imports)}. See tools/structure.ts.`);
}

function rule(includes: string, group: readonly string[], message: string): Override {
  const noRestrictedImports = { level: 'error', options: { patterns: [{ group, message }] } };
  return { includes: [includes], linter: { rules: { style: { noRestrictedImports } } } };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing outside itself' : names.join(', ');
}

/** The linter's settings with the overrides of src/ as this table has them. */
export function withOverrides<S extends { readonly overrides: readonly Override[] }>(
  settings: S,
): S {
  const others = settings.overrides.filter(({ includes }) => !includes[0]?.startsWith('src/'));
  return { ...settings, overrides: [...overrides(), ...others] };
}

/** The page with the table of the folders between its two markers. */
export function withFolders(page: string): string {
  const [begin, end] = ['<!-- folders begin -->', '<!-- folders end -->'];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`the page has no markers ${begin} and ${end}`);
  return `${before}${begin}\n\n${folderTable()}\n\n${end}${after}`;
}

function folderTable(): string {
  const layer = layers();
  const rows = FOLDERS.map(({ name, purpose, pure, imports, packages }) => {
    const others = packages.map((each) => `\`${each}\``);
    const allowed = [...imports, ...others].join(', ') || 'nothing';
    return `| \`${name}/\` | ${layer.get(name)} | ${pure ? '*Pure.* ' : ''}${purpose} | ${allowed} |`;
  });
  const entries = ENTRIES.map(
    ({ file, imports }) =>
      `| \`${file}\` | ${1 + Math.max(...layer.values())} | The entry point of both steps and of the command line. | ${imports.join(', ')} |`,
  );
  const head = ['| in `src/` | layer | what it is for | may import |', '|---|---|---|---|'];
  return [...head, ...rows, ...entries].join('\n');
}

if (process.argv[2] === '--write') {
  const file = fileURLToPath(new URL('../biome.json', import.meta.url));
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(withOverrides(settings), undefined, 2)}\n`);
}
