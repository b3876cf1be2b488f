// The demo's scenarios: their differences from the healthy one, and their expected outcomes.

import type { Outcome } from '../src/report/report.ts';
import type { ApiWiring, HelloApi } from './hello-api.ts';

export interface Scenario {
  readonly name: string;
  /** One line for the user. */
  readonly story: string;
  readonly expected: Exclude<Outcome, 'running'>;
  readonly wiring: ApiWiring;
  /** What the team did before the action runs. */
  readonly arrange: (api: HelloApi) => Promise<void>;
  readonly inputs: Readonly<Record<string, string>>;
}

const release = { 'invoke-permission': 'grant' };

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'healthy',
    story: 'v2 is as good as v1: it gets 10%, then 50%, is promoted, and is monitored further.',
    expected: 'promoted',
    wiring: 'pinned',
    arrange: (api) => api.upload({ label: 'v2' }),
    inputs: release,
  },
  {
    name: 'regression',
    story: 'v2 fails each request: logs show it in seconds, with the line of code; back to v1.',
    expected: 'rolled-back',
    wiring: 'variable',
    arrange: (api) => api.upload({ label: 'v2', failing: 1 }),
    inputs: release,
  },
  {
    name: 'route-added',
    story: 'the draft has an endpoint that v1 lacks: it would return 403 at random.',
    expected: 'failed',
    wiring: 'variable',
    arrange: async (api) => {
      await api.upload({ label: 'v2' });
      await api.addRoute('new-endpoint');
    },
    inputs: release,
  },
  {
    name: 'unchanged',
    story: 'the code is already served: the run succeeds and changes nothing.',
    expected: 'unchanged',
    wiring: 'variable',
    arrange: async () => undefined,
    // A draft is released as well, and nothing shows that a deployment made by hand is the same.
    inputs: { ...release, definition: 'deployed' },
  },
  {
    name: 'broken-permission',
    story: 'API Gateway may not invoke v2, and the action is told not to allow it.',
    expected: 'failed',
    wiring: 'pinned',
    arrange: (api) => api.upload({ label: 'v2' }),
    inputs: { 'invoke-permission': 'check' },
  },
];

/** What a newcomer sees: a release that goes well, and one that is found to be bad. */
export const STORY: readonly string[] = ['healthy', 'regression'];
