// The processes that take turns with a clock (see process-turns.mjs), as it knows them.

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process says: that it only waits in this turn, or what it works on. */
export type Said = { readonly pid: number; readonly turn: number } & (
  | {
      /** When its next timer is due, in simulated milliseconds since the epoch. */
      readonly due: number | null;
      /** Its open requests. */
      readonly sent: readonly string[];
      readonly begun: readonly string[];
    }
  | { readonly worksOn: readonly string[] }
);

/** A process, or what is like one. */
export interface Expected {
  readonly pid?: number | undefined;
  readonly spawnargs: readonly string[];
  once(event: 'close' | 'error', listener: () => void): unknown;
  kill(signal: 'SIGKILL'): unknown;
}

interface Participant {
  readonly socket: net.Socket;
  pid: number | undefined;
  /** The last turn that it was told of. */
  told: number;
  /** The turn in which it waits. */
  turn: number | undefined;
  due: number;
  sent: readonly string[];
  begun: readonly string[];
  worksOn: readonly string[];
}

export interface Participants {
  /** Where they join. */
  readonly path: string;
  /** Waits for this process until it has joined, and again from its last words until it has ended. */
  expect(child: Expected): void;
  /** Shows all of them the time at once, whatever else reaches them. */
  show(nowMs: number): void;
  /**
   * Begins the next turn of those whose timer is due by then, of all by default: each of them must say again that it
   * waits. For the others, nothing has changed.
   */
  tell(dueMs?: number): void;
  /** Those that work or have not joined, with what is known about it. */
  working(): readonly string[];
  areWorking(): boolean;
  /** When their next timer is due; infinity without any. */
  due(): number;
  sent(): readonly string[];
  begun(): readonly string[];
  /** Changes with each word of a process about its waiting, and each beginning or end of one. */
  changes(): number;
  /** Ends all processes that were expected. */
  kill(): void;
  close(): Promise<void>;
}

/** @param changed called after each word, beginning or end of a process */
export async function openParticipants(changed: () => void): Promise<Participants> {
  const joined = new Set<Participant>();
  const children = new Set<Expected>();
  let [turn, changes] = [0, 0];
  const write = (one: Participant) => {
    one.told = turn;
    one.socket.write(`${turn}\n`);
  };
  const change = () => {
    changes++;
    changed();
  };
  const { path, show, close } = await listen((participant) => {
    joined.add(participant);
    eachLine(participant.socket, (line) => {
      // What it works on is no progress.
      if (note(participant, JSON.parse(line) as Said)) change();
    });
    write(participant);
    participant.socket.on('close', () => {
      joined.delete(participant);
      change();
    });
  });

  const all = (of: 'sent' | 'begun') => [...joined].flatMap((one) => one[of]);
  return {
    path,
    expect: (child) => {
      children.add(child);
      const ended = () => {
        children.delete(child);
        change();
      };
      child.once('close', ended);
      child.once('error', ended);
    },
    show,
    tell: (dueMs = Number.POSITIVE_INFINITY) => {
      turn++;
      for (const one of joined) if (one.due <= dueMs) write(one);
    },
    working: () => [
      ...[...joined].filter((one) => one.turn !== one.told).map(describe),
      ...absent(children, joined),
    ],
    areWorking: () => {
      for (const { turn: said, told } of joined) if (said !== told) return true;
      return children.size > joined.size;
    },
    due: () => Math.min(...[...joined].map(({ due }) => due)),
    sent: () => all('sent'),
    begun: () => all('begun'),
    changes: () => changes,
    kill: () => {
      for (const child of children) child.kill('SIGKILL');
    },
    close: async () => {
      for (const { socket } of joined) socket.destroy();
      await close();
    },
  };
}

async function listen(joins: (participant: Participant) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'canary-clock-'));
  const path = join(folder, 'socket');
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.unref();
    joins(newcomer(socket));
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const file = openSync(`${path}.now`, 'w');
  const show = (ms: number) => void writeSync(file, new Float64Array([ms]), 0, 8, 0);
  const close = async () => {
    closeSync(file);
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  };
  return { path, show, close };
}

function absent(children: Iterable<Expected>, joined: Iterable<Participant>): string[] {
  const here = new Set([...joined].map(({ pid }) => pid));
  return [...children]
    .filter(({ pid }) => !here.has(pid))
    .map(({ pid, spawnargs }) => `process ${pid} (${spawnargs.join(' ')}), which starts or ends`);
}

function newcomer(socket: net.Socket): Participant {
  const due = Number.POSITIVE_INFINITY;
  return {
    socket,
    due,
    pid: undefined,
    told: 0,
    turn: undefined,
    sent: [],
    begun: [],
    worksOn: [],
  };
}

/** @returns whether it waits */
function note(one: Participant, said: Said): boolean {
  one.pid = said.pid;
  if (!('due' in said)) {
    Object.assign(one, { turn: undefined, worksOn: said.worksOn });
    return false;
  }
  const { turn, sent, begun } = said;
  const due = said.due ?? Number.POSITIVE_INFINITY;
  Object.assign(one, { turn, sent, begun, due, worksOn: [] });
  return true;
}

const describe = ({ pid, worksOn }: Participant) =>
  worksOn.length > 0
    ? `process ${pid}, which works on ${worksOn.join(', ')}`
    : `process ${pid ?? 'of unknown number'}, which has not answered`;

function eachLine(socket: net.Socket, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
