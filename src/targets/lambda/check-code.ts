// Compares the code to release with the hash that the deploying step printed.

import type { FunctionInput } from '../../inputs/values.ts';

type WantedCode = Pick<FunctionInput, 'name' | 'version' | 'codeSha256' | 'code'>;

/** @returns the problem; `undefined` if no hash is requested, or the code has it */
export function wrongCode(
  { name, version, codeSha256, code }: WantedCode,
  reading: { readonly codeSha256: string },
): string | undefined {
  if (codeSha256 === undefined || codeSha256 === reading.codeSha256) return undefined;
  if (code) {
    return `code-sha256: ${code.source.text} of "${name}" has the hash ${reading.codeSha256}; expected ${codeSha256}. It is not what the building step made, or that step is not reproducible`;
  }
  const what = version === undefined ? '$LATEST' : `version ${version}`;
  return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}
