// The parsed values of some inputs: functions, hooks, metrics.

import type { HookPoint } from '../analysis/evidence.ts';
import type { ReleaseTimes } from '../calendar/release-times.ts';
import type { StopSwitch } from '../rollout/gate.ts';

/** A function to release. */
export interface FunctionInput {
  readonly name: string;
  /** Set if the input was an ARN, for comparison with the account in AWS. */
  readonly account: string | undefined;
  /** A published version to release; `undefined` to publish `$LATEST`. */
  readonly version: string | undefined;
  /** The hash that its code must have, in the form of AWS; `undefined`: any. */
  readonly codeSha256?: string | undefined;
  /** The code to upload before; `undefined`: another step does that. */
  readonly code?: CodeInput | undefined;
  /** The alias to move; `undefined` for a stage. */
  readonly alias: string | undefined;
  /** The version that the alias must point to before the release, if an AppSpec names it. */
  readonly current?: string | undefined;
}

/** Where the code of a function comes from. `text`: as written. */
export type CodeSource =
  /** A file or a folder of the checkout. */
  | { readonly kind: 'path'; readonly text: string; readonly path: string }
  /** An object in S3. */
  | {
      readonly kind: 'object';
      readonly text: string;
      readonly bucket: string;
      readonly key: string;
      readonly version: string;
    }
  /** An image in ECR. */
  | {
      readonly kind: 'image';
      readonly text: string;
      readonly uri: string;
      /** In hexadecimal digits. */
      readonly digest: string;
      readonly repository: string;
    };

/** The code to upload. */
export interface CodeInput {
  readonly source: CodeSource;
  /** Where paths lead from. */
  readonly workspace: string;
  /** For code that is too large for a request; empty: there is none. */
  readonly bucket: string;
}

/** A custom metric: events among a total, counted separately for each side. */
export interface CustomMetric {
  readonly name: string;
  /** Whether more events are worse (failures) or fewer (orders placed). */
  readonly worse: 'higher' | 'lower';
  readonly namespace: string;
  /** The names of the metrics whose sums are the events and the total. */
  readonly events: string;
  readonly total: string;
  /**
   * Dimensions of each side; `{to.orders}` and `{from.orders}` are placeholders for versions of a function.
   */
  readonly canary: Readonly<Record<string, string>>;
  readonly stable: Readonly<Record<string, string>>;
}

/** What keeps a release from going further. */
export interface GateInputs {
  /** `undefined`: at any time. */
  readonly times: ReleaseTimes | undefined;
  /** Why this run may ignore them; empty: it may not. */
  readonly override: string;
  readonly stop: StopSwitch | undefined;
}

/** A Lambda function to invoke. */
export interface FunctionHook {
  readonly kind: 'function';
  /** A name, or an ARN without a qualifier. */
  readonly functionName: string;
  readonly qualifier: string | undefined;
  /** `orders-smoke:live`. */
  readonly label: string;
}

/** An address that receives a POST request. */
export interface UrlHook {
  readonly kind: 'url';
  readonly url: string;
  /** Only the host, because path and query may be secret; numbered if several hooks have the same host. */
  readonly label: string;
}

export type HookInput = FunctionHook | UrlHook;

export interface HookInputs {
  /** In the order in which they run. */
  readonly calls: Readonly<Record<HookPoint, readonly HookInput[]>>;
  readonly timeoutSeconds: number;
  /** The secret that signs requests to a URL; if empty, they are not signed. */
  readonly secret: string;
}
