// What an account shows of functions and their callers. Only reads are sent. What cannot be read is said, with the
// permission that it needs, and the rest is read.

import { bindAccountApis } from '../aws/account-apis.ts';
import { type AccountFunction, bindAccountFunctions } from '../aws/account-functions.ts';
import { bindAliases } from '../aws/aliases.ts';
import { accountOf } from '../aws/arns.ts';
import { causedBy } from '../aws/call.ts';
import { type Clients, connect } from '../aws/clients.ts';
import { hasNoCredentials, isBadCredentials } from '../aws/credential-errors.ts';
import { bindFunctions } from '../aws/functions.ts';
import { bindHttpApis } from '../aws/http-apis.ts';
import { bindQualifiers } from '../aws/qualifiers.ts';
import { bindRestApi } from '../aws/rest-api.ts';
import { bindVersions } from '../aws/versions.ts';
import { KnownError, known } from '../base/errors.ts';
import { firstOf } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { calleeOf, type Lookup } from '../doctor/callee.ts';
import type { AliasFact, CallerFact, Front, FunctionFact, Mover, Survey } from '../doctor/facts.ts';
import { sourceWords } from '../doctor/template-callers.ts';
import { forAll } from '../targets/concurrency.ts';
import { readCallers } from '../targets/lambda/read-callers.ts';

export interface AccountOptions {
  readonly region: string;
  /** `undefined`: whichever the credentials are of. */
  readonly account: string | undefined;
  /** Names; empty: all. */
  readonly functions: readonly string[];
  /** Of CloudFormation, to read only its functions. */
  readonly stack: string | undefined;
}

export interface AccountReading {
  readonly survey: Survey;
  /** `account 123456789012 (eu-central-1)`. */
  readonly words: string;
  /** Its number; empty if it has no functions, which tell it. */
  readonly account: string;
}

interface Found {
  readonly functions: FunctionFact[];
  readonly aliases: AliasFact[];
  readonly callers: CallerFact[];
  readonly movers: Mover[];
  readonly notes: string[];
  readonly problems: string[];
}

interface Reading {
  readonly clients: Clients<'normal'>;
  readonly where: string;
  readonly account: string;
  readonly region: string;
  readonly found: Found;
}

/** Reading one takes five calls or more, of 14 a second. */
const MOST_FUNCTIONS = 300;
/** Previews of pull requests are stages too. */
const MOST_STAGES = 10;

/** Throws a `KnownError` without usable credentials, or with those of another account. */
export async function readAccount(options: AccountOptions): Promise<AccountReading> {
  const never = new AbortController().signal;
  const limits = { cancelled: never, rollbackDeadline: never, ended: never };
  const clients = connect(options.region, limits, undefined, 'reads').normal;
  const all = await listFunctions(clients);
  const account = accountOf(all[0]?.arn ?? '');
  if (options.account !== undefined && account !== '' && account !== options.account) {
    throw new KnownError(
      `the credentials are of the account ${account}; expected ${options.account} (--account)`,
    );
  }
  const words = `account ${account || 'without functions'} (${options.region})`;
  const found: Found = {
    ...{ functions: [], aliases: [], callers: [], movers: [], notes: [], problems: [] },
  };
  const reading = { clients, where: words, account, region: options.region, found };
  const chosen = await choose(all, options, reading);
  await readFunctions(chosen, reading);
  await readRestApis(reading);
  await readHttpApis(reading);
  found.problems.push(...missingAliases(found));
  return { survey: found, words, account };
}

/** There are no credentials at all, so perhaps none are meant to be used. */
export class NoCredentialsError extends KnownError {}

async function listFunctions(clients: Clients<'normal'>): Promise<readonly AccountFunction[]> {
  try {
    return await bindAccountFunctions(clients).list();
  } catch (error) {
    const message = `${known(error).message}. Without an account, add --offline`;
    if (causedBy(error, hasNoCredentials)) throw new NoCredentialsError(message);
    throw causedBy(error, isBadCredentials) ? new KnownError(message) : error;
  }
}

async function choose(
  all: readonly AccountFunction[],
  { functions, stack }: AccountOptions,
  { found, where }: Reading,
): Promise<readonly AccountFunction[]> {
  const names = all.map(({ name }) => name);
  for (const name of functions.filter((each) => !names.includes(each))) {
    found.problems.push(
      `there is no function ${quote(name)} in ${where}.${didYouMean(name, names)}`,
    );
  }
  const asked = functions.length > 0 ? all.filter(({ name }) => functions.includes(name)) : all;
  if (asked.length <= MOST_FUNCTIONS) return asked;
  const wanted = stack === undefined ? asked : asked.filter(({ name }) => name.startsWith(stack));
  if (wanted.length <= MOST_FUNCTIONS) return wanted;
  found.problems.push(
    `${where} has ${asked.length} functions; the first ${MOST_FUNCTIONS} were read. Name those of interest in --functions`,
  );
  return wanted.slice(0, MOST_FUNCTIONS);
}

async function readFunctions(chosen: readonly AccountFunction[], reading: Reading): Promise<void> {
  const { clients, found } = reading;
  const sources = await part(found, () => bindVersions(clients).readEventSources());
  const calls = {
    functions: bindFunctions(clients),
    qualifiers: bindQualifiers(clients),
    tags: bindAliases(clients),
    own: bindAccountFunctions(clients),
    sources: sources ? { value: sources } : { why: 'the event sources were not read' },
  };
  await forAll(chosen, (each) => readFunction(each, calls, reading));
  // In the order of the list, whichever was read first.
  const order = new Map(chosen.map(({ arn }, i) => [arn, i]));
  found.functions.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** Aliases that are called and do not exist: such calls fail. */
function missingAliases({ functions, aliases, callers, notes }: Found): readonly string[] {
  return callers.flatMap(({ functionId, label, reach }) => {
    if (reach.kind !== 'alias') return [];
    const own = aliases.filter((alias) => alias.functionId === functionId);
    const isThere = own.some(({ name }) => name === reach.alias);
    const fn = functions.find(({ id }) => id === functionId);
    if (isThere || !fn || notes.includes(unreadAliases(fn.label))) return [];
    const names = own.map(({ name }) => name);
    return [
      `${label} calls the alias "${reach.alias}" of ${fn.label}, which does not exist.${didYouMean(reach.alias, names)}`,
    ];
  });
}

function unreadAliases(name: string): string {
  return `the aliases of ${name} were not read, so it is not known whether those that are called exist`;
}

interface FunctionReads {
  readonly functions: ReturnType<typeof bindFunctions>;
  readonly qualifiers: ReturnType<typeof bindQualifiers>;
  readonly tags: ReturnType<typeof bindAliases>;
  readonly own: ReturnType<typeof bindAccountFunctions>;
  readonly sources: Parameters<typeof readCallers>[4];
}

async function readFunction(
  { name, arn }: AccountFunction,
  reads: FunctionReads,
  { found, where }: Reading,
): Promise<void> {
  const tags = (await part(found, () => reads.tags.readTags(arn))) ?? {};
  const stack = tags['aws:cloudformation:stack-name'];
  const logicalId = tags['aws:cloudformation:logical-id'];
  found.functions.push({
    ...{ id: arn, label: name, name, where, tool: undefined },
    ...(stack && logicalId && { stack: { name: stack, logicalId } }),
  });
  const listed = await part(found, () => reads.own.aliases(name));
  if (!listed) found.notes.push(unreadAliases(name));
  const aliases = listed ?? [];
  for (const alias of aliases) {
    found.aliases.push({ functionId: arn, ...alias, where });
    if (alias.version === '$LATEST') {
      const mover = { functionId: arn, alias: alias.name, where: `${where}, ${name}` };
      found.movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
    }
  }
  const names = aliases.map((alias) => alias.name);
  const callers = await readCallers(reads.functions, reads.qualifiers, arn, names, reads.sources);
  found.problems.push(...callers.why);
  for (const alias of [undefined, ...names]) {
    const called = alias === undefined ? arn : `${arn}:${alias}`;
    addDirect(arn, alias, callers.of(called, 'yes'), where, found);
  }
}

/** Callers that AWS tells by the function: permissions of services, event sources, the URL. */
function addDirect(
  functionId: string,
  alias: string | undefined,
  { permitted, sources, hasUrl }: ReturnType<Awaited<ReturnType<typeof readCallers>>['of']>,
  where: string,
  found: Found,
): void {
  const reach = alias === undefined ? ({ kind: 'unqualified' } as const) : aliasReach(alias);
  const add = (front: Front, label: string) =>
    found.callers.push({ functionId, front, label, through: '', reach, where });
  for (const source of sources) add('source', `event source ${sourceWords(source)}`);
  if (hasUrl) add('url', 'function URL');
  for (const { service, sourceArn } of permitted) {
    // APIs say themselves what they call; a permission for an account or a role says nothing about calls.
    if (service === undefined || service.startsWith('apigateway.')) continue;
    const from = sourceArn === undefined ? '' : ` ${sourceWords(sourceArn)}`;
    add('other', `${service.split('.')[0]}${from}`);
  }
}

function aliasReach(alias: string) {
  return { kind: 'alias', alias } as const;
}

/** Reads a part. A failure is a problem, and the rest is read. */
async function part<T>(found: Found, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const { message } = known(error);
    if (!found.problems.includes(message)) found.problems.push(message);
    return undefined;
  }
}

interface Called {
  readonly front: 'rest' | 'http' | 'websocket';
  readonly label: string;
  readonly through: string;
  readonly stage?: CallerFact['stage'];
  readonly uri: string;
  readonly variables: Readonly<Record<string, string>>;
}

function addCalled({ uri, variables, ...call }: Called, reading: Reading): void {
  const { found, where, account, region } = reading;
  const place = /:lambda:([\w-]+):(\d{12}):function:/.exec(uri);
  const isElsewhere = place !== null && (place[1] !== region || place[2] !== account);
  if (isElsewhere) return;
  const names = new Map(found.functions.map(({ label, id }) => [label, id]));
  const lookup: Lookup = {
    variables,
    named: (name) => names.get(name),
    reference: () => ({ kind: 'unknown', why: 'an account has no references' }),
  };
  const callee = calleeOf(uri, lookup);
  if (callee.kind === 'function') {
    const { functionId, reach } = callee;
    found.callers.push({ ...call, functionId, reach, where });
  } else if (callee.kind === 'unknown') {
    found.problems.push(`${call.through}, ${call.label}: ${callee.why}`);
  }
}

async function readRestApis(reading: Reading): Promise<void> {
  const { clients, found } = reading;
  const apis = bindAccountApis(clients);
  for (const { id, name } of (await part(found, () => apis.list())) ?? []) {
    const stages = (await part(found, () => apis.stages(id))) ?? [];
    if (stages.length > MOST_STAGES) {
      const others = stages.slice(MOST_STAGES).map((stage) => stage.name);
      found.notes.push(
        `the REST API "${name}" has ${stages.length} stages; these were not read: ${firstOf(others, 5).join(', ')}`,
      );
    }
    for (const { name: stage, variables } of stages.slice(0, MOST_STAGES)) {
      const api = bindRestApi(clients, id, stage);
      const served = await part(found, () => api.readServed());
      for (const { method, path, uri } of served?.integrations ?? []) {
        const label = `${method} ${path.replace(/^"(.*)"$/, '$1')}`;
        const through = `REST ${name}/${stage}`;
        const call = { front: 'rest', label, through, stage: { api: id, name: stage } } as const;
        addCalled({ ...call, uri, variables }, reading);
      }
    }
  }
}

async function readHttpApis(reading: Reading): Promise<void> {
  const { clients, found } = reading;
  const apis = bindHttpApis(clients);
  for (const { apiId, name, protocol } of (await part(found, () => apis.list())) ?? []) {
    const api = await part(found, () => apis.read(apiId));
    const front = protocol === 'HTTP' ? 'http' : 'websocket';
    const kind = protocol === 'HTTP' ? 'HTTP' : 'WebSocket';
    for (const { name: stage, variables } of api?.stages ?? []) {
      const through = `${kind} ${name}/${stage}`;
      for (const { label, uri } of api?.calls ?? []) {
        addCalled({ front, label, through, uri, variables }, reading);
      }
    }
  }
}
