import type { InputGroup } from './declaration.ts';
import { steps } from './fields.ts';
import { choice, list, optionalTime, time } from './input-types.ts';

export const scheduleInputs = {
  title: 'Schedule',
  inputs: {
    steps: {
      type: list(steps, 'list or auto'),
      default: '5%/5m, 25%/10m, 50%/10m',
      doc: 'The weights and how long each is held, such as "5%/5m, 25%/10m, 50%/10m".',
      details:
        'Per cent to two decimals; s, m, h. Or the name of a CodeDeploy preset such as Canary10Percent5Minutes, or "auto": weights that follow the traffic of the last day.',
    },
    advance: {
      type: choice('time', 'evidence'),
      default: 'time',
      combined: true,
      doc: 'When a step ends.',
      details:
        '"time", when its time is over; or "evidence", as soon as the new version is shown not to be worse, between min-step-time and max-step-time.',
    },
    'min-step-time': {
      type: time,
      default: '1m',
      combined: true,
      doc: 'With advance "evidence", the least that a step lasts.',
    },
    'max-step-time': {
      type: optionalTime,
      default: '',
      defaultText: '30m with advance "evidence", else four minutes more than the step',
      combined: true,
      doc: 'The most that a step lasts while its evidence is inconclusive.',
      details: 'Then on-inconclusive decides.',
    },
    'bake-time': {
      type: time,
      default: '5m',
      member: 'bakeSeconds',
      doc: 'How long the new version is monitored after the promotion.',
      details:
        'Its alarms and its errors. The release ends when the last minute of the bake has been read, about three minutes later.',
    },
    'job-timeout': {
      type: time,
      default: '6h',
      member: 'jobTimeoutSeconds',
      doc: "The job's timeout-minutes, as a time such as 90m; the schedule must fit.",
    },
  },
} as const satisfies InputGroup;
