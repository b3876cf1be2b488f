// The one place where hooks of a template or AppSpec become inputs.

/** Names or ARNs of functions, each once. */
export interface Hooks {
  /** BeforeAllowTraffic of an AppSpec, PreTraffic of SAM. */
  readonly preTraffic: readonly string[];
  /** AfterAllowTraffic of an AppSpec, PostTraffic of SAM. */
  readonly postTraffic: readonly string[];
}

export const HOOK_INPUTS = ['pre-traffic-hook', 'post-traffic-hook'] as const;

export const NO_HOOKS: Hooks = { preTraffic: [], postTraffic: [] };

/** The inputs that the hooks stand for: several functions may share a hook, which is asked once. */
export function hookInputs({ preTraffic, postTraffic }: Hooks): Readonly<Record<string, string>> {
  return { ...listed('pre-traffic-hook', preTraffic), ...listed('post-traffic-hook', postTraffic) };
}

function listed(input: string, hooks: readonly string[]): Readonly<Record<string, string>> {
  return hooks.length === 0 ? {} : { [input]: [...new Set(hooks)].join('\n') };
}
