// Durable executions: only the list of those that run, as the settings name them. Lambda API reference,
// ListDurableExecutionsByFunction; no execution is simulated.

import { qualified } from './function-name.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import { jsonReply, page } from './wire.ts';

const PATH = '/2025-12-01/functions/{FunctionName}/durable-executions';

export function durableOperations({ world, store, settings }: Scope): readonly Operation[] {
  return [
    {
      name: 'ListDurableExecutionsByFunction',
      method: 'GET',
      path: PATH,
      perform: (input) => {
        const fn = store.find(store.named(input));
        const version = input.query.get('Qualifier') ?? '$LATEST';
        const statuses = input.query.getAll('Statuses');
        const running = settings.runningExecutions.split(',').map((item) => item.trim());
        const listed = statuses.length === 0 || statuses.includes('RUNNING');
        const found = listed ? running.filter((item) => item === `${fn.name}:${version}`) : [];
        const arn = qualified(fn.arn, version);
        const executions = found.map((_, i) => ({
          DurableExecutionArn: `${arn}/durable-execution/run-${i}/1`,
          DurableExecutionName: `run-${i}`,
          FunctionArn: arn,
          Status: 'RUNNING',
          StartTimestamp: world.clock.now() / 1000,
        }));
        const cut = page(executions, input.query, 100);
        return jsonReply(200, { DurableExecutions: cut.items, NextMarker: cut.NextMarker });
      },
    },
  ];
}
