// The one place where hooks of a template or AppSpec become inputs.

/** Names or ARNs of functions, each once. */
export interface Hooks {
  /** BeforeAllowTraffic of an AppSpec, PreTraffic of SAM. */
  readonly preTraffic: readonly string[];
  /** AfterAllowTraffic of an AppSpec, PostTraffic of SAM. */
  readonly postTraffic: readonly string[];
}

export const NO_HOOKS: Hooks = { preTraffic: [], postTraffic: [] };

/** The inputs that the hooks stand for, or why they cannot stand for any. */
export function hookInputs({ preTraffic, postTraffic }: Hooks): {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
} {
  const hooks = [...preTraffic, ...postTraffic];
  const problems = [...new Set(hooks)].map(
    (hook) =>
      `the hook "${hook}" was understood, but hooks are not supported yet: remove it, or call it in steps before and after this one`,
  );
  return { values: {}, problems };
}
