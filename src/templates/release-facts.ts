// The inputs that a template or an AppSpec replaces, in the same form as in a workflow.

export interface ReleaseFacts {
  /** Texts by input name. */
  readonly values: Readonly<Record<string, string>>;
  /** The version that the alias of a function must point to before the release, if the file names it. */
  readonly current: Readonly<Record<string, string>>;
  /** How the file was interpreted, and which parts are ignored; one sentence each. */
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/** The other inputs of the user. */
export interface OtherInputs {
  /** Whether the workflow or the config file sets this input, which takes precedence. */
  readonly gives: (input: string) => boolean;
  /** The values of `template-parameters`. */
  readonly supplied: ReadonlyMap<string, string>;
  /** Parameters in the settings of `sam deploy`, which may have some that the template does not. */
  readonly configured?: ReadonlyMap<string, string>;
  /** Empty if unknown. */
  readonly region: string;
  /** The same text for two spellings of the same schedule. */
  readonly stepsOf: (steps: string) => string;
  /** Whether logical IDs can stand for names, because the stack of the template is known. */
  readonly namesLater?: boolean;
}

export function onlyProblem(problem: string): ReleaseFacts {
  return { values: {}, current: {}, notes: [], problems: [problem] };
}

/** Names or ARNs of functions, without duplicates. */
export interface HookFunctions {
  /** BeforeAllowTraffic of an AppSpec, PreTraffic of SAM. */
  readonly preTraffic: readonly string[];
  /** AfterAllowTraffic of an AppSpec, PostTraffic of SAM. */
  readonly postTraffic: readonly string[];
}

export const HOOK_INPUTS = ['pre-traffic-hook', 'post-traffic-hook'] as const;

export const NO_HOOK_FUNCTIONS: HookFunctions = { preTraffic: [], postTraffic: [] };

/** The inputs that the hooks replace. Several functions may share a hook, which runs once. */
export function hookInputs({
  preTraffic,
  postTraffic,
}: HookFunctions): Readonly<Record<string, string>> {
  return { ...listed('pre-traffic-hook', preTraffic), ...listed('post-traffic-hook', postTraffic) };
}

function listed(input: string, hooks: readonly string[]): Readonly<Record<string, string>> {
  return hooks.length === 0 ? {} : { [input]: [...new Set(hooks)].join('\n') };
}
