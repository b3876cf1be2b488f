// Looks up what the names in the inputs stand for: reads the stack with its nested stacks, and the file with outputs.

import { connect, type NormalClients } from '../aws/clients.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import { bindStacks, type StackReading, type Stacks } from '../aws/stacks.ts';
import { known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import { readCheckoutFile } from '../inputs/checkout-file.ts';
import type { Found, NameOrder, Names } from '../inputs/look-up.ts';
import { indexNames, type WalkedStack } from './name-index.ts';
import { type Output, parseOutputs } from './outputs-file.ts';
import { stackStateOf } from './stack-state.ts';

/** Terraform allows any size of a state; names need little of it. */
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Only reads, so a cancelled job may end it anywhere.
 *
 * @param credentials `undefined`: those of the environment
 * @param mask hides a text in the log
 */
export async function lookUpNames(
  order: NameOrder,
  credentials: CredentialProvider | undefined,
  mask: (secret: string) => void,
): Promise<Names> {
  const ended = new AbortController();
  const never = new AbortController().signal;
  const limits = { cancelled: never, rollbackDeadline: never, ended: ended.signal };
  try {
    return await readNames(order, connect(order.region, limits, credentials, 'reads').normal, mask);
  } finally {
    ended.abort();
  }
}

async function readNames(
  order: NameOrder,
  clients: NormalClients,
  mask: (secret: string) => void,
): Promise<Names> {
  const problems: string[] = [];
  const file = readOutputs(order, mask, problems);
  const stack = order.stack === '' ? undefined : await readStack(order, clients, problems);
  const index = indexNames({
    stacks: stack?.walked ?? [],
    outputs: stack?.reading.outputs ?? [],
    file,
  });
  return {
    ...{ problems, find: index.find },
    notes: stack?.notes ?? [],
    stacks: stack?.patterns ?? [],
    functionsWith: (alias) => (stack ? index.functionsWith(alias) : withoutStack(alias)),
  };
}

function withoutStack(alias: string): Found {
  return {
    kind: 'refused',
    problem: `functions is empty, and without stack it is not known which functions have the alias ${quote(alias)}; expected functions, or stack`,
  };
}

function readOutputs(
  { outputsFile, workspace }: NameOrder,
  mask: (secret: string) => void,
  problems: string[],
): { readonly path: string; readonly outputs: readonly Output[] } | undefined {
  if (outputsFile === '') return undefined;
  const source = `outputs-file ${quote(outputsFile)}`;
  const file = readCheckoutFile(outputsFile, workspace, MAX_BYTES);
  const parsed = 'problem' in file ? file.problem : parseOutputs(file.text);
  if (typeof parsed === 'string') {
    problems.push(`${source}: ${parsed}`);
    return undefined;
  }
  for (const secret of parsed.secrets) mask(secret);
  return { path: outputsFile, outputs: parsed.outputs };
}

interface StackFacts {
  readonly reading: StackReading;
  readonly walked: readonly WalkedStack[];
  /** The ARNs of the stacks, as patterns for a policy. */
  readonly patterns: readonly string[];
  readonly notes: readonly string[];
}

/** `undefined` if it cannot be used, which is a problem. */
async function readStack(
  { stack, region, begins }: NameOrder,
  clients: NormalClients,
  problems: string[],
): Promise<StackFacts | undefined> {
  const stacks = bindStacks(clients);
  try {
    const reading = await stacks.describe(stack);
    if (!reading) {
      problems.push(
        `stack: there is no stack ${quote(stack)} in ${region}; check its name and AWS_REGION`,
      );
      return undefined;
    }
    const state = stackStateOf(reading.name, reading.status, begins);
    if (state.kind === 'refused') {
      problems.push(`stack: ${state.words}`);
      return undefined;
    }
    const found = await walk(stacks, reading);
    const notes = state.kind === 'told' ? [`stack: ${state.words}`] : [];
    return { reading, ...found, notes };
  } catch (error) {
    problems.push(`stack: ${known(error).message}`);
    return undefined;
  }
}

/** The stack, then those nested in it. */
async function walk(
  stacks: Stacks,
  { arn, name }: StackReading,
): Promise<Pick<StackFacts, 'walked' | 'patterns'>> {
  const walked: WalkedStack[] = [];
  const patterns: string[] = [];
  const open = [{ arn, path: name, pattern: patternOf(arn, name) }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { path } = next;
    const resources = await stacks.readResources(next.arn);
    walked.push({ path, resources });
    patterns.push(next.pattern);
    for (const { type, logicalId, physicalId } of resources) {
      if (type !== 'AWS::CloudFormation::Stack') continue;
      const pattern = patternOf(physicalId, nestedName(next.arn, logicalId, physicalId));
      open.push({ arn: physicalId, path: `${path}/${logicalId}`, pattern });
    }
  }
  return { walked, patterns };
}

/** The ARN ends in an ID that is another one if the stack is created again. */
function patternOf(arn: string, name: string): string {
  return arn.replace(/:stack\/.*$/, `:stack/${name}/*`);
}

/** CloudFormation names it after its parent and its logical ID, with a random end; long names are cut. */
function nestedName(parentArn: string, logicalId: string, arn: string): string {
  const [parent = '', name = ''] = [parentArn, arn].map(
    (each) => /:stack\/([^/]+)\//.exec(each)?.[1],
  );
  const prefix = `${parent}-${logicalId}-`;
  return name.startsWith(prefix) ? `${prefix}*` : name;
}
