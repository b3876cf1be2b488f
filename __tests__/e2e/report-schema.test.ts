// The file that the bundle leaves is what docs/report.schema.json says.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { RolloutEvent } from '../../src/report/notify-event.ts';
import { serveHook } from '../support/hook-scene.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import { play, readReport } from '../support/rollout.ts';

describe('the JSON report of a run', () => {
  it('fits its schema after a release', async () => {
    await play({}, async (scene) => {
      scene.users();
      const chat = await serveHook((_, response) => void response.end('ok'));
      const to = `${chat.origin}/services/T0?token=in-the-query`;
      const result = await scene.release({ 'notify-url': to }).finally(() => chat.close());
      const told = chat.requests.map(({ body }) => JSON.parse(body) as RolloutEvent);
      expect(told.map(({ detail }) => detail.outcome)).toEqual(['running', 'running', 'promoted']);
      expect(told.at(-1)?.text).toMatch(/^✅ Promoted: hello 1 → 2 on canary-demo\/prod\. /);
      const report = readReport(result);
      expect(report).toMatchObject({ outcome: 'promoted', countedBy: 'gateway' });
      expect(report.steps).toHaveLength(2);
      expect(exactProblemsOf(report)).toEqual([]);
      const page = readFileSync(result.outputs['report-html'] ?? '', 'utf8');
      expect(page).toContain('<title>Canary report</title>');
      expect(page).toContain(JSON.stringify(report.stands));
    });
  });

  it('fits its schema when the release was refused', async () => {
    await play({}, async (scene) => {
      const report = readReport(await scene.release({ 'stage-name': 'nowhere' }));
      expect(report.outcome).toBe('failed');
      expect(report.problems).toHaveLength(1);
      expect(exactProblemsOf(report)).toEqual([]);
    });
  });
});
