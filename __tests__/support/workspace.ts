// The folders of one job on a runner: the checkout, RUNNER_TEMP, a home of its own, and the files
// through which a step speaks to the runner.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Workspace {
  /** GITHUB_WORKSPACE: what the step has as its current directory. Empty at first. */
  readonly checkout: string;
  readonly temp: string;
  /** An empty home, so that nobody's ~/.aws takes part. */
  readonly home: string;
  /** Creates a fresh set of files for one step. */
  openStep(): StepFiles;
  /** Removes everything. */
  dispose(): void;
}

export interface StepFiles {
  readonly paths: Readonly<Record<StepFile, string>>;
  read(file: StepFile): string;
}

export type StepFile =
  | 'GITHUB_OUTPUT'
  | 'GITHUB_STATE'
  | 'GITHUB_ENV'
  | 'GITHUB_PATH'
  | 'GITHUB_STEP_SUMMARY';

const STEP_FILES: readonly StepFile[] = [
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
];

export function createWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'runner-'));
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const temp = folder('_temp');
  let steps = 0;
  return {
    checkout: folder('checkout'),
    temp,
    home: folder('home'),
    openStep: () => {
      steps += 1;
      return openStepFiles(folder(`_temp/_runner_file_commands/${steps}`));
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

function openStepFiles(folder: string): StepFiles {
  const paths = Object.fromEntries(
    STEP_FILES.map((file) => [file, join(folder, file.toLowerCase())]),
  ) as Record<StepFile, string>;
  for (const path of Object.values(paths)) writeFileSync(path, '');
  return { paths, read: (file) => readFileSync(paths[file], 'utf8') };
}
