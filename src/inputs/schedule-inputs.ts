import type { InputGroup } from './declaration.ts';
import { steps } from './fields.ts';
import { choice, list, optionalTime, time } from './input-types.ts';

export const scheduleInputs = {
  title: 'Schedule',
  inputs: {
    steps: {
      type: list(steps, 'list or auto'),
      default: '5%/5m, 25%/10m, 50%/10m',
      doc: 'The weight and duration of each step, such as `5%/5m, 25%/10m, 50%/10m`.',
      details:
        'Weights can have two decimals; durations use `s`, `m` and `h`. Alternatively, set a CodeDeploy preset such as `Canary10Percent5Minutes`, or `auto`. `auto` chooses weights from the traffic of the last day. Below 10 requests per minute, the default waits for requests instead of the clock: 25% and 50%, until the new version has had 8 requests in each.',
    },
    advance: {
      type: choice('time', 'evidence'),
      default: 'time',
      combined: true,
      doc: 'When a step ends.',
      details:
        '`time`: after its duration. `evidence`: as soon as the evidence shows that the new version is no worse, between `min-step-time` and `max-step-time`.',
    },
    'min-step-time': {
      type: time,
      default: '1m',
      combined: true,
      doc: 'The minimum duration of a step with `advance: evidence`.',
    },
    'max-step-time': {
      type: optionalTime,
      default: '',
      defaultText:
        "`30m` with `advance: evidence`, otherwise the step's duration plus four minutes",
      combined: true,
      doc: 'The maximum duration of a step while its evidence is inconclusive.',
      details: 'After that, `on-inconclusive` applies.',
    },
    'bake-time': {
      type: time,
      default: '5m',
      member: 'bakeSeconds',
      doc: 'How long to monitor the alarms and errors of the new version after the promotion.',
      details:
        'The release ends when the last minute of the bake has been read, about three minutes later.',
    },
    'job-timeout': {
      type: time,
      default: '6h',
      member: 'jobTimeoutSeconds',
      doc: "The job's `timeout-minutes`, as a duration such as `90m`.",
      details: 'The schedule must fit within it.',
    },
  },
} as const satisfies InputGroup;
