// Previews of pull requests, on the same API as a target. Not every kind of target supports them.

import type { FunctionInput } from '../inputs/values.ts';
import type { Preview } from '../rollout/preview-tags.ts';
import type { FunctionChange } from '../rollout/release.ts';

export interface PreviewOrder {
  readonly preview: Preview;
  readonly functions: readonly FunctionInput[];
  /** Repository and commit. */
  readonly source: string;
  /** What to do if there is no room for another preview. */
  readonly onLimit: 'oldest' | 'refuse';
}

export interface MadePreview {
  readonly url: string;
  /** For reports: `a1b2c3d4e5/pr-7`. */
  readonly label: string;
  readonly changes: readonly FunctionChange[];
  /** The pull requests whose previews were removed to make room. */
  readonly removed: readonly number[];
  /** What a user of the preview should know. */
  readonly notes: readonly string[];
}

export interface Previews {
  /** The stage that previews are copied from, and whose canary all of them share. */
  readonly stageName: string;
  /** Creates or updates the preview of a pull request. Throws a `KnownError`. */
  make(order: PreviewOrder): Promise<MadePreview>;
  /** Every existing preview. */
  list(): Promise<readonly Preview[]>;
  /** Removes a preview; `false`: there was none. */
  remove(preview: Pick<Preview, 'repository' | 'pull'>): Promise<boolean>;
}
