// `npm run bench -- length [HOURS]`: a release of thirty hours in one process, whose clock is put forward by a minute after
// each look. Counts what it reads from AWS, hour by hour, and measures the processor time and the memory of the process:
// none may grow with its age.
//
// V8 makes room for new objects by how many come in a second: from 1 MB a second on it takes more, and below it gives some
// back (`Heap::ShouldResizeNewSpace`). So it takes far more where a day passes in half a minute than in a job. That is why
// the last looks come slowly, and the peak is theirs: three seconds apart, still five times as fast as in a job.

import { readFileSync, writeFileSync } from 'node:fs';
import { type LongPlan, type OnLook, playInOneRun } from '../__tests__/support/long-release.ts';

const HOURS = 30;

const GOALS = {
  megabytes: 15,
  /** What the last quarter reads an hour, as a multiple of the second: the first one has less to read. */
  growth: 1.2,
  /** The same of the processor time. */
  cpuGrowth: 1.5,
  peakMebibytes: 150,
} as const;

/** The last looks, which come slowly. V8 gives memory back in the first of them. */
const SLOW = { looks: 110, seconds: 3, settling: 60 } as const;
/**
 * The process looks at its clock each millisecond. V8 gives memory back if it sees for some time that little is
 * allocated, as in the hours of a real release; a process that only waits for its next look allocates nothing.
 */
const LOOKS_OFTEN = { CANARY_QUIET_LOOK_MS: '1' };

/** What was seen by the end of an hour. */
interface Hour {
  readonly looks: number;
  readonly bytes: number;
  /** Processor time; NaN if time passed slowly, because the process looks again and again whether it goes on. */
  readonly cpuSeconds: number;
  /** Of the process, at the end of the hour. */
  readonly mebibytes: number;
}

/** Prints the measures; returns `false` if one of them is beyond its goal. */
export async function runLengthBench([given]: readonly string[]): Promise<boolean> {
  const length = given === undefined ? HOURS : Number(given);
  const { hours, peak, outcome } = await measureLength(length);
  console.log(`a release of ${length} hours in one process, a look a minute: ${outcome}`);
  for (const [i, { looks, bytes, cpuSeconds, mebibytes }] of hours.entries()) {
    if (i % 3 === 0 || i === hours.length - 1) {
      console.log(
        `  hour ${String(i + 1).padEnd(4)} ${looks} looks, ${(bytes / 1e6).toFixed(2)} MB, ${Number.isNaN(cpuSeconds) ? '' : `${cpuSeconds.toFixed(2)} s, `}${mebibytes.toFixed(0)} MiB`,
      );
    }
  }
  const measured = {
    megabytes: sumOf(hours, 'bytes') / 1e6,
    growth: growthOf(hours, 'bytes'),
    cpuGrowth: growthOf(
      hours.filter(({ cpuSeconds }) => !Number.isNaN(cpuSeconds)),
      'cpuSeconds',
    ),
    peakMebibytes: peak,
  };
  const over = Object.entries(GOALS).filter(([name, goal]) => {
    const value = measured[name as keyof typeof measured];
    console.log(`  ${name.padEnd(14)} ${value.toFixed(2).padStart(8)}   (goal: at most ${goal})`);
    return !(value <= goal);
  });
  return outcome === 'promoted' && over.length === 0;
}

function sumOf(hours: readonly Hour[], what: 'bytes' | 'cpuSeconds'): number {
  return hours.reduce((sum, hour) => sum + hour[what], 0);
}

function growthOf(hours: readonly Hour[], what: 'bytes' | 'cpuSeconds'): number {
  const quarter = Math.max(1, Math.floor(hours.length / 4));
  return perLook(hours.slice(-quarter), what) / perLook(hours.slice(quarter, 2 * quarter), what);
}

function perLook(hours: readonly Hour[], what: 'bytes' | 'cpuSeconds'): number {
  return sumOf(hours, what) / hours.reduce((sum, { looks }) => sum + looks, 0);
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
  const slowFrom = Math.max(0, 60 * length - SLOW.looks);
  let [begun, looks, all, cpu, peak] = [0, 0, 0, 0, 0];
  // The process of the action, and nothing else.
  process.env.CANARY_TESTS = 'apart';
  const onLook: OnLook = ({ pid, scene: { simulator } }) => {
    const now = simulator.world.clock.now();
    if (begun === 0) begun = now;
    looks += 1;
    all += 1;
    if (all > slowFrom) pause(SLOW.seconds);
    if (all === slowFrom + SLOW.settling) forgetPeak(pid);
    const { resident, highest } = memoryOf(pid);
    // At its end, the process has no memory any more.
    if (all > slowFrom + SLOW.settling && highest > peak) peak = highest;
    if (now - begun < (hours.length + 1) * 3_600_000) return;
    const calls = simulator.calls.list();
    const bytes = calls.reduce((sum, call) => sum + (call.bytes ?? 0), 0);
    simulator.calls.clear();
    const cpuNow = cpuSecondsOf(pid);
    const cpuSeconds = all > slowFrom ? Number.NaN : cpuNow - cpu;
    hours.push({ looks, bytes, cpuSeconds, mebibytes: resident });
    [looks, cpu] = [0, cpuNow];
  };
  const { outcome } = await playInOneRun(plan, onLook, LOOKS_OFTEN);
  return { hours, peak, outcome };
}

/** Stops this process, and with it the clock of the release, whose process waits. */
function pause(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000 * seconds);
}

/** In MiB, as Linux shows it. */
function memoryOf(pid: number): { readonly resident: number; readonly highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const member = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { resident: member('VmRSS'), highest: member('VmHWM') };
}

/** From then on, Linux shows the highest of what comes (proc(5), `/proc/pid/clear_refs`). */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Linux counts it in hundredths of a second (proc(5), `/proc/pid/stat`: utime and stime). */
function cpuSecondsOf(pid: number): number {
  const [, members = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = members.split(' ').slice(11, 13).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) / 100;
}
