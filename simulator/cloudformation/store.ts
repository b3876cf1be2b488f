// Stacks as CloudFormation lists them. They are descriptions: nothing is created from a template.

import type { Random } from '../random.ts';
import type { Place } from '../world.ts';

export interface SimulatedStack {
  readonly name: string;
  /** Default: `UPDATE_COMPLETE`. */
  readonly status?: string;
  readonly resources: readonly SimulatedResource[];
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface SimulatedResource {
  readonly logicalId: string;
  /** `undefined`: it does not exist yet. */
  readonly physicalId: string | undefined;
  readonly type: string;
  /** Default: `CREATE_COMPLETE`. */
  readonly status?: string;
}

export interface StackStore {
  /** Creates a stack, or replaces one. @returns its ARN, which a nested stack has as its physical ID */
  put(stack: SimulatedStack): string;
  /** @param id a name or an ARN */
  find(id: string): (SimulatedStack & { readonly arn: string }) | undefined;
}

export function createStackStore(
  { account, region, partition }: Place,
  random: Random,
): StackStore {
  const stacks = new Map<string, SimulatedStack & { readonly arn: string }>();
  return {
    put: (stack) => {
      const arn =
        stacks.get(stack.name)?.arn ??
        `arn:${partition}:cloudformation:${region}:${account}:stack/${stack.name}/${random.uuid()}`;
      stacks.set(stack.name, { ...stack, arn });
      return arn;
    },
    find: (id) => [...stacks.values()].find(({ name, arn }) => id === name || id === arn),
  };
}
