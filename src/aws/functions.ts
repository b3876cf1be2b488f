// Lambda functions and their published versions.

import {
  AddPermissionCommand,
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  GetResourcePolicyCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { KnownError } from '../base/errors.ts';
import { functionArnPattern } from './arns.ts';
import { isThereAlready, isUnknownOperation } from './aws-errors.ts';
import { type CallWords, call, causedBy, ifThere, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { type StoredCode, storeCode } from './code-objects.ts';
import { type FunctionLogging, loggingOf } from './function-logging.ts';
import { LAMBDA } from './lambda-client.ts';
import { observedState } from './not-active.ts';
import { assertSame, type Published, publish } from './publish.ts';
import { type VersionState, whyNotReady } from './readiness.ts';
import { type CodeToSend, tryUpload, upload } from './upload.ts';
import { configuredIn, settingsOf, type VersionContent } from './version-content.ts';

export interface FunctionReading extends VersionState, VersionContent {
  readonly arn: string;
  readonly lastUpdateStatus: string;
  /** Why the last update failed; may be empty. */
  readonly lastUpdateReason: string;
  /** The digest of its settings without what AWS chooses: the version of its runtime. */
  readonly configured: string | undefined;
  /** How its code is deployed. */
  readonly packageType: 'Zip' | 'Image';
  /** Of its code, in bytes; 0 for an image. */
  readonly codeBytes: number;
  /** Changes with every write to it. */
  readonly revisionId: string;
  readonly description: string;
  readonly role: string;
  /** Empty if there is none. */
  readonly deadLetterQueue: string;
  readonly timeoutSeconds: number;
  /** Its executions may run for days, each on the version that it began with. */
  readonly durable: boolean;
  readonly logging?: FunctionLogging;
}

export interface FunctionCalls<M extends Mode = Mode> {
  readonly mode: M;
  /** The function, or one of its versions; `undefined` if it does not exist. */
  read(name: string, qualifier?: string): Promise<FunctionReading | undefined>;
  /**
   * Publishes `$LATEST` and waits until the version can serve. AWS may return an existing version.
   *
   * @param seen `$LATEST` as it was read before. Throws a `MovedError` if it is no longer the same.
   */
  publish(
    name: string,
    description: string,
    seen: VersionContent,
  ): Promise<Published<FunctionReading>>;
  /** Writes code to S3 for an upload. Safe to repeat. */
  storeCode(code: StoredCode): Promise<void>;
  /** What this code would be as `$LATEST`, as Lambda finds it. Changes nothing. */
  tryUpload(name: string, code: CodeToSend): Promise<UploadTrial>;
  /**
   * Uploads the code of `$LATEST`, and waits for it.
   *
   * @param seen `$LATEST` as it was read before. Throws a `MovedError` if it is no longer the same.
   * @returns `$LATEST` afterwards
   */
  upload(
    name: string,
    seen: VersionContent,
    code: CodeToSend,
    codeSha256: string,
  ): Promise<VersionContent>;
  /** Throws a `MovedError` if `$LATEST` is no longer the same as it was read before. */
  assertLatest(name: string, seen: VersionContent): Promise<void>;
  /** Waits for the snapshot of a version (SnapStart). Throws if the version cannot take traffic. */
  untilReady(name: string, version: string): Promise<FunctionReading>;
  /**
   * The policy of exactly this qualifier; `undefined` if there is none. The policy of `$LATEST` is that of the
   * function: AWS stores none under the name `$LATEST`.
   */
  readPolicy(name: string, qualifier: string): Promise<string | undefined>;
  /**
   * The policy of a function as a whole document, which may name its versions and aliases; `undefined` if there is
   * none.
   */
  readResourcePolicy(functionArn: string): Promise<string | undefined>;
  /** Allows API Gateway to invoke this version from these sources. Safe to repeat. */
  allowGateway(
    name: string,
    qualifier: string,
    statementId: string,
    sourceArn: string,
  ): Promise<void>;
}

export interface UploadTrial {
  readonly codeSha256: string;
  readonly bytes: number;
}

type Words = (doing: string, action: string, name: string) => CallWords;

/** The ARN of a function that is known to have existed. Throws a `KnownError` if it is gone. */
export async function readArn(
  functions: Pick<FunctionCalls, 'read'>,
  name: string,
): Promise<string> {
  const found = await functions.read(name);
  if (!found) throw new KnownError(`the function "${name}" no longer exists`);
  return found.arn;
}

export function bindFunctions<M extends Mode>({ mode, place, open }: Clients<M>): FunctionCalls<M> {
  const client = open(LAMBDA);
  const words: Words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) },
  });
  return {
    mode,
    read: (name, qualifier) => ifThere(() => readFunction(client, words, name, qualifier)),
    publish: (name, description, seen) =>
      publish({
        ...{ client, words, name, description, seen },
        read: () => readFunction(client, words, name, undefined),
        readingOf: (answer) => readingOf(answer, `reading the function "${name}"`),
      }),
    storeCode: (code) => storeCode(client, place, code),
    tryUpload: (name, code) => tryUpload({ client, words, name }, code),
    upload: (name, seen, code, codeSha256) =>
      upload({
        ...{ client, words, name, seen, code, codeSha256 },
        read: () => readFunction(client, words, name, undefined),
      }),
    assertLatest: async (name, seen) =>
      assertSame(name, seen, await readFunction(client, words, name, undefined)),
    untilReady: (name, version) =>
      untilReady(name, version, () => readFunction(client, words, name, version)),
    ...policyCalls(client, words),
  };
}

async function readFunction(
  client: LambdaClient,
  words: Words,
  name: string,
  qualifier: string | undefined,
): Promise<FunctionReading> {
  const label = qualifier ? `${name}:${qualifier}` : name;
  const which = { FunctionName: name, ...(qualifier && { Qualifier: qualifier }) };
  const send = () => client.send(new GetFunctionConfigurationCommand(which));
  const doing = `reading the function "${label}"`;
  return readingOf(await call(words(doing, 'GetFunctionConfiguration', label), send), doing);
}

function readingOf(answer: FunctionConfiguration, doing: string): FunctionReading {
  const { state, stateReason, lastUpdateStatus, lastUpdateReason } = observedState(answer);
  return {
    arn: required(answer.FunctionArn, doing, 'FunctionArn'),
    state: state || 'Active',
    stateReason,
    snapshot: snapshotOf(answer),
    lastUpdateStatus: lastUpdateStatus || 'Successful',
    lastUpdateReason,
    codeSha256: required(answer.CodeSha256, doing, 'CodeSha256'),
    settings: settingsOf(answer),
    configured: configuredIn(answer),
    packageType: answer.PackageType === 'Image' ? 'Image' : 'Zip',
    codeBytes: answer.CodeSize ?? 0,
    revisionId: required(answer.RevisionId, doing, 'RevisionId'),
    description: answer.Description ?? '',
    role: answer.Role ?? '',
    deadLetterQueue: answer.DeadLetterConfig?.TargetArn ?? '',
    timeoutSeconds: answer.Timeout ?? 3,
    durable: answer.DurableConfig !== undefined,
    logging: loggingOf(answer),
  };
}

/** Only published versions have a snapshot. */
function snapshotOf({ SnapStart, Version }: FunctionConfiguration): VersionState['snapshot'] {
  if (SnapStart?.ApplyOn !== 'PublishedVersions' || Version === '$LATEST') return 'none';
  return SnapStart.OptimizationStatus === 'On' ? 'made' : 'making';
}

function whose(name: string, qualifier: string) {
  return { FunctionName: name, ...(qualifier !== '$LATEST' && { Qualifier: qualifier }) };
}

function labelOf(name: string, qualifier: string): string {
  return qualifier === '$LATEST' ? name : `${name}:${qualifier}`;
}

function policyCalls(
  client: LambdaClient,
  words: Words,
): Pick<FunctionCalls, 'readPolicy' | 'readResourcePolicy' | 'allowGateway'> {
  return {
    readPolicy: (name, qualifier) =>
      ifThere(async () => {
        const label = labelOf(name, qualifier);
        const send = () => client.send(new GetPolicyCommand(whose(name, qualifier)));
        return (await call(words(`reading the policy of "${label}"`, 'GetPolicy', label), send))
          .Policy;
      }),
    readResourcePolicy: async (functionArn) => {
      const name = functionArn.split(':')[6] ?? '';
      const asked = words(`reading the policy of "${name}"`, 'GetResourcePolicy', name);
      const send = () => client.send(new GetResourcePolicyCommand({ ResourceArn: functionArn }));
      try {
        return await ifThere(async () => (await call(asked, send)).Policy);
      } catch (error) {
        // A Region that does not have the operation has no such policies either.
        if (!causedBy(error, isUnknownOperation)) throw error;
        return undefined;
      }
    },
    allowGateway: async (name, qualifier, statementId, sourceArn) => {
      const label = labelOf(name, qualifier);
      const send = () =>
        client.send(
          new AddPermissionCommand({
            ...whose(name, qualifier),
            StatementId: statementId,
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
            SourceArn: sourceArn,
          }),
        );
      try {
        await call(
          words(`allowing API Gateway to invoke "${label}"`, 'AddPermission', label),
          send,
        );
      } catch (error) {
        // The statement is there: an earlier try, whose answer was lost, or an earlier release.
        if (!causedBy(error, isThereAlready)) throw error;
      }
    },
  };
}

/** Lambda may show a version as Active shortly before its snapshot is ready. */
const SNAPSHOT_CHECKS = 60;
const SNAPSHOT_PAUSE_MS = 5_000;

async function untilReady(
  name: string,
  version: string,
  read: () => Promise<FunctionReading>,
): Promise<FunctionReading> {
  for (let attempt = 1; ; attempt++) {
    const reading = await read();
    const why = whyNotReady(reading);
    if (why === undefined) return reading;
    const coming = reading.state !== 'Inactive' && attempt < SNAPSHOT_CHECKS;
    if (!coming) throw new KnownError(`version ${version} of "${name}" ${why}`);
    await new Promise((resolve) => {
      setTimeout(resolve, SNAPSHOT_PAUSE_MS);
    });
  }
}
