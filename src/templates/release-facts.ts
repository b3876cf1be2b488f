// What a template or an AppSpec stands for: inputs, as a workflow would give them.

export interface ReleaseFacts {
  /** Texts by input name. */
  readonly values: Readonly<Record<string, string>>;
  /** The version that the alias of a function must point to before, where the file says so. */
  readonly current: Readonly<Record<string, string>>;
  /** What was understood, and what of it does not count; one sentence each. */
  readonly says: readonly string[];
  readonly problems: readonly string[];
}

/** What else the user says. */
export interface Given {
  /** Whether the workflow or the config file gives this input itself, which wins. */
  readonly gives: (input: string) => boolean;
  /** `template-parameters`. */
  readonly supplied: ReadonlyMap<string, string>;
  /** Empty when it is not known. */
  readonly region: string;
}

export function onlyProblem(problem: string): ReleaseFacts {
  return { values: {}, current: {}, says: [], problems: [problem] };
}

/** Names or ARNs of functions, each once. */
export interface HookFunctions {
  /** BeforeAllowTraffic of an AppSpec, PreTraffic of SAM. */
  readonly preTraffic: readonly string[];
  /** AfterAllowTraffic of an AppSpec, PostTraffic of SAM. */
  readonly postTraffic: readonly string[];
}

export const HOOK_INPUTS = ['pre-traffic-hook', 'post-traffic-hook'] as const;

export const NO_HOOK_FUNCTIONS: HookFunctions = { preTraffic: [], postTraffic: [] };

/** The inputs that the hooks stand for: several functions may share a hook, which is asked once. */
export function hookInputs({
  preTraffic,
  postTraffic,
}: HookFunctions): Readonly<Record<string, string>> {
  return { ...listed('pre-traffic-hook', preTraffic), ...listed('post-traffic-hook', postTraffic) };
}

function listed(input: string, hooks: readonly string[]): Readonly<Record<string, string>> {
  return hooks.length === 0 ? {} : { [input]: [...new Set(hooks)].join('\n') };
}
