// The state of Lambda. Versions, aliases and policies are immutable: a change replaces the value.

/** Members as in the wire format; only those that are frozen when a version is published. */
export interface Configuration {
  readonly Runtime: string;
  readonly Role: string;
  readonly Handler: string;
  readonly Description: string;
  /** Seconds. */
  readonly Timeout: number;
  /** Megabytes. */
  readonly MemorySize: number;
  readonly Environment?: { readonly Variables: Readonly<Record<string, string>> };
  readonly DeadLetterConfig?: { readonly TargetArn: string };
  readonly DurableConfig?: Readonly<Record<string, unknown>>;
  readonly TracingConfig: { readonly Mode: string };
  readonly Architectures: readonly string[];
  readonly EphemeralStorage: { readonly Size: number };
  readonly SnapStart: { readonly ApplyOn: string };
  readonly LoggingConfig: Readonly<Record<string, string>>;
}

export interface Code {
  readonly zip: Uint8Array;
  /** As in `CodeSha256`: base64; of an image, its digest in hexadecimal digits. */
  readonly sha256: string;
  /** Only of an image, which has no ZIP file and cannot be run. */
  readonly imageUri?: string;
}

/** The code and configuration of an execution environment. Environments are shared by identity of this object. */
export interface Release {
  readonly code: Code;
  readonly configuration: Configuration;
}

/** A change that takes time: until it is done, the version shows it, with another `RevisionId`. */
export interface Change {
  readonly kind: 'creating' | 'updating';
  /** Milliseconds, simulated. */
  readonly until: number;
  readonly revisionId: string;
  /** Serves invocations while an update is in progress, and after a failed one. */
  readonly serving?: Release;
  /** The reason why the change will fail; empty: it will succeed. */
  readonly failure?: string;
}

export interface Version {
  /** `$LATEST` or digits. */
  readonly number: string;
  readonly release: Release;
  /** A published version may have its own description. */
  readonly description: string;
  /** Milliseconds, simulated. */
  readonly lastModified: number;
  readonly revisionId: string;
  readonly change?: Change | undefined;
}

/** The versions of an alias: the primary one and, with a weight from 0 to 1, another. */
export interface Routing {
  readonly primary: string;
  readonly additional?: { readonly version: string; readonly weight: number } | undefined;
}

export interface Alias {
  readonly name: string;
  readonly description: string;
  readonly routing: Routing;
  readonly revisionId: string;
  /** The routing of the data plane until the change has reached it. */
  readonly before?: { readonly routing: Routing; readonly until: number } | undefined;
  /**
   * Lambda's own weights while provisioned concurrency moves to another version. `until`: milliseconds,
   * simulated; infinite if the environments fail.
   */
  readonly transition?: { readonly from: string; readonly until: number } | undefined;
}

/** As AddPermission writes it, or as PutResourcePolicy got it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: string | Readonly<Record<string, Texts>>;
  readonly Action: Texts;
  readonly Resource: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export type Texts = string | readonly string[];

export interface Policy {
  /** As PutResourcePolicy got it; absent if AddPermission wrote it. */
  readonly document?: string;
  readonly statements: readonly Statement[];
  readonly revisionId: string;
}

export interface Provisioned {
  readonly requested: number;
  /** Milliseconds, simulated: when the environments are ready, or have failed. */
  readonly readyAt: number;
  /** The reason why they will fail; empty: they will succeed. */
  readonly failure: string;
  readonly lastModified: number;
}

export interface FunctionUrl {
  readonly address: string;
  readonly authType: 'NONE' | 'AWS_IAM';
  /** Milliseconds, simulated. */
  readonly createdAt: number;
}

/** Of asynchronous invocations. */
export interface AsyncSettings {
  readonly retries: number | undefined;
  /** Seconds. */
  readonly age: number | undefined;
  /** As in the request. */
  readonly destinations: unknown;
  readonly lastModified: number;
}

export interface LambdaFunction {
  readonly name: string;
  /** Unqualified. */
  readonly arn: string;
  latest: Version;
  /** Published ones, by number, oldest first. */
  readonly versions: Map<string, Version>;
  /** Numbers are never used twice. */
  lastNumber: number;
  /** Whether an update call came since the last version was published. */
  updated: boolean;
  readonly aliases: Map<string, Alias>;
  /** By qualifier; `$LATEST` for the unqualified function. */
  readonly policies: Map<string, Policy>;
  readonly provisioned: Map<string, Provisioned>;
  /** By alias; `$LATEST` for the unqualified function. */
  readonly urls: Map<string, FunctionUrl>;
  /** By qualifier; `$LATEST` for the unqualified function. */
  readonly asyncSettings: Map<string, AsyncSettings>;
  readonly tags: Map<string, string>;
  /** `undefined`: none reserved. */
  reservedConcurrency: number | undefined;
  /** Invocations in progress. */
  running: number;
}
