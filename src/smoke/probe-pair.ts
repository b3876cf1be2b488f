// One probe of both versions: the same checks in the same order, sent to each of them at the same time.

import { known } from '../base/errors.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { type Check, probesIn, type Suite } from '../checks/check.ts';
import { judgeAnswer } from '../checks/judge-answer.ts';
import { prepareCheck } from '../checks/prepare-check.ts';
import type { VersionSide } from '../checks/reach.ts';
import { secretsIn } from '../checks/secrets.ts';
import { isStageMissing } from './fresh-stage.ts';
import { ask, type CheckServices } from './run-check.ts';

/** Seconds that a probe of one version may take. A minute is not judged before its last probe has ended. */
export const PROBE_SECONDS = 60;

export type ProbeResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly check: string; readonly differs: string }
  /** API Gateway knows no such stage: that says nothing about a version. */
  | { readonly kind: 'unreached' };

export type ProbePair = Readonly<Record<VersionSide, ProbeResult>>;

/** Never rejects. */
export async function probeBoth(
  services: CheckServices,
  suite: Suite,
): Promise<ProbePair | 'stopped' | 'unreached'> {
  const [canary, stable] = await Promise.all([
    probeOne(services, suite, 'canary'),
    probeOne(services, suite, 'stable'),
  ]);
  if (services.signal.aborted) return 'stopped';
  if (canary.kind === 'unreached' || stable.kind === 'unreached') return 'unreached';
  return { canary, stable };
}

/** Until a check fails: the next ones might use what it saves. Never rejects. */
async function probeOne(
  services: CheckServices,
  suite: Suite,
  side: VersionSide,
): Promise<ProbeResult> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PROBE_SECONDS * 1000);
  const signal = AbortSignal.any([services.signal, limit.signal]);
  const values = new Map<string, unknown>(Object.entries(suite.secrets));
  try {
    for (const check of probesIn(suite)) {
      const result = await runOnce({ ...services, signal }, check, values, side);
      if (result.kind === 'passed') continue;
      if (result.kind === 'unreached') return result;
      const differs = limit.signal.aborted
        ? `the probe did not end within ${PROBE_SECONDS}s`
        : withoutSecrets(result.differs, secretsIn(suite, values));
      return { ...result, differs };
    }
    return { kind: 'passed' };
  } finally {
    clearTimeout(timer);
  }
}

/** One attempt: to try again would hide what users meet. */
async function runOnce(
  services: CheckServices,
  check: Check,
  values: Map<string, unknown>,
  side: VersionSide,
): Promise<ProbeResult> {
  const failed = (differs: string) => ({ kind: 'failed', check: check.name, differs }) as const;
  const prepared = prepareCheck(check, values);
  if (typeof prepared === 'string') return failed(prepared);
  try {
    const answer = await ask(services, check, prepared, side);
    if (isStageMissing(answer)) return { kind: 'unreached' };
    const { differences, saved } = judgeAnswer(
      { expect: prepared.expect, save: check.save },
      answer,
    );
    for (const [name, value] of saved) values.set(name, value);
    return differences.length > 0 ? failed(differences.join('; ')) : { kind: 'passed' };
  } catch (error) {
    return failed(known(error).message);
  }
}
