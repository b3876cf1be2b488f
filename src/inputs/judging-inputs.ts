import type { InputGroup } from './declaration.ts';
import { countOfRequests, dispersion, rate } from './fields.ts';
import { choice, list, number, percentage } from './input-types.ts';
import { alarms } from './list-fields.ts';
import { metricList } from './metric-fields.ts';

export const judgingInputs = {
  title: 'Alarms and comparison',
  inputs: {
    alarms: {
      type: list(alarms),
      default: '',
      doc: 'CloudWatch alarms, metric or composite, by name or ARN, separated by commas or lines.',
      details: 'One that fires takes the release back.',
    },
    'on-alarm-at-start': {
      type: choice('stop', 'continue'),
      default: 'stop',
      doc: 'What to do when an alarm fires before anything is done.',
      details: '"stop", or "continue", so that only a new transition to ALARM counts.',
    },
    analysis: {
      type: choice('enforce', 'observe', 'off'),
      default: 'enforce',
      doc: 'The comparison of the new version with the one that stands, by errors and latency.',
      details: '"enforce" takes a worse version back, "observe" only reports, "off" does not look.',
    },
    'false-rollback-rate': {
      type: percentage(rate),
      default: '1%',
      doc: 'The most that a version that is not worse may be taken back by the comparison.',
      details: 'Over a whole rollout and all its tests.',
    },
    dispersion: {
      type: number(dispersion, { minimum: 1, maximum: 999 }, 'auto'),
      default: 'auto',
      doc: 'How many failures may belong together on one version (sticky clients, one bad sandbox).',
      details: '"auto", found out from the hour before, or a number.',
    },
    'min-requests': {
      type: number(countOfRequests, { minimum: 1, maximum: 999_999_999 }),
      default: '1',
      doc: 'Canary requests that a step must have seen before it may end.',
    },
    metrics: {
      type: metricList,
      default: '',
      combined: true,
      doc: 'Metrics of your own to compare, as YAML.',
      details:
        'A list with name, worse (higher or lower), namespace, events, total (metric names), and canary and stable (the dimensions of each).',
    },
  },
} as const satisfies InputGroup;
