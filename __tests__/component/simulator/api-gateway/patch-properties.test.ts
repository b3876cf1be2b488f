import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Stage } from '../../../../simulator/api-gateway/model.ts';
import type { PatchOperation } from '../../../../simulator/api-gateway/patch.ts';
import { applyOperation } from '../../../../simulator/api-gateway/stage-patch.ts';
import { plainStage } from '../../../../simulator/api-gateway/stages.ts';
import { AwsError } from '../../../../simulator/service.ts';
import { DEFAULT_UNSETTLED } from '../../../../simulator/world.ts';

const DEPLOYMENTS = ['d1', 'd2', 'd3'];

const around = {
  unsettled: DEFAULT_UNSETTLED,
  logsRole: 'arn:aws:iam::123456789012:role/logs',
  deploymentExists: (id: string) => DEPLOYMENTS.includes(id),
  documentationVersionExists: (version: string) => version === 'v1',
};

const paths = fc.constantFrom(
  '/deploymentId',
  '/description',
  '/variables',
  '/variables/a',
  '/variables/b',
  '/canarySettings',
  '/canarySettings/deploymentId',
  '/canarySettings/percentTraffic',
  '/canarySettings/useStageCache',
  '/canarySettings/stageVariableOverrides',
  '/canarySettings/stageVariableOverrides/a',
  '/canarySettings/stageVariableOverrides/c',
  '/accessLogSettings',
  '/accessLogSettings/format',
  '/*/*',
  '/*/*/throttling/burstLimit',
  '/documentationVersion',
  '/tags/t',
);

const operation: fc.Arbitrary<PatchOperation> = fc.record({
  op: fc.constantFrom('add', 'remove', 'move', 'test', 'replace', 'copy'),
  path: fc.oneof({ weight: 9, arbitrary: paths }, fc.string()),
  value: fc.oneof(
    fc.constantFrom('d1', 'd2', 'none', '0', '12.5', '100', '101', 'true', 'x', 'v1', ''),
    fc.string(),
    fc.constant(undefined),
  ),
  from: fc.oneof(paths, fc.constant(undefined)),
});

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
};

const start: Stage = freeze({
  ...plainStage('prod', 'd1', 0),
  variables: { a: '1', b: '2' },
});

/** The stage after each operation in turn; a refused one changes nothing. */
function states(operations: readonly PatchOperation[]): readonly Stage[] {
  const seen: Stage[] = [start];
  for (const each of operations) {
    const stage = seen.at(-1) ?? start;
    try {
      seen.push(freeze(applyOperation(stage, each, around)));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      seen.push(stage);
    }
  }
  return seen;
}

const anyPatch = fc.array(operation, { maxLength: 12 });

describe('whatever is patched', () => {
  it('every stage is one that AWS could show, and no earlier one is touched', () => {
    fc.assert(
      fc.property(anyPatch, (operations) => {
        for (const { deploymentId, canarySettings, variables } of states(operations)) {
          expect(DEPLOYMENTS).toContain(deploymentId);
          if (variables) expect(Object.keys(variables)).not.toHaveLength(0);
          if (!canarySettings) continue;
          expect(DEPLOYMENTS).toContain(canarySettings.deploymentId);
          expect(canarySettings.percentTraffic).toBeGreaterThanOrEqual(0);
          expect(canarySettings.percentTraffic).toBeLessThanOrEqual(100);
          const overrides = canarySettings.stageVariableOverrides;
          if (overrides) expect(Object.keys(overrides)).not.toHaveLength(0);
        }
      }),
    );
  });

  it('the base moves only by /deploymentId and /variables', () => {
    fc.assert(
      fc.property(anyPatch, (operations) => {
        const elsewhere = operations.filter(
          ({ path }) => path !== '/deploymentId' && !path.startsWith('/variables'),
        );
        for (const { deploymentId, variables } of states(elsewhere)) {
          expect({ deploymentId, variables }).toEqual({
            deploymentId: start.deploymentId,
            variables: start.variables,
          });
        }
      }),
    );
  });

  it('a path with a name that every object has is refused', () => {
    const replace = { op: 'replace', value: 'd1', from: undefined };
    for (const path of ['valueOf', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(states([{ ...replace, path } as PatchOperation]).at(-1)).toBe(start);
    }
  });

  it('one removal closes the canary and leaves the rest', () => {
    fc.assert(
      fc.property(anyPatch, (operations) => {
        const stage = states(operations).at(-1) ?? start;
        const close = { op: 'remove', path: '/canarySettings', value: undefined, from: undefined };
        const settled = {
          ...around,
          unsettled: { ...DEFAULT_UNSETTLED, removeAbsentCanary: 'no-op' as const },
        };
        const { canarySettings, ...rest } = stage;
        expect(applyOperation(stage, close as PatchOperation, settled)).toEqual(rest);
      }),
    );
  });
});
