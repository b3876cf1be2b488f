// Previews of pull requests, next to a target. Not every kind of target has them.

import type { FunctionInput } from '../inputs/values.ts';
import type { Preview } from '../rollout/preview-tags.ts';
import type { FunctionChange } from '../rollout/release.ts';

export interface PreviewOrder {
  readonly preview: Preview;
  readonly functions: readonly FunctionInput[];
  /** Repository and commit. */
  readonly source: string;
  /** When there is no room for another one. */
  readonly onLimit: 'oldest' | 'refuse';
}

export interface MadePreview {
  readonly url: string;
  /** For reports: `a1b2c3d4e5/pr-7`. */
  readonly label: string;
  readonly changes: readonly FunctionChange[];
  /** Previews that had to make room, by their pull request. */
  readonly removed: readonly number[];
}

export interface Previews {
  /** The stage that they are made from, and that a canary shares with everybody. */
  readonly stageName: string;
  /** Makes the preview of a pull request, or brings it up to date. Throws a `KnownError`. */
  make(order: PreviewOrder): Promise<MadePreview>;
  /** Every preview there is. */
  list(): Promise<readonly Preview[]>;
  /** Removes a preview; `false`: there was none. */
  remove(preview: Pick<Preview, 'repository' | 'pull'>): Promise<boolean>;
}
