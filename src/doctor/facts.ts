// What is known of functions and their callers, whether it comes from an account or from files.

/** The tool that owns a function's infrastructure. */
export type Tool = 'sam' | 'cloudformation' | 'cdk' | 'terraform' | 'serverless';

export interface FunctionFact {
  /** Unique in a survey. */
  readonly id: string;
  /** As people know it: a logical ID, the address of a resource, or a name. */
  readonly label: string;
  /** Its name in AWS; `undefined` if the tool makes one. */
  readonly name: string | undefined;
  /** Where it is defined: `template.yaml`, `main.tf:12`, `account 123456789012`. */
  readonly where: string;
  /** `undefined`: in the account, whatever made it. */
  readonly tool: Tool | undefined;
  /** The files have what the account still lacks for gradual releases. */
  readonly isPrepared?: boolean;
  /** The stack and the logical ID that CloudFormation made it from. */
  readonly stack?: { readonly name: string; readonly logicalId: string } | undefined;
}

export interface AliasFact {
  readonly functionId: string;
  readonly name: string;
  /** What it points to; `undefined` if that is known only after the deployment. */
  readonly version: string | undefined;
  /** The other version that it sends a share of the calls to. */
  readonly splitTo?: string | undefined;
  readonly where: string;
}

/** What a function is called through. Only a REST API has stages with a canary. */
export type Front = 'rest' | 'http' | 'websocket' | 'url' | 'source' | 'other';

/** How a call names the function. */
export type Reach =
  | { readonly kind: 'unqualified' }
  | { readonly kind: 'alias'; readonly alias: string }
  /** A published version, written into the integration. */
  | { readonly kind: 'version'; readonly version: string }
  | ({ readonly kind: 'variable'; readonly variable: string } & VariableValue)
  | { readonly kind: 'unknown'; readonly why: string };

/** What a stage variable has as the qualifier. */
export interface VariableValue {
  readonly holds: 'version' | 'alias' | 'unknown';
  /** Empty if it is not known. */
  readonly value: string;
}

export interface CallerFact {
  readonly functionId: string;
  readonly front: Front;
  /** `GET /orders`, `the queue orders-in`. */
  readonly label: string;
  /** `shop/prod`; empty if there is no API. */
  readonly through: string;
  /** The REST API and the stage to release through, as AWS or the file names them. */
  readonly stage?: { readonly api: string; readonly name: string | undefined } | undefined;
  readonly reach: Reach;
  readonly where: string;
}

/** Why the tool, and not a release, decides what an alias or a stage serves. */
export type MoverKind =
  /** The alias follows a version that is made anew with the code: `currentVersion`, AutoPublishAlias. */
  | 'new-version'
  /** The alias points to `$LATEST`, which cannot be split. */
  | 'latest'
  /** CodeDeploy moves the alias. */
  | 'codedeploy'
  /** Terraform sets the alias to what its files say. */
  | 'not-ignored'
  /** Terraform removes the weights, but leaves the version. */
  | 'weights-not-ignored'
  /** A plan that is about to be applied. */
  | 'planned'
  /** A changed API definition is deployed to the stage at once. */
  | 'stage-deployment'
  /** Terraform sets the stage to what its files say. */
  | 'stage-not-ignored';

export interface Mover {
  readonly functionId: string;
  /** `undefined`: the stage. */
  readonly alias: string | undefined;
  readonly kind: MoverKind;
  /** In the words of the tool: `fn.currentVersion`, `AutoPublishAlias without AutoPublishCodeSha256`. */
  readonly by: string;
  readonly where: string;
}

export interface Survey {
  readonly functions: readonly FunctionFact[];
  readonly aliases: readonly AliasFact[];
  readonly callers: readonly CallerFact[];
  readonly movers: readonly Mover[];
  /** What was left out, and is not needed for the rest. */
  readonly notes: readonly string[];
  /** What could not be read or understood. */
  readonly problems: readonly string[];
}

export const EMPTY_SURVEY: Survey = {
  ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] },
};

export function joined(surveys: readonly Survey[]): Survey {
  return {
    functions: surveys.flatMap(({ functions }) => functions),
    aliases: surveys.flatMap(({ aliases }) => aliases),
    callers: surveys.flatMap(({ callers }) => callers),
    movers: surveys.flatMap(({ movers }) => movers),
    notes: surveys.flatMap(({ notes }) => notes),
    problems: surveys.flatMap(({ problems }) => problems),
  };
}
