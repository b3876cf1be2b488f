// The input `api-definition`: an OpenAPI file of the checkout.

import { quote } from '../base/quote.ts';
import type { ApiDefinition, AwsNames } from '../templates/open-api.ts';
import { readCheckoutFile } from './checkout-file.ts';

export interface DefinitionFile {
  readonly path: string;
  /** Where paths lead from. */
  readonly workspace: string;
}

/** API reference, PutRestApi: the largest body. */
const MAX_BYTES = 6 * 1024 * 1024;

/** @returns its text, or what is wrong with the file */
export function readDefinitionText({
  path,
  workspace,
}: DefinitionFile): { readonly text: string } | { readonly problem: string } {
  const file = readCheckoutFile(path, workspace, MAX_BYTES);
  return 'text' in file ? file : { problem: `api-definition ${quote(path)}: ${file.problem}` };
}

/** Adds every error to the problems, with line and column; `undefined` if there are any. */
export async function parseDefinition(
  { path }: DefinitionFile,
  text: string,
  names: AwsNames,
  problems: string[],
): Promise<ApiDefinition | undefined> {
  const { readOpenApi } = await import('../templates/open-api.ts');
  const read = await readOpenApi(text, names);
  if (read.kind === 'definition') return read.definition;
  const isPlaced = (problem: string) => /^\d+:\d+: /.test(problem);
  problems.push(
    ...read.problems.map(
      (problem) => `api-definition ${path}:${isPlaced(problem) ? '' : ' '}${problem}`,
    ),
  );
  return undefined;
}
