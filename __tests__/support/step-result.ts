// What a step left behind, read as the runner reads it.

import { FileCommandError, parseFileCommands } from './file-commands.ts';
import { maskLog, parseWorkflowCommands, type WorkflowCommand } from './workflow-commands.ts';
import type { StepFile, StepFiles } from './workspace.ts';

export interface StepResult {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /**
   * Standard output and error as they came, secrets masked as the runner masks them. Lines that the action wrapped are
   * whole, so that a sentence is found wherever it was wrapped; also one that must not be there.
   */
  readonly log: string;
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Variables set for the steps after it. */
  readonly env: Readonly<Record<string, string>>;
  /** Markdown; empty when the runner refused it for its size. */
  readonly summary: string;
  /** What the runner itself objects to: unknown inputs, unreadable files, a summary too long. */
  readonly complaints: readonly string[];
}

/** Bytes; the runner drops a longer step summary as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;

export interface StepEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly files: StepFiles;
  /** Inputs that were given and that action.yml does not know. */
  readonly unexpected: readonly string[];
}

export function readStep(end: StepEnd): StepResult {
  const complaints: string[] = [];
  if (end.unexpected.length > 0) {
    complaints.push(`Unexpected input(s) ${end.unexpected.map((name) => `'${name}'`).join(', ')}`);
  }
  const values = (file: StepFile) => {
    try {
      return parseFileCommands(end.files.read(file));
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      complaints.push(`Unable to process file command '${file}': ${error.message}`);
      return {};
    }
  };
  const commands = parseWorkflowCommands(end.log);
  return {
    exitCode: end.code,
    signal: end.signal,
    log: unwrapped(maskLog(end.log, commands)),
    commands,
    outputs: values('GITHUB_OUTPUT'),
    state: values('GITHUB_STATE'),
    env: values('GITHUB_ENV'),
    summary: readSummary(end.files, complaints),
    complaints,
  };
}

/** The action indents what continues a line by four spaces. */
function unwrapped(log: string): string {
  return log.replace(/\n {4}(?=\S)/g, ' ');
}

function readSummary(files: StepFiles, complaints: string[]): string {
  const text = files.read('GITHUB_STEP_SUMMARY');
  const size = Buffer.byteLength(text);
  if (size <= SUMMARY_LIMIT) return text;
  const kilobytes = Math.ceil(size / 1024);
  complaints.push(`$GITHUB_STEP_SUMMARY upload aborted, supports up to 1024k, got ${kilobytes}k`);
  return '';
}
