// The AWS CLI, in processes that start faster where it is a Python package.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Ended, find, run } from '../command.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface OpenCli {
  /** Runs `aws …words`. */
  run(words: readonly string[]): Promise<Ended>;
  close(): void;
}

const SERVE = fileURLToPath(new URL('./serve.py', import.meta.url));

/**
 * @param program the path of `aws`
 * @param version what it says of its version
 */
export async function openCli(program: string, version: string, env: Variables): Promise<OpenCli> {
  const python = find('python3');
  if (python !== undefined && (await hasCli(python, version, env))) return serve(python, env);
  return { run: (words) => run(program, words, { env }), close: () => undefined };
}

/** Whether the `aws` of this version is a package of this Python. */
async function hasCli(python: string, version: string, env: Variables): Promise<boolean> {
  const asked = 'import awscli.clidriver; print(awscli.__version__)';
  const { code, stdout } = await run(python, ['-c', asked], { env });
  return code === 0 && version.startsWith(`aws-cli/${stdout.trim()} `);
}

/** One command after the other. */
function serve(python: string, env: Variables): OpenCli {
  const child = spawn(python, [SERVE], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (words: readonly string[]): Promise<Ended> => {
    child.stdin.write(`${JSON.stringify(words)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`${SERVE} ended before it had answered: aws ${words.join(' ')}`);
    return JSON.parse(value) as Ended;
  };
  return {
    run: (words) => {
      const answer = last.then(() => ask(words));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
