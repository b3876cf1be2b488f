// `npm run bench -- length [HOURS]`: a release of thirty hours in one process, whose clock is put forward by a minute after
// each look. Counts what it reads from AWS, hour by hour, and measures the memory of the process: both must not grow with
// its age.

import { readFileSync } from 'node:fs';
import { type LongPlan, playInOneRun } from '../__tests__/support/long-release.ts';

const HOURS = 30;

const GOALS = {
  megabytes: 15,
  /** What the last quarter reads an hour, as a multiple of the second: the first one has less to read. */
  growth: 1.2,
  peakMebibytes: 150,
} as const;

/** What was seen by the end of an hour. */
interface Hour {
  readonly looks: number;
  readonly bytes: number;
  /** Of the process, at the end of the hour. */
  readonly mebibytes: number;
}

/** Prints the measures; returns `false` if one of them is beyond its goal. */
export async function runLengthBench([given]: readonly string[]): Promise<boolean> {
  const length = given === undefined ? HOURS : Number(given);
  const { hours, peak, outcome } = await measureLength(length);
  console.log(`a release of ${length} hours in one process, a look a minute: ${outcome}`);
  for (const [i, { looks, bytes, mebibytes }] of hours.entries()) {
    if (i % 3 === 0 || i === hours.length - 1) {
      console.log(
        `  hour ${String(i + 1).padEnd(4)} ${looks} looks, ${(bytes / 1e6).toFixed(2)} MB, ${mebibytes.toFixed(0)} MiB`,
      );
    }
  }
  const quarter = Math.max(1, Math.floor(hours.length / 4));
  const measured = {
    megabytes: sumOf(hours) / 1e6,
    growth: perLook(hours.slice(-quarter)) / perLook(hours.slice(quarter, 2 * quarter)),
    peakMebibytes: peak,
  };
  const over = Object.entries(GOALS).filter(([name, goal]) => {
    const value = measured[name as keyof typeof measured];
    console.log(`  ${name.padEnd(14)} ${value.toFixed(2).padStart(8)}   (goal: at most ${goal})`);
    return !(value <= goal);
  });
  return outcome === 'promoted' && over.length === 0;
}

function sumOf(hours: readonly Hour[]): number {
  return hours.reduce((sum, { bytes }) => sum + bytes, 0);
}

function perLook(hours: readonly Hour[]): number {
  return sumOf(hours) / hours.reduce((sum, { looks }) => sum + looks, 0);
}

interface Measured {
  readonly hours: readonly Hour[];
  readonly peak: number;
  readonly outcome: string;
}

async function measureLength(length: number): Promise<Measured> {
  const half = Math.max(1, Math.floor(length / 2));
  const plan: LongPlan = {
    steps: [
      { weight: 5, hours: half },
      { weight: 50, hours: Math.max(1, length - half - 1) },
    ],
    bakeHours: 1,
    everySeconds: 60,
    requests: 5,
  };
  const hours: Hour[] = [];
  let [begun, looks, peak] = [0, 0, 0];
  const { outcome } = await playInOneRun(plan, ({ pid, scene: { simulator } }) => {
    const now = simulator.world.clock.now();
    if (begun === 0) begun = now;
    looks += 1;
    if (now - begun < (hours.length + 1) * 3_600_000) return;
    const { resident, highest } = memoryOf(pid);
    // At its end, the process has no memory any more.
    if (highest > peak) peak = highest;
    const calls = simulator.calls.list();
    const bytes = calls.reduce((sum, call) => sum + (call.bytes ?? 0), 0);
    simulator.calls.clear();
    hours.push({ looks, bytes, mebibytes: resident });
    looks = 0;
  });
  return { hours, peak, outcome };
}

/** In MiB, as Linux shows it. */
function memoryOf(pid: number): { readonly resident: number; readonly highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const member = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { resident: member('VmRSS'), highest: member('VmHWM') };
}
