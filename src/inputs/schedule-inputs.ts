import type { InputGroup } from './declaration.ts';
import { holdBack, steps } from './fields.ts';
import { choice, list, optionalShare, optionalTime, time } from './input-types.ts';

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
      doc: 'How long to monitor the new version at the end.',
      details:
        'With a `hold-back`, this is the last step before the promotion; otherwise it follows the promotion. It ends when its last minute has been read, about three minutes later.',
    },
    'hold-back': {
      type: optionalShare(holdBack),
      default: '',
      defaultText: '`5%` where it can be compared, otherwise `0%`',
      doc: 'The share of the traffic that the previous version keeps through the bake.',
      details:
        'Both versions are compared until the bake has been read to its end, and the promotion follows. With `0%` or `none`, the bake follows the promotion, where only an error rate of at least 10% is detected. By default, 5% are held back if there are steps, all below 95%, errors are compared, and there is enough traffic to find a total failure within half of the bake. `command: plan` says which bake a release has, and why.',
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
