// Lambda functions and their published versions.

import {
  AddPermissionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  type LambdaClient,
  PublishVersionCommand,
  waitUntilFunctionUpdatedV2,
  waitUntilPublishedVersionActive,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, type Place } from './arns.ts';
import { type CallWords, call, causedBy } from './call.ts';
import { errorName, isNotFound, messageOf, RolloutError } from './errors.ts';

export interface FunctionReading {
  readonly arn: string;
  readonly state: string;
  readonly stateReason: string;
  readonly lastUpdateStatus: string;
  readonly codeSha256: string;
}

export interface Functions {
  /** The function, or one of its versions; `undefined` where there is none. */
  read(name: string, qualifier?: string): Promise<FunctionReading | undefined>;
  /**
   * Publishes what is in `$LATEST` and waits until the version can serve. When neither code nor
   * configuration changed, AWS answers with the version that is already there.
   */
  publish(name: string, description: string): Promise<string>;
  /** The policy of exactly this qualifier; `undefined` where there is none. */
  readPolicy(name: string, qualifier: string): Promise<string | undefined>;
  /** Lets API Gateway invoke this version from these sources. Safe to repeat. */
  allowGateway(
    name: string,
    qualifier: string,
    statementId: string,
    sourceArn: string,
  ): Promise<void>;
}

/** AWS's own waiter for versions allows 26 minutes: SnapStart takes its snapshot in that time. */
const MAX_WAIT_SECONDS = 1560;

export function bindFunctions(client: LambdaClient, place: Place): Functions {
  const words = (doing: string, action: string, name: string): CallWords => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) },
  });
  const read: Functions['read'] = async (name, qualifier) => {
    const label = qualifier ? `${name}:${qualifier}` : name;
    try {
      const answer = await call(
        words(`reading the function "${label}"`, 'GetFunctionConfiguration', label),
        () =>
          client.send(
            new GetFunctionConfigurationCommand({
              FunctionName: name,
              ...(qualifier && { Qualifier: qualifier }),
            }),
          ),
      );
      return {
        arn: answer.FunctionArn ?? '',
        state: answer.State ?? 'Active',
        stateReason: answer.StateReason ?? '',
        lastUpdateStatus: answer.LastUpdateStatus ?? 'Successful',
        codeSha256: answer.CodeSha256 ?? '',
      };
    } catch (error) {
      if (causedBy(error, isNotFound)) return undefined;
      throw error;
    }
  };
  return {
    read,
    publish: (name, description) => publish(client, words, name, description),
    readPolicy: async (name, qualifier) => {
      try {
        const answer = await call(
          words(
            `reading the policy of "${name}:${qualifier}"`,
            'GetPolicy',
            `${name}:${qualifier}`,
          ),
          () => client.send(new GetPolicyCommand({ FunctionName: name, Qualifier: qualifier })),
        );
        return answer.Policy;
      } catch (error) {
        if (causedBy(error, isNotFound)) return undefined;
        throw error;
      }
    },
    allowGateway: async (name, qualifier, statementId, sourceArn) => {
      try {
        await call(
          words(
            `letting API Gateway invoke "${name}:${qualifier}"`,
            'AddPermission',
            `${name}:${qualifier}`,
          ),
          () =>
            client.send(
              new AddPermissionCommand({
                FunctionName: name,
                Qualifier: qualifier,
                StatementId: statementId,
                Action: 'lambda:InvokeFunction',
                Principal: 'apigateway.amazonaws.com',
                SourceArn: sourceArn,
              }),
            ),
        );
      } catch (error) {
        // The statement is there: an earlier try, whose answer was lost, or an earlier release.
        if (!causedBy(error, (cause) => errorName(cause) === 'ResourceConflictException'))
          throw error;
      }
    },
  };
}

async function publish(
  client: LambdaClient,
  words: (doing: string, action: string, name: string) => CallWords,
  name: string,
  description: string,
): Promise<string> {
  await waited(`the last update of the function "${name}"`, () =>
    waitUntilFunctionUpdatedV2({ client, maxWaitTime: MAX_WAIT_SECONDS }, { FunctionName: name }),
  );
  const answer = await call(
    words(`publishing a version of "${name}"`, 'PublishVersion', name),
    () =>
      client.send(
        new PublishVersionCommand({ FunctionName: name, Description: description.slice(0, 256) }),
      ),
  );
  const version = answer.Version ?? '';
  if (!/^\d+$/.test(version)) {
    throw new RolloutError(
      `publishing "${name}" answered with the version "${version}"; expected a number`,
    );
  }
  if (answer.State !== 'Active') {
    await waited(`version ${version} of "${name}" to become active`, () =>
      waitUntilPublishedVersionActive(
        { client, maxWaitTime: MAX_WAIT_SECONDS, minDelay: 1 },
        { FunctionName: name, Qualifier: version },
      ),
    );
  }
  return version;
}

async function waited(what: string, wait: () => Promise<unknown>): Promise<void> {
  try {
    await wait();
  } catch (error) {
    throw new RolloutError(`waiting for ${what}: ${messageOf(error)}`, { cause: error });
  }
}
