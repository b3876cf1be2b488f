// The code that the input `code` names for a function, and how Lambda gets it. It is read once in a run.

import { createHash } from 'node:crypto';
import type { Clients } from '../../aws/clients.ts';
import type { FunctionCalls, FunctionReading } from '../../aws/functions.ts';
import type { CodeToSend } from '../../aws/upload.ts';
import { KnownError } from '../../base/errors.ts';
import { attempt, type Problems } from '../../base/problems.ts';
import type { CodeInput, CodeSource, FunctionInput } from '../../inputs/values.ts';
import { formatBytes, MOST_SENT } from '../../packaging/limits.ts';
import { wrongCode } from './check-code.ts';

/** Code that is to be `$LATEST`. */
export interface NewCode extends ReadCode {
  readonly source: CodeSource;
  /** Whether `$LATEST` has it already. */
  readonly isThere: boolean;
  /** What `$LATEST` has now, for sentences. */
  readonly before: { readonly codeSha256: string; readonly bytes: number };
}

interface ReadCode {
  /** As Lambda returns it; `UNREAD` in a run that only reads, if nothing else shows it. */
  readonly codeSha256: string;
  /** Of the ZIP file; 0 for an image. */
  readonly bytes: number;
  /** Sent as it is, or first written to S3. */
  readonly send: CodeToSend;
  readonly store?: { readonly bucket: string; readonly key: string; readonly content: Uint8Array };
}

/** The code in the inputs. */
export interface NewCodes {
  /** `undefined`: the inputs name none. Throws a `KnownError` if it cannot be read. */
  read(functionName: string): Promise<ReadCode | undefined>;
  /** Whether Lambda was asked about code elsewhere, which takes the permission to upload. */
  readonly tries: boolean;
}

export function createNewCodes(
  { sends }: Pick<Clients, 'sends'>,
  functions: Pick<FunctionCalls, 'tryUpload'>,
  released: readonly FunctionInput[],
): NewCodes {
  const inputs = new Map(released.map((input) => [input.name, input]));
  const found = new Map<string, Promise<ReadCode>>();
  const tries = sends === 'everything';
  return {
    tries,
    read: async (name) => {
      const input = inputs.get(name);
      if (!input?.code) return undefined;
      const asked = tries ? functions : triesNothing(input);
      const reading = found.get(name) ?? readCode(asked, name, input.code);
      found.set(name, reading);
      return reading;
    },
  };
}

/** How a run that only reads may show the hash of an object that it cannot read. */
const UNREAD = 'that only the release reads';

/** Lambda finds the hash of code elsewhere by a dry run of the upload, which needs the permission to upload. */
function triesNothing({ codeSha256 = UNREAD }: FunctionInput): Pick<FunctionCalls, 'tryUpload'> {
  return { tryUpload: async () => ({ codeSha256, bytes: 0 }) };
}

async function readCode(
  functions: Pick<FunctionCalls, 'tryUpload'>,
  name: string,
  { source, workspace, bucket }: CodeInput,
): Promise<ReadCode> {
  switch (source.kind) {
    case 'path': {
      // Most releases upload nothing here, so they do not load it.
      const { pack } = await import('../../packaging/pack.ts');
      return fromPackage(source.text, bucket, await pack(source.path, workspace));
    }
    case 'object': {
      const send = { ...source, kind: 'object' } as const;
      return { send, ...(await functions.tryUpload(name, send)) };
    }
    case 'image': {
      const send = { kind: 'image', uri: source.uri } as const;
      await functions.tryUpload(name, send);
      return { send, codeSha256: source.digest, bytes: 0 };
    }
  }
}

function fromPackage(
  text: string,
  bucket: string,
  { bytes: zip, codeSha256 }: { readonly bytes: Uint8Array; readonly codeSha256: string },
): ReadCode {
  const found = { codeSha256, bytes: zip.length };
  if (zip.length <= MOST_SENT) return { ...found, send: { kind: 'zip', zip } };
  if (bucket === '') {
    throw new KnownError(
      `code: "${text}" has ${formatBytes(zip.length)} as a ZIP file, and Lambda accepts at most 50 MB in a request; expected code-bucket, a bucket in S3 that the action writes it to`,
    );
  }
  const key = `canary-action/${Buffer.from(codeSha256, 'base64').toString('hex')}.zip`;
  const send = { kind: 'object', bucket, key, version: undefined } as const;
  return { ...found, send, store: { bucket, key, content: zip } };
}

/** Of the content, as S3 compares it. */
export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Preflight: reads the code of a function, and checks that the function can have it.
 *
 * @param latest `$LATEST`
 * @returns `undefined` if the inputs name none, or there are problems with it
 */
export async function inspectNewCode(
  codes: NewCodes,
  input: FunctionInput,
  latest: FunctionReading,
  findings: Problems,
): Promise<NewCode | undefined> {
  const { name, code } = input;
  if (!code) return undefined;
  const { source } = code;
  const expected = source.kind === 'image' ? 'Image' : 'Zip';
  if (latest.packageType !== expected) {
    findings.problems.push(
      expected === 'Image'
        ? `code: "${name}" is deployed as a ZIP file, and ${source.text} is an image; Lambda does not change one into the other`
        : `code: "${name}" is deployed as an image, and ${source.text} is none; expected an image in ECR with its digest`,
    );
    return undefined;
  }
  const found = await attempt(findings, () => codes.read(name));
  if (!found) return undefined;
  if (!codes.tries && source.kind !== 'path') findings.notes.push(untried(name, source.text));
  const wrong = wrongCode(input, found);
  if (wrong !== undefined) findings.problems.push(wrong);
  const isSame = found.codeSha256 === latest.codeSha256;
  // After a failed update, `$LATEST` runs other code than it shows.
  const isThere = isSame && latest.lastUpdateStatus !== 'Failed';
  const before = { codeSha256: latest.codeSha256, bytes: latest.codeBytes };
  return { ...found, source, isThere, before };
}

function untried(name: string, text: string): string {
  return `code: a plan only reads, so it did not check whether Lambda can read ${text} for "${name}"; the release checks it before it changes anything`;
}
