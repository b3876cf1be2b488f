// Workflow commands: how a step talks to the runner. The functions have the names of those in `@actions/core`, and
// a test compares their effects. That package loads an HTTP client, which takes far longer than refusing an input.

import { appendFileSync, existsSync } from 'node:fs';
import { EOL } from 'node:os';

/** Masks a text in everything that is logged from now on. */
export function setSecret(secret: string): void {
  issue('add-mask', secret);
}

/** Fails the step, with an annotation. */
export function setFailed(message: string): void {
  process.exitCode = 1;
  error(message);
}

export function error(message: string): void {
  issue('error', message);
}

export function warning(message: string): void {
  issue('warning', message);
}

export function notice(message: string): void {
  issue('notice', message);
}

/** Writes to the log. The runner executes what looks like a command. */
export function info(text: string): void {
  process.stdout.write(text + EOL);
}

export function startGroup(title: string): void {
  issue('group', title);
}

export function endGroup(): void {
  issue('endgroup', '');
}

export function setOutput(name: string, value: string): void {
  set('GITHUB_OUTPUT', 'set-output', name, value);
}

/** Saves a text for the post step. */
export function saveState(name: string, value: string): void {
  set('GITHUB_STATE', 'save-state', name, value);
}

/** What the main step saved; empty if nothing. */
export function getState(name: string): string {
  return process.env[`STATE_${name}`] ?? '';
}

/** Appends to a file of the runner. Outside of a job there is none, and the value goes to the log. */
function set(variable: string, command: string, name: string, value: string): void {
  const file = process.env[variable];
  if (!file) {
    issue(`${command} name=${name}`, value);
    return;
  }
  if (!existsSync(file)) throw new Error(`Missing file at path: ${file}`);
  const end = delimiterOf(value);
  appendFileSync(file, [`${name}<<${end}`, value, end, ''].join(EOL));
}

/** A line that the value does not contain, so that no value ends early and sets another one. */
function delimiterOf(value: string): string {
  let delimiter = 'END';
  while (value.includes(delimiter)) delimiter += delimiter;
  return delimiter;
}

/** A line that the runner executes; the message may have several lines. */
function issue(command: string, message: string): void {
  const escaped = message.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  info(`::${command}::${escaped}`);
}
