// Files and an account together: the account says what users get today, and the files what the next deployment will
// change.

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { diagnose, isReady } from './diagnose.ts';
import type { CallerFact, FunctionFact, Survey } from './facts.ts';
import { describeReach } from './reach-words.ts';

export interface Together {
  readonly files: Survey;
  readonly account: Survey;
  /** The stack whose functions are meant, if several stacks have the same logical IDs. */
  readonly stack: string | undefined;
}

export function compare({ files, account, stack }: Together): Survey {
  const problems: string[] = [];
  const pairs = new Map(
    files.functions.flatMap((file) => {
      const twin = twinOf(file, account, stack, problems);
      return twin ? [[file.id, twin] as const] : [];
    }),
  );
  const known = new Set([...pairs.values()].map(({ id }) => id));
  const unmatched = files.functions.filter(({ id }) => !pairs.has(id));
  const idOf = (id: string) => pairs.get(id)?.id ?? id;
  const moved = files.movers.map((mover) => ({ ...mover, functionId: idOf(mover.functionId) }));
  const ready = diagnose(files).filter(isReady);
  const prepared = new Set(ready.map(({ fact }) => fact.id));
  return {
    functions: files.functions.map((file) => together(file, pairs.get(file.id), prepared)),
    aliases: [
      ...account.aliases.filter(({ functionId }) => known.has(functionId)),
      ...files.aliases.filter(({ functionId }) => !pairs.has(functionId)),
    ],
    callers: [
      ...account.callers.filter(({ functionId }) => known.has(functionId)),
      ...files.callers.filter(({ functionId }) => !pairs.has(functionId)),
    ],
    movers: [...account.movers.filter(({ functionId }) => known.has(functionId)), ...moved],
    notes: [
      ...files.notes,
      ...account.notes,
      ...differences(files, account, pairs),
      ...notDeployed(unmatched),
      ...notInFiles(account, known),
    ],
    problems: [...files.problems, ...account.problems, ...problems],
  };
}

/** The function in the account: by its name, or by what CloudFormation wrote into its tags. */
function twinOf(
  file: FunctionFact,
  account: Survey,
  stack: string | undefined,
  problems: string[],
): FunctionFact | undefined {
  const named = account.functions.find(({ name }) => name !== undefined && name === file.name);
  if (named || file.tool === 'terraform') return named;
  const logicalId = file.id.slice(file.id.indexOf('#') + 1);
  const made = account.functions.filter((each) => each.stack?.logicalId === logicalId);
  const own = stack === undefined ? made : made.filter((each) => each.stack?.name === stack);
  if (own.length > 1) {
    const stacks = own.map((each) => each.stack?.name ?? '').sort();
    problems.push(
      `"${logicalId}" is a function of ${own.length} stacks (${listed(stacks)}); name one of them in --stack`,
    );
    return undefined;
  }
  return own[0];
}

function together(
  file: FunctionFact,
  twin: FunctionFact | undefined,
  prepared: ReadonlySet<string>,
): FunctionFact {
  if (!twin) return file;
  const isPrepared = prepared.has(file.id);
  return {
    ...twin,
    isPrepared,
    label: file.label,
    tool: file.tool,
    where: `${file.where}; ${twin.where}`,
  };
}

/** Routes and function URLs whose way differs. Other callers have different names in files and account. */
function differences(
  files: Survey,
  account: Survey,
  pairs: ReadonlyMap<string, FunctionFact>,
): readonly string[] {
  return files.callers.filter(isComparable).flatMap((caller) => {
    const twin = pairs.get(caller.functionId);
    if (!twin) return [];
    const same = account.callers.filter(
      (each) => each.functionId === twin.id && each.label === caller.label,
    );
    const now = [...new Set(same.map(({ reach }) => describeReach(reach)))];
    const wanted = describeReach(caller.reach);
    if (caller.reach.kind === 'unknown' || isAlike(caller, same)) return [];
    const today = now.length === 0 ? 'does not have it' : `has ${listed(now)}`;
    return [
      `${caller.label} of ${twin.name}: ${caller.where} has ${wanted}, and the account ${today}; it is not deployed yet, or was changed by other means`,
    ];
  });
}

function isComparable({ front }: CallerFact): boolean {
  return front === 'rest' || front === 'http' || front === 'websocket' || front === 'url';
}

/** The version in a variable is the action's, so only the variable counts. */
function isAlike({ reach }: CallerFact, others: readonly CallerFact[]): boolean {
  return others.some(({ reach: now }) => {
    if (now.kind !== reach.kind) return false;
    if (now.kind === 'alias' && reach.kind === 'alias') return now.alias === reach.alias;
    return (
      !(now.kind === 'variable' && reach.kind === 'variable') || now.variable === reach.variable
    );
  });
}

function notDeployed(functions: readonly FunctionFact[]): readonly string[] {
  if (functions.length === 0) return [];
  const names = functions.map(({ label }) => quote(label));
  return [`not found in the account, so only the files are shown: ${listed(names)}`];
}

function notInFiles(account: Survey, known: ReadonlySet<string>): readonly string[] {
  const others = account.functions.filter(({ id }) => !known.has(id));
  if (others.length === 0) return [];
  const names = others.map(({ label }) => label);
  return [`in the account, but not in these files: ${listed(names)}`];
}
