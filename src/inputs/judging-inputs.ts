import { CLASSES } from '../analysis/measure-class.ts';
import type { InputGroup } from './declaration.ts';
import { countOfRequests, dispersion, rate } from './fields.ts';
import { choice, list, listOf, number, percentage, time } from './input-types.ts';
import { alarms, compare } from './list-fields.ts';
import { metricList } from './metric-fields.ts';
import { namesOf, placeholderNames } from './names.ts';

export const judgingInputs = {
  title: 'Alarms and comparison',
  inputs: {
    alarms: {
      type: list((text, region) => alarms(region)(text)),
      default: '',
      names: namesOf('alarm'),
      doc: 'CloudWatch alarms of any type: names, ARNs or `tag:KEY=VALUE`, separated by commas or line breaks.',
      details:
        'If a name contains a comma, use a JSON list such as `["orders, 5xx"]`, or a list in the config file. Metric, composite and log alarms of the account and the Region of the job. If one fires, the release is rolled back. `tag:team=shop` means every alarm with that tag, also those of other services: at least one and at most 100. See [alarms by tag](docs/schedule.md#alarms-by-tag).',
    },
    'on-alarm-at-start': {
      type: choice('stop', 'continue'),
      default: 'stop',
      doc: 'What to do if an alarm is already firing when the release starts.',
      details:
        '`stop`: do not start. `continue`: start, and count only a new transition to `ALARM`.',
    },
    analysis: {
      type: choice('enforce', 'observe', 'off'),
      default: 'enforce',
      doc: 'Whether to compare the errors and latency of the new version with the current version.',
      details:
        '`enforce`: compare, and roll back a worse version. `observe`: compare, and only report. `off`: do not compare.',
    },
    compare: {
      type: listOf(CLASSES, compare),
      default: CLASSES.join(', '),
      defaultText: 'all three',
      doc: 'What to compare.',
      details:
        '`errors`: 5XX responses, and failed or throttled invocations. `client-errors`: 4XX responses. `latency`: slow responses. On a stage with detailed metrics, errors and client errors are also compared by route. Aliases have counts of errors only. Your own `metrics` are always compared.',
    },
    logs: {
      type: choice('auto', 'off', 'required'),
      default: 'auto',
      doc: 'Whether to read the logs of both versions, which show failures within seconds.',
      details:
        'Metrics arrive by the minute, and one to three minutes late. On a stage, the access log is read, and on an alias the log of the function. `auto`: read them if they exist and can be read. `off`: do not read them. `required`: do not start if they cannot be read. See [logs](docs/logs.md).',
    },
    'false-rollback-rate': {
      type: percentage(rate),
      default: '1%',
      doc: 'The maximum probability that the comparison rolls back a version that is no worse.',
      details: 'It covers all tests of a complete rollout.',
    },
    dispersion: {
      type: number(dispersion, { minimum: 1, maximum: 999 }, 'auto'),
      default: 'auto',
      doc: 'The expected size of failure clusters on one version.',
      details:
        'One bad execution environment can cause such clusters. `auto` estimates the size from the hour before the release: up to 50 failures, and up to 5 slow requests. You can also set a number. It does not make sticky routing comparable: if all requests of a client go to one version, `false-rollback-rate` does not hold.',
    },
    'warm-up': {
      type: time,
      default: '1m',
      member: 'warmUpSeconds',
      doc: 'How long the new version may be slower after each change of its weight.',
      details:
        'Its execution environments start then, and caches are empty. Slow requests of this time are not compared, and those after it count more and more. Set it to the time after which a new version has its usual latency. Failed requests always count.',
    },
    'min-requests': {
      type: number(countOfRequests, { minimum: 1, maximum: 999_999_999 }),
      default: '1',
      doc: 'The minimum number of canary requests before a step can end.',
      details: 'If they do not arrive within `max-step-time`, `on-inconclusive` applies.',
    },
    metrics: {
      type: metricList,
      default: '',
      combined: true,
      names: placeholderNames,
      doc: 'Your own metrics to compare, as YAML.',
      details:
        'A list of items with the keys `name`, `worse` (`higher`, the default, or `lower`), `namespace`, `events`, `total`, `canary` and `stable`. `events` and `total` are metric names. `canary` and `stable` hold the dimensions of each side.',
    },
  },
} as const satisfies InputGroup;
