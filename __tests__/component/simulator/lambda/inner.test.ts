// A handler answers the same in the simulator's own process as in one of its own.

import { CreateFunctionCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { archive, type Behaviour } from '../../../../demo/handlers.ts';
import { openInnerEnvironment } from '../../../../simulator/lambda/inner-environment.ts';
import { startSimulator } from '../../../../simulator/simulator.ts';

async function invoke(behaviour: Behaviour, inner: boolean, handler = 'index.handler') {
  const simulator = await startSimulator({
    clockRate: 20,
    lambda: { updateSeconds: 0 },
    ...(inner && { openEnvironment: openInnerEnvironment }),
  });
  const lambda = new LambdaClient({
    region: 'us-east-1',
    endpoint: simulator.url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  try {
    const FunctionName = 'hello';
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: 'arn:aws:iam::123456789012:role/hello',
        Runtime: 'nodejs22.x',
        Handler: handler,
        Timeout: 900,
        Code: { ZipFile: archive(behaviour) },
      }),
    );
    const ask = () => lambda.send(new InvokeCommand({ FunctionName, LogType: 'Tail' }));
    await ask();
    const { FunctionError, Payload, LogResult = '' } = await ask();
    const log = Buffer.from(LogResult, 'base64').toString();
    const { trace, ...answer } = JSON.parse(Payload?.transformToString() ?? '{}');
    return { FunctionError, answer, ms: Number(/Duration: ([\d.]+) ms/.exec(log)?.[1]) };
  } finally {
    lambda.destroy();
    await simulator.close();
  }
}

describe('A handler in the process of the simulator', () => {
  it.each([
    { does: 'answers', failing: 0, handler: 'index.handler' },
    { does: 'fails', failing: 1, handler: 'index.handler' },
    { does: 'is not there', failing: 0, handler: 'index.other' },
  ])('$does as in one of its own', async ({ failing, handler }) => {
    const behaviour = { label: 'v1', failing };
    const [own, inner] = await Promise.all([
      invoke(behaviour, false, handler),
      invoke(behaviour, true, handler),
    ]);
    expect(inner.FunctionError).toBe(own.FunctionError);
    expect(Object.keys(inner.answer)).toEqual(Object.keys(own.answer));
    if (handler === 'index.handler') expect(inner.answer).toEqual(own.answer);
  });

  it('takes as long as it waits on the simulated clock', async () => {
    const { ms } = await invoke({ label: 'v1', delayMs: 4000 }, true);
    expect(ms).toBeGreaterThanOrEqual(3990);
    expect(ms).toBeLessThan(8000);
  });
});
