// What keeps a release from going further for now, as data. A gate is asked about before each step and before the
// promotion. It never prevents a rollback or a cancellation, and says nothing about a release that is promoted.

import type { Plan } from './plan.ts';
import { partFrom } from './plan-parts.ts';

export type Gate = Closed | Approval | Door;

/** What holds up every release, and not this one alone. */
export type Closed = Window | Freeze | Stop;

export function isClosed(gate: Gate): gate is Closed {
  return gate.kind === 'window' || gate.kind === 'freeze' || gate.kind === 'stop';
}

/** The release hours are closed. */
export interface Window extends Times {
  readonly kind: 'window';
  /** The hours as configured: `Mon-Thu 09:00-16:00 Europe/Berlin`. */
  readonly hours: string;
}

/** Releases are frozen. */
export interface Freeze extends Times {
  readonly kind: 'freeze';
  /** The days or times as configured: `2026-12-18..2027-01-04`. */
  readonly dates: string;
  /** Text from outside; may be empty. */
  readonly reason: string;
}

interface Times {
  /** The time zone of the hours or dates, in which times are shown. */
  readonly zone: string;
  /** When releases may go on, in seconds since the epoch; absent: not in the foreseeable future. */
  readonly opensAt?: number;
}

/** Somebody stopped all releases, or it cannot be known that nobody did. */
export interface Stop {
  readonly kind: 'stop';
  readonly switch: StopSwitch;
  /** Why: the alarm's reason, the value that was set, or why it could not be read. Text from outside. */
  readonly says: string;
  /** Who set it, as far as AWS shows it. Text from outside. */
  readonly setBy?: string;
  /** Since when, in seconds since the epoch, as far as it is known. */
  readonly since?: number;
  /** It could not be read, so it is taken as set. */
  readonly unread?: true;
}

/** Where a switch for all releases is. */
export interface StopSwitch {
  readonly kind: 'alarm' | 'parameter' | 'variable';
  readonly name: string;
}

/** A person must approve a weight. */
export interface Approval {
  readonly kind: 'approval';
  /** The weight in % that needs the approval. */
  readonly weight: number;
}

/** The new version is shown to people before it has any weight. */
export interface Door {
  readonly kind: 'door';
}

/**
 * The first gate on the way from one weight to another; `undefined`: the way is free.
 *
 * @param way in %
 */
export function gateOn(
  gates: readonly Gate[],
  way: { readonly from: number; readonly to: number },
): Gate | undefined {
  return gates.find((gate) => isOn(gate, way));
}

function isOn(gate: Gate, { from, to }: { readonly from: number; readonly to: number }): boolean {
  switch (gate.kind) {
    case 'window':
    case 'freeze':
    case 'stop':
      return true;
    case 'approval':
      return from < gate.weight && to >= gate.weight;
    case 'door':
      return from === 0;
  }
}

/**
 * Until when a run waits at a gate, in seconds since the epoch; `undefined`: it leaves the release to a later run.
 *
 * @param lastStart when the rest of the release must go on at the latest, so that this run can complete it
 */
export function waitsUntil(gate: Gate, lastStart: number, now: number): number | undefined {
  if (!isClosed(gate) || now >= lastStart) return undefined;
  return gate.kind === 'stop' ? lastStart : Math.min(gate.opensAt ?? lastStart, lastStart);
}

/**
 * Seconds from a shift to the end of the run, which is the next approval if there is one.
 *
 * @param next the step to which the release goes; the number of steps: it is promoted
 * @param baked whether the bake was a step, and is over
 */
export function restFrom(plan: Plan, next: number, baked: boolean): number {
  return baked ? 0 : partFrom(plan, next).seconds;
}
