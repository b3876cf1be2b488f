// The versions of Lambda functions, as Lambda shows them.

import { accountOf, type Place, versionArn } from '../../aws/arns.ts';
import { type FunctionCalls, readArn } from '../../aws/functions.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import type { VersionReads } from '../target.ts';
import type { NewCodes } from './new-code.ts';

/** @param codes the code in the inputs, which a release would publish in place of that of `$LATEST` */
export function versionReads(
  functions: FunctionCalls<'normal'>,
  place: Place,
  codes: NewCodes,
): VersionReads {
  return {
    readVersion: async (name, version) => {
      const reading = await functions.read(name, version);
      const code = version === undefined ? await codes.read(name) : undefined;
      return (
        reading && {
          description: reading.description,
          digest: code?.codeSha256 ?? reading.codeSha256,
          settings: reading.settings,
        }
      );
    },
    readArns: (changes) => readArns(functions, place, changes),
  };
}

/** All functions of a rollout belong to one account, so any of them shows it. */
async function readArns(
  functions: FunctionCalls<'normal'>,
  place: Place,
  changes: readonly FunctionChange[],
): Promise<ReadonlyMap<string, string>> {
  const [first] = changes;
  if (!first) return new Map();
  const account = accountOf(await readArn(functions, first.name));
  return new Map(changes.map(({ name, to }) => [name, versionArn(place, account, name, to)]));
}
