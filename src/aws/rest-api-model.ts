// What API Gateway knows of a stage and a definition, as much of it as a rollout looks at.

/** A place of the definition that reads stage variables in a template or a mapping. */
export interface VariableReader {
  /** `GET /orders`. */
  readonly where: string;
  /** `*`: it reads variables whose names it does not spell out. */
  readonly names: readonly string[];
}

/** A stage, as much of it as decides who gets which version. */
export interface StageState {
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly canary: CanaryState | undefined;
}

export interface CanaryState {
  readonly deploymentId: string;
  /** Per cent. */
  readonly weight: number;
  readonly overrides: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
}

/** One call that the API's definition makes, as much of it as a rollout looks at. */
export interface Integration {
  readonly resourceId: string;
  /** `/orders/{id}`; of an authorizer its name, in quotes. */
  readonly path: string;
  /** `GET`, or `ANY`; of an authorizer the word `authorizer`. */
  readonly method: string;
  readonly uri: string;
  /** Set when the gateway assumes a role to invoke, and so needs no permission on the function. */
  readonly credentials?: string | undefined;
  /** The VPC link on the way to the backend. */
  readonly connectionId?: string | undefined;
  /** Set for a Lambda authorizer: it is asked before routes are, and belongs to no resource. */
  readonly authorizerId?: string | undefined;
}

/** `GET /orders/{id}`. */
export type Route = string;
