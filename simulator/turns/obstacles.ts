// What keeps simulated time from passing.

import { watchRequests } from './open-requests.mjs';
import type { Participants } from './participants.ts';

/** In this process, the kinds of what is open only while something works: `FSReqPromise`, `TCPConnectWrap`, … */
const WORK = /Req|ConnectWrap|^Immediate$/;

export interface Obstacles {
  /** What works, in words; empty if nothing does. */
  list(): readonly string[];
  /** Changes whenever something has happened here that may have begun work. */
  changes(): number;
  /** Whether something works in this process. */
  worksHere(): boolean;
  /** Whether somebody waits for an answer of this process. */
  isAsked(): boolean;
  /** Ends the watching. */
  stop(): void;
}

/** @param changed called after each change */
export function watchObstacles(participants: Participants, changed: () => void): Obstacles {
  // Those of all simulators in this process, which wait for each other: a request does not show whose it is.
  const here = watchRequests(changed);
  return {
    list: () => [...participants.working(), ...worksHere(), ...onTheirWay(here, participants)],
    changes: here.changes,
    worksHere: () => worksHere().length > 0,
    isAsked: () => here.begun().length > 0,
    stop: here.stop,
  };
}

function worksHere(): readonly string[] {
  const kinds = process.getActiveResourcesInfo().filter((kind) => WORK.test(kind));
  return kinds.length > 0 ? [`this process, which works on ${kinds.join(', ')}`] : [];
}

type Requests = Pick<Participants, 'sent' | 'begun'>;

/** A request that is open on one side only is on its way, or its answer is. */
function onTheirWay(...sides: readonly Requests[]): readonly string[] {
  const sent = sides.flatMap((side) => side.sent());
  const begun = sides.flatMap((side) => side.begun());
  if (sent.length === begun.length) return [];
  return [`requests, sent: ${words(sent)}; begun: ${words(begun)}`];
}

const words = (requests: readonly string[]) => (requests.length > 0 ? requests.join(', ') : 'none');
