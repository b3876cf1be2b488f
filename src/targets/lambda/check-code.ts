// Compares the code to release with the hash that the deploying step printed.

import type { FunctionInput } from '../../inputs/values.ts';

/** @returns the problem; `undefined` if no hash is requested, or the code has it */
export function wrongCode(
  { name, version, codeSha256 }: Pick<FunctionInput, 'name' | 'version' | 'codeSha256'>,
  reading: { readonly codeSha256: string },
): string | undefined {
  if (codeSha256 === undefined || codeSha256 === reading.codeSha256) return undefined;
  const what = version === undefined ? '$LATEST' : `version ${version}`;
  return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}
