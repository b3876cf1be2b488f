// The client of CloudFormation against the simulator, and how a stack is walked.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SimulatedResource } from '../../../simulator/cloudformation/store.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { connect } from '../../../src/aws/clients.ts';
import { CLOUDFORMATION, DescribeStacksCommand } from '../../../src/aws/stacks-client.ts';
import type { NameOrder } from '../../../src/inputs/look-up.ts';
import { lookUpNames } from '../../../src/resolve/read-names.ts';
import { fixedCredentials } from '../../support/credentials.ts';

const fn = (logicalId: string, physicalId: string): SimulatedResource => ({
  ...{ logicalId, physicalId },
  type: 'AWS::Lambda::Function',
});
const nested = (logicalId: string, physicalId: string): SimulatedResource => ({
  ...{ logicalId, physicalId },
  type: 'AWS::CloudFormation::Stack',
});

describe('A stack of CloudFormation', () => {
  let simulator: Simulator;
  const before = process.env.AWS_ENDPOINT_URL;
  const never = () => new AbortController().signal;
  const clients = (region = 'us-east-1') => {
    const limits = { cancelled: never(), rollbackDeadline: never(), ended: never() };
    return connect(region, limits, fixedCredentials()).normal;
  };
  const ORDER: NameOrder = {
    ...{ stack: 'shop', outputsFile: '', workspace: '.', region: 'us-east-1', role: undefined },
    begins: true,
  };
  const lookUp = (order: Partial<NameOrder> = {}) =>
    lookUpNames({ ...ORDER, ...order }, fixedCredentials(), () => undefined);

  beforeEach(async () => {
    simulator = await startSimulator();
    process.env.AWS_ENDPOINT_URL = simulator.url;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    await simulator.close();
  });

  it('is read in pages, by two signed calls', async () => {
    const many = Array.from({ length: 250 }, (_, i) => fn(`F${i}`, `shop-F${i}`));
    const arn = simulator.stacks.put({ name: 'shop', resources: many, outputs: { Api: 'a&<b>' } });
    const names = await lookUp();
    expect(names.problems).toEqual([]);
    expect(names.find('function', 'F249')).toMatchObject({ names: ['shop-F249'] });
    expect(names.find('REST API', 'Api')).toMatchObject({ names: ['a&<b>'] });
    expect(names.stacks).toEqual(['arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*']);
    const calls = simulator.calls.list();
    expect(calls.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
      'cloudformation DescribeStacks',
      'cloudformation ListStackResources',
      'cloudformation ListStackResources',
      'cloudformation ListStackResources',
    ]);
    expect(calls[0]?.body).toBe('Action=DescribeStacks&Version=2010-05-15&StackName=shop');
    expect((await lookUp({ stack: arn })).find('function', 'F1')).toMatchObject({ kind: 'found' });
  });

  it('is walked with the stacks nested in it, and without what was deleted', async () => {
    const deep = simulator.stacks.put({
      name: 'shop-Payments-1AB-Deep-2CD',
      resources: [fn('Refund', 'refund-9')],
    });
    const inner = simulator.stacks.put({
      name: 'shop-Payments-1AB',
      resources: [fn('Charge', 'charge-5'), nested('Deep', deep)],
    });
    simulator.stacks.put({
      name: 'shop',
      resources: [
        nested('Payments', inner),
        { ...fn('Gone', 'gone-1'), status: 'DELETE_COMPLETE' },
        { logicalId: 'Coming', physicalId: undefined, type: 'AWS::Lambda::Function' },
      ],
    });
    const names = await lookUp();
    expect(names.find('function', 'Payments/Deep/Refund')).toMatchObject({ names: ['refund-9'] });
    expect(names.find('function', 'Charge')).toMatchObject({ names: ['charge-5'] });
    expect(names.find('function', 'Gone')).toMatchObject({ kind: 'unknown' });
    expect(names.find('function', 'Coming')).toMatchObject({ kind: 'unknown' });
    expect(names.stacks.map((arn) => arn.replace(/.*:/, ''))).toEqual([
      'stack/shop/*',
      'stack/shop-Payments-*/*',
      'stack/shop-Payments-1AB-Deep-*/*',
    ]);
  });

  it.each([
    [
      'UPDATE_IN_PROGRESS',
      'stack: the stack "shop" is in the state UPDATE_IN_PROGRESS: its names and the code of its functions may still change; expected the release to start after the deployment of the stack, in a later step or job',
    ],
    [
      'UPDATE_ROLLBACK_FAILED',
      'stack: the stack "shop" is in the state UPDATE_ROLLBACK_FAILED: its resources may be those of two different deployments; expected the stack to be repaired first (deploy it again, or continue its rollback)',
    ],
  ])(
    'in the state %s is refused for a release, and told for anything else',
    async (status, words) => {
      simulator.stacks.put({ name: 'shop', status, resources: [] });
      expect((await lookUp()).problems).toEqual([words]);
      const other = await lookUp({ begins: false });
      expect([other.problems, other.notes]).toEqual([[], [words]]);
    },
  );

  it('that does not exist, or may not be read, is a problem of the input', async () => {
    expect((await lookUp()).problems).toEqual([
      'stack: there is no stack "shop" in us-east-1; check its name and AWS_REGION',
    ]);
    simulator.stacks.put({ name: 'shop', resources: [] });
    simulator.policy.set([
      { Effect: 'Allow', Action: ['cloudformation:DescribeStacks'], Resource: ['*'] },
    ]);
    const [problem] = (await lookUp()).problems;
    expect(problem).toMatch(
      /^stack: listing the resources of the stack ".*": AWS denies cloudformation:ListStackResources on arn:aws:cloudformation:us-east-1:123456789012:stack\/shop\/.*; the role of this job needs that permission$/,
    );
  });

  it('is read again after throttling', async () => {
    simulator.stacks.put({ name: 'shop', resources: [fn('Orders', 'shop-Orders-1')] });
    simulator.faults.add({
      ...{ service: 'cloudformation', operation: '*', times: 2 },
      effect: { kind: 'throttle' },
    });
    expect((await lookUp()).problems).toEqual([]);
  });

  it.each([
    ['eu-west-1', 'cloudformation.eu-west-1.amazonaws.com'],
    ['cn-north-1', 'cloudformation.cn-north-1.amazonaws.com.cn'],
    ['us-gov-west-1', 'cloudformation.us-gov-west-1.amazonaws.com'],
  ])('of %s is read at the address of AWS', async (region, host) => {
    delete process.env.AWS_ENDPOINT_URL;
    const client = clients(region).open(CLOUDFORMATION);
    const hosts: unknown[] = [];
    client.middlewareStack.add(
      () => async (args) => {
        hosts.push((args.request as { hostname: string }).hostname);
        throw new Error('not sent');
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await client.send(new DescribeStacksCommand({ StackName: 'shop' })).catch(() => undefined);
    expect(hosts).toEqual([host]);
  });
});
