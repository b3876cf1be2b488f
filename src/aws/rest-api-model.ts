// The parts of a stage and an API definition that a rollout reads.

/** A part of the definition that reads stage variables in a template or a mapping. */
export interface VariableReader {
  /** `GET /orders`. */
  readonly where: string;
  /** `*`: it reads variables whose names are computed. */
  readonly names: readonly string[];
}

/** An API, apart from its definition. */
export interface ApiReading {
  /** Also its dimension in CloudWatch. */
  readonly name: string;
  readonly defaultUrl: DefaultUrl;
}

/** Who gets an answer at the default address of a stage. */
export type DefaultUrl = 'everyone' | 'its VPCs' | 'nobody';

/** The part of a stage that determines which version serves traffic. */
export interface StageState {
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly canary: CanaryState | undefined;
}

export interface CanaryState {
  readonly deploymentId: string;
  /** % of traffic. */
  readonly weight: number;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
}

/** The parts of a call in the API's definition that a rollout reads. */
export interface Integration {
  readonly resourceId: string;
  /** `/orders/{id}`; for an authorizer, its name in quotes. */
  readonly path: string;
  /** `GET` or `ANY`; for an authorizer, the word `authorizer`. */
  readonly method: string;
  readonly uri: string;
  /** Set when API Gateway assumes a role to invoke the function, and so needs no permission on it. */
  readonly credentials?: string | undefined;
  /** The VPC link to the backend. */
  readonly connectionId?: string | undefined;
  /** Its templates and parameters for the request to the backend; equal texts for equal requests. */
  readonly request?: string | undefined;
  /** Set for a Lambda authorizer, which runs before any route and belongs to no resource. */
  readonly authorizerId?: string | undefined;
}

/** What a stage serves, as far as its export shows it. */
export interface ServedDefinition {
  /** Without those of a canary. */
  readonly integrations: readonly Integration[];
  /** Other parts that read stage variables. */
  readonly readers: readonly VariableReader[];
  /** The longest timeout of an integration, in seconds. */
  readonly longestAnswerSeconds: number;
}

/** API Gateway's default timeout of an integration. */
export const DEFAULT_TIMEOUT_MS = 29_000;

/** A method of the definition, and who may call it. */
export interface Route {
  /** `/orders/{id}`. */
  readonly path: string;
  /** `GET` or `ANY`. */
  readonly method: string;
  readonly apiKeyRequired: boolean;
  /** `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`. */
  readonly authorizationType: string;
}
