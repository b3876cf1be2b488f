// Stacks of CloudFormation and their resources, in the action's own types.

import { messageOf, rootOf } from '../base/errors.ts';
import type { Place } from './arns.ts';
import { isAccessDenied } from './aws-errors.ts';
import { call, causedBy, required } from './call.ts';
import type { Clients } from './clients.ts';
import { turnPages } from './pages.ts';
import {
  CLOUDFORMATION,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from './stacks-client.ts';

export interface StackReading {
  readonly arn: string;
  readonly name: string;
  /** As AWS names it: `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: readonly StackOutput[];
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
}

export interface StackResource {
  readonly logicalId: string;
  readonly physicalId: string;
  /** `AWS::Lambda::Function`. */
  readonly type: string;
  readonly status: string;
}

export interface Stacks {
  /** `undefined` if there is no such stack. @param stack a name or an ARN */
  describe(stack: string): Promise<StackReading | undefined>;
  /** Everything that exists, without the content of nested stacks. @param stack a name or an ARN */
  readResources(stack: string): Promise<readonly StackResource[]>;
}

/** Every method throws a `KnownError`. */
export function bindStacks({ open, place }: Clients<'normal'>): Stacks {
  const client = open(CLOUDFORMATION);
  const wordsOf = (doing: string, action: string, stack: string) => ({
    doing,
    permission: { action: `cloudformation:${action}`, resource: stackArnPattern(place, stack) },
  });
  return {
    describe: async (stack) => {
      const doing = `reading the stack "${stack}"`;
      const send = () => client.send(new DescribeStacksCommand({ StackName: stack }));
      try {
        const { Stacks } = await call(wordsOf(doing, 'DescribeStacks', stack), send);
        const [found] = required(Stacks, doing, 'Stacks');
        return {
          arn: required(found?.StackId, doing, 'StackId'),
          name: required(found?.StackName, doing, 'StackName'),
          status: required(found?.StackStatus, doing, 'StackStatus'),
          outputs: (found?.Outputs ?? []).map(({ OutputKey, OutputValue = '' }) => ({
            key: required(OutputKey, doing, 'OutputKey'),
            value: OutputValue,
          })),
        };
      } catch (error) {
        if (!isMissing(error)) throw error;
        return undefined;
      }
    },
    readResources: async (stack) => {
      const doing = `listing the resources of the stack "${stack}"`;
      const words = wordsOf(doing, 'ListStackResources', stack);
      const found: StackResource[] = [];
      const turn = turnPages(doing);
      let NextToken: string | undefined;
      do {
        const from = { StackName: stack, ...(NextToken && { NextToken }) };
        const page = await call(words, () => client.send(new ListStackResourcesCommand(from)));
        for (const each of required(page.StackResourceSummaries, doing, 'StackResourceSummaries')) {
          const { PhysicalResourceId: physicalId, ResourceStatus: status = '' } = each;
          // It does not exist yet, or no longer: such rows stay in the list.
          if (!physicalId || /^DELETE_(COMPLETE|SKIPPED)$/.test(status)) continue;
          found.push({
            ...{ physicalId, status },
            logicalId: required(each.LogicalResourceId, doing, 'LogicalResourceId'),
            type: required(each.ResourceType, doing, 'ResourceType'),
          });
        }
        NextToken = turn(page.NextToken);
      } while (NextToken);
      return found;
    },
  };
}

/** The ARN of a stack ends in an ID that no policy can know before. */
export function stackArnPattern({ partition, region }: Place, stack: string, account = '*') {
  return stack.startsWith('arn:')
    ? stack
    : `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*`;
}

/** AWS has no name of its own for that error: a `ValidationError` with "Stack with id … does not exist". */
function isMissing(error: unknown): boolean {
  return (
    causedBy(error, (cause) => !isAccessDenied(cause)) &&
    /^Stack with id .* does not exist$/s.test(messageOf(rootOf(error)))
  );
}
