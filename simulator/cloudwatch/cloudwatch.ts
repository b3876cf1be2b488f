// The simulated CloudWatch: stores metrics, returns their data, and evaluates alarms.

import { type AwsRequest, type Call, NotImplemented, type Service } from '../service.ts';
import type { TaggedResource } from '../tagging/tagging.ts';
import type { MetricSink, World } from '../world.ts';
import { createAlarmStore } from './alarms/alarm-store.ts';
import { alarmOperations, type Operations } from './alarms/operations.ts';
import { createAlarmScheduler } from './alarms/scheduler.ts';
import { withoutMetrics } from './metrics/incomplete.ts';
import { listMetrics } from './metrics/list-metrics.ts';
import { getMetricData } from './metrics/metric-data.ts';
import { getMetricStatistics } from './metrics/metric-statistics.ts';
import { createMetricStore, type Lateness, type MetricStore } from './metrics/metric-store.ts';
import { putMetricData } from './metrics/put-metric-data.ts';
import { type Members, structures, text, texts } from './protocol/fields.ts';
import { codecOf, decodeWith, encodeErrorFor } from './protocol/protocols.ts';

export interface CloudWatch {
  readonly service: Service;
  /** Receives the metric events of the other services. */
  readonly metrics: MetricSink;
  /** Records many events at once, such as the traffic of an hour before the simulator was started. */
  readonly recordStatistics: MetricStore['recordStatistics'];
  /** Delays matching events from now on, until the returned function is called. */
  delay(lateness: Lateness): () => void;
  /** The alarms with their tags. */
  tagged(): readonly TaggedResource[];
  /** Stops the evaluation of alarms. */
  close(): void;
}

export function createCloudWatch(world: World): CloudWatch {
  const { clock, place, unsettled } = world;
  const store = createMetricStore(unsettled);
  const alarmStore = createAlarmStore(place);
  const scheduler = createAlarmScheduler({ alarmStore, store, clock, unsettled });
  const now = () => Math.floor(clock.now());
  const operations: Operations = {
    PutMetricData: (input) => putMetricData(input, store, now()),
    GetMetricData: (input) => getMetricData(input, store, now(), unsettled),
    GetMetricStatistics: (input) => getMetricStatistics(input, store, now()),
    ListMetrics: (input) => listMetrics(input, store, now()),
    ...alarmOperations({ alarmStore, scheduler, store, now }),
  };
  const alarmArn = (name: string) =>
    `arn:${place.partition}:cloudwatch:${place.region}:${place.account}:alarm:${name}`;
  return {
    service: {
      name: 'monitoring',
      owns: (request) => codecOf(request) !== undefined,
      identify: (request) => identify(request, operations, alarmArn),
      encodeError: encodeErrorFor,
    },
    metrics: { record: store.record },
    recordStatistics: store.recordStatistics,
    delay: store.delay,
    tagged: () =>
      alarmStore.all().map(({ arn, tags }) => ({ arn, tags, type: 'cloudwatch:alarm' })),
    close: scheduler.close,
  };
}

function identify(
  request: AwsRequest,
  operations: Operations,
  alarmArn: (name: string) => string,
): Call {
  const codec = codecOf(request);
  const operation = codec?.operation(request);
  if (codec === undefined || operation === undefined) {
    throw new NotImplemented('a CloudWatch request in another protocol');
  }
  const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (perform === undefined) throw new NotImplemented(`CloudWatch ${operation}`);
  const input = decodeWith(codec, request);
  return {
    operation,
    permission: { action: `cloudwatch:${operation}`, resource: resourceOf(input, alarmArn) },
    perform: () => codec.encode(operation, perform(input)),
    ...(operation === 'GetMetricData' && {
      metrics: structures(input, 'MetricDataQueries').length,
      performInPart: (fault) =>
        codec.encode(operation, withoutMetrics(input, perform(input), fault)),
    }),
  };
}

/** The single alarm of the request; other operations have no resource. */
function resourceOf(input: Members, alarmArn: (name: string) => string): string {
  const name = text(input, 'AlarmName');
  const names = name === undefined ? texts(input, 'AlarmNames') : [name];
  const [only] = names;
  return only !== undefined && names.length === 1 ? alarmArn(only) : '*';
}
