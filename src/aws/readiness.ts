// Whether a published version can take traffic.

/** The state of a version as Lambda returns it. */
export interface VersionState {
  readonly state: string;
  /** The reason, with its code; may be empty. */
  readonly stateReason: string;
  /** SnapStart: `making` until Lambda shows that it starts from a snapshot. */
  readonly snapshot: 'none' | 'making' | 'made';
}

/**
 * Why the version cannot take traffic, as the end of a sentence; `undefined`: it can. A snapshot is ready when
 * the version is Active and its optimization is On. Lambda makes a version Inactive after two weeks without
 * use, and calls fail until its snapshot is recreated (Lambda developer guide, "SnapStart").
 */
export function whyNotReady({ state, stateReason, snapshot }: VersionState): string | undefined {
  const because = stateReason && ` (${stateReason})`;
  if (state === 'Failed') {
    return `is Failed${because}, and will not recover; expected Active. Release another version: to publish a new one, change the code or configuration, or delete this version`;
  }
  if (snapshot === 'none') {
    return state === 'Active' || state === 'Inactive'
      ? undefined
      : `is ${state}${because}; expected Active`;
  }
  if (state === 'Inactive') {
    return 'is Inactive: Lambda deleted its unused SnapStart snapshot, and calls fail until Lambda creates it again; invoke it once, and release it when it is Active';
  }
  if (state !== 'Active')
    return `is ${state}${because}; expected Active, with its SnapStart snapshot`;
  return snapshot === 'making'
    ? 'is Active, and its SnapStart snapshot is not ready yet; expected OptimizationStatus On'
    : undefined;
}
