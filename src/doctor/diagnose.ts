// How each function is reached, which mode of the action fits it, and what has to change before. The action splits
// traffic in two places: at an alias (functions, alias), which any caller may call, and at the canary of a REST API's
// stage (rest-api-id, stage-name), which needs a version in the integration or in a stage variable.

import type { AliasFact, CallerFact, FunctionFact, Mover, Reach, Survey } from './facts.ts';
import type { Ways } from './reach-words.ts';

export type Mode =
  | { readonly kind: 'alias'; readonly alias: string }
  | { readonly kind: 'stage'; readonly api: string; readonly stage: string | undefined }
  /** Not before its callers are known. */
  | { readonly kind: 'none' };

/** The smallest change after which releases are gradual. */
export type Change =
  | { readonly kind: 'nothing' }
  /** Callers without a qualifier, or with different ones, are to call one alias. */
  | { readonly kind: 'call-alias'; readonly alias: string; readonly callers: readonly CallerFact[] }
  /** The tool is to leave the alias or the stage to the action. */
  | { readonly kind: 'stop-moving'; readonly movers: readonly Mover[] }
  /** There is an alias, and nothing that was found calls it. */
  | { readonly kind: 'find-callers' };

export interface CallerDiagnosis {
  readonly caller: CallerFact;
  /** Whether the tool decides what the alias serves. */
  readonly isMoved: boolean;
}

export interface Diagnosis {
  readonly fact: FunctionFact;
  readonly aliases: readonly AliasFact[];
  readonly callers: readonly CallerDiagnosis[];
  readonly ways: Ways;
  /** Now, or after the change. */
  readonly mode: Mode;
  readonly change: Change;
  /** What has to stop. */
  readonly movers: readonly Mover[];
  /** What has to be known. */
  readonly cautions: readonly Mover[];
}

/** The name of an alias that does not exist yet. */
export const NEW_ALIAS = 'live';

export function diagnose(survey: Survey): readonly Diagnosis[] {
  return survey.functions.map((fact) => {
    const isOf = ({ functionId }: { readonly functionId: string }) => functionId === fact.id;
    const callers = survey.callers.filter(isOf);
    const found = { fact, aliases: survey.aliases.filter(isOf), callers };
    return diagnoseOne(found, survey.movers.filter(isOf));
  });
}

interface Found {
  readonly fact: FunctionFact;
  readonly aliases: readonly AliasFact[];
  readonly callers: readonly CallerFact[];
}

function diagnoseOne({ fact, aliases, callers }: Found, movers: readonly Mover[]): Diagnosis {
  const ways = waysOf(callers);
  const mode = modeOf(ways, { fact, aliases, callers });
  const own = movers.filter((mover) => concerns(mover, mode));
  const inTheWay = own.filter((mover) => !isCaution(mover));
  return {
    fact,
    aliases,
    callers: callers.map((caller) => ({ caller, isMoved: isMoved(caller.reach, movers) })),
    ways,
    mode,
    change: changeOf(mode, callers, inTheWay),
    movers: inTheWay,
    cautions: own.filter(isCaution),
  };
}

/** How all callers together reach the function. */
export function waysOf(callers: readonly CallerFact[]): Ways {
  const [first] = callers;
  if (!first) return 'nobody';
  const keys = new Set(callers.map(({ reach }) => keyOf(reach)));
  return keys.size === 1 ? first.reach.kind : 'mixed';
}

/** Two callers with the same key get the same code, and a release moves them together. */
function keyOf(reach: Reach): string {
  const alias = aliasOf(reach);
  if (alias !== undefined) return `alias ${alias}`;
  if (reach.kind === 'version') return `version ${reach.version}`;
  return reach.kind === 'variable' ? `variable ${reach.variable}` : reach.kind;
}

/** The alias that is called, also by a stage variable. */
export function aliasOf(reach: Reach): string | undefined {
  if (reach.kind === 'alias') return reach.alias;
  return reach.kind === 'variable' && reach.holds === 'alias' ? reach.value : undefined;
}

function modeOf(ways: Ways, { aliases, callers }: Found): Mode {
  const [first] = callers;
  if (!first) {
    const [only, another] = aliases;
    return only && !another ? { kind: 'alias', alias: only.name } : { kind: 'none' };
  }
  if (callers.every(({ reach }) => reach.kind === 'unknown')) return { kind: 'none' };
  if (ways === 'version' || ways === 'variable') {
    const { stage, reach } = first;
    const oneStage = callers.every(
      (caller) => caller.front === 'rest' && caller.stage?.api === stage?.api,
    );
    if (oneStage && stage && aliasOf(reach) === undefined) {
      return { kind: 'stage', api: stage.api, stage: stage.name };
    }
  }
  return { kind: 'alias', alias: bestAlias(aliases, callers) };
}

/** The one that callers use, else the only one there is, else a new one. */
function bestAlias(aliases: readonly AliasFact[], callers: readonly CallerFact[]): string {
  const used = new Set(callers.flatMap(({ reach }) => aliasOf(reach) ?? []));
  const [alias = NEW_ALIAS] = used.size > 0 ? used : aliases.map(({ name }) => name);
  return alias;
}

function concerns({ alias }: Mover, mode: Mode): boolean {
  if (mode.kind === 'alias') return alias === mode.alias;
  return mode.kind === 'stage' && alias === undefined;
}

/** Whether releases are gradual in spite of it. */
function isCaution({ kind }: Mover): boolean {
  return kind === 'stage-deployment';
}

function isMoved(reach: Reach, movers: readonly Mover[]): boolean {
  const alias = aliasOf(reach);
  return alias !== undefined && movers.some((mover) => mover.alias === alias);
}

function changeOf(mode: Mode, callers: readonly CallerFact[], movers: readonly Mover[]): Change {
  if (mode.kind === 'alias') {
    const others = callers.filter(
      ({ reach }) => reach.kind !== 'unknown' && aliasOf(reach) !== mode.alias,
    );
    if (others.length > 0) return { kind: 'call-alias', alias: mode.alias, callers: others };
  }
  if (movers.length > 0) return { kind: 'stop-moving', movers };
  const isKnown =
    mode.kind !== 'none' &&
    callers.length > 0 &&
    callers.every(({ reach }) => reach.kind !== 'unknown');
  return { kind: isKnown ? 'nothing' : 'find-callers' };
}

/** The alias that all callers are to call; `undefined`: the function is released otherwise, or not yet. */
export function aliasOfMode({ mode }: Pick<Diagnosis, 'mode'>): string | undefined {
  return mode.kind === 'alias' ? mode.alias : undefined;
}

/** Whether a release could begin now. */
export function isReady({ change }: Diagnosis): boolean {
  return change.kind === 'nothing';
}
