// Tags as the Resource Groups Tagging API shows them: some time after they were changed.

import type { Clock } from '../clock.ts';
import type { TaggedResource } from './tagging.ts';

export interface TaggingSettings {
  /** How long a change is not shown, in seconds; may be changed at any time. */
  lagSeconds: number;
}

/** @param services have the tags as they are */
export function shownLate(
  clock: Pick<Clock, 'now'>,
  settings: Readonly<TaggingSettings>,
  services: readonly { tagged(): readonly TaggedResource[] }[],
): () => readonly TaggedResource[] {
  let shown: { readonly at: number; readonly resources: readonly TaggedResource[] } | undefined;
  return () => {
    const now = clock.now();
    if (!shown || now - shown.at >= settings.lagSeconds * 1000) {
      const resources = services.flatMap((service) => service.tagged());
      shown = { at: now, resources: resources.map((one) => ({ ...one, tags: new Map(one.tags) })) };
    }
    return shown.resources;
  };
}
