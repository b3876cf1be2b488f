// Which version a run releases of a function. Preflight decides it, so that the plan and the release agree, and
// publishing is bound to what preflight read.

import type { FunctionReading } from '../../aws/functions.ts';
import { isSameContent, type VersionContent } from '../../aws/version-content.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import type { FunctionToRelease } from '../target.ts';
import type { NewCode } from './new-code.ts';

/** A function to release, and `$LATEST` as preflight read it. */
export type LambdaRelease = FunctionToRelease &
  (
    | {
        readonly version: string;
        /** `undefined`: the inputs name the version, so `$LATEST` does not matter. */
        readonly latest?: VersionContent | undefined;
      }
    | {
        readonly version: undefined;
        readonly latest: VersionContent;
        /** Code to upload over it first; `undefined`: it is what is released. */
        readonly upload?: NewCode | undefined;
      }
  );

/**
 * A number alone shows nothing: after an update that changed nothing, AWS may give a new one (getmoto/moto#8379). So
 * `$LATEST` is compared with the version that serves, and is published only if they differ.
 *
 * @param from the version that serves now; empty: none
 * @param latest `$LATEST`
 * @param serving the content of `from`; `undefined`: it is not known
 * @param code the code in the inputs; `undefined`: that of `$LATEST` is released
 */
export function versionToRelease(
  { name, version }: Pick<FunctionInput, 'name' | 'version'>,
  from: string,
  latest: VersionContent & Partial<Pick<FunctionReading, 'lastUpdateStatus'>>,
  serving: VersionContent | undefined,
  code?: NewCode,
): LambdaRelease {
  if (version !== undefined) return { name, from, version, latest: undefined };
  const { codeSha256, settings } = latest;
  const revisionId = latest.lastUpdateStatus === 'Successful' ? latest.revisionId : undefined;
  const seen = { codeSha256, settings, revisionId };
  const next = code ? { ...seen, codeSha256: code.codeSha256 } : seen;
  const isThere = code?.isThere ?? true;
  if (serving !== undefined && isSameContent(next, serving)) {
    // If `$LATEST` has other code, what serves is released, and `$LATEST` does not matter.
    return { name, from, version: from, latest: isThere ? seen : undefined };
  }
  return { name, from, version: undefined, latest: seen, upload: isThere ? undefined : code };
}
