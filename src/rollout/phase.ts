// How far a rollout is, in a short form that is readable in the AWS console.

export type Phase =
  /** Nothing visible to users has changed yet. `reached`: everything is prepared, and a run left the rollout here. */
  | { readonly kind: 'preparing'; readonly reached?: true }
  /** The canary has the weight of the step, or is about to get it. */
  | {
      readonly kind: 'step';
      readonly index: number;
      readonly since: number;
      /** A run that left the rollout here had seen its weight. */
      readonly reached?: true;
    }
  /** The canary is promoted, or about to be, and is still monitored. */
  | {
      readonly kind: 'baking';
      readonly since: number;
      /** The post-traffic hooks have passed; later runs do not run them again. */
      readonly asked?: true;
      /** A run that left the rollout here had seen the promotion. */
      readonly reached?: true;
    };

/** Whether both phases are the same part of the plan. */
export function isSamePhase(a: Phase | undefined, b: Phase): boolean {
  if (a?.kind !== b.kind) return false;
  return a.kind !== 'step' || b.kind !== 'step' || a.index === b.index;
}

/**
 * `preparing`, `preparing/reached`, `step/0/1764000000`, `step/0/1764000000/reached`, `baking/1764000600`,
 * `baking/1764000600/asked`, `baking/1764000600/asked/reached`; times in seconds since the epoch.
 */
export function formatPhase(phase: Phase): string {
  switch (phase.kind) {
    case 'preparing':
      return `preparing${phase.reached ? '/reached' : ''}`;
    case 'step':
      return `step/${phase.index}/${phase.since}${phase.reached ? '/reached' : ''}`;
    case 'baking':
      return `baking/${phase.since}${phase.asked ? '/asked' : ''}${phase.reached ? '/reached' : ''}`;
  }
}

/** Parses a phase of this form; `undefined` if the text has another form. */
export function parsePhase(text: string): Phase | undefined {
  if (text === 'preparing') return { kind: 'preparing' };
  if (text === 'preparing/reached') return { kind: 'preparing', reached: true };
  const [, index, since, bakingSince, asked, reached] =
    /^(?:step\/(\d{1,4})\/(\d{1,11})|baking\/(\d{1,11})(\/asked)?)(\/reached)?$/.exec(text) ?? [];
  const mark = reached === undefined ? {} : ({ reached: true } as const);
  if (bakingSince !== undefined) {
    const baking = { kind: 'baking', since: Number(bakingSince), ...mark } as const;
    return asked === undefined ? baking : { ...baking, asked: true };
  }
  if (index === undefined || since === undefined) return undefined;
  return { kind: 'step', index: Number(index), since: Number(since), ...mark };
}
