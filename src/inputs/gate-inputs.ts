import type { InputGroup } from './declaration.ts';
import { anyText, oneLine } from './fields.ts';
import { choice, freezeList, list, oneNamed, text } from './input-types.ts';

export const gateInputs = {
  title: 'Release hours and stops',
  inputs: {
    window: {
      type: list(anyText),
      default: '',
      defaultText: 'at any time',
      combined: true,
      doc: 'When releases may begin and continue, such as `Mon-Thu 09:00-16:00 Europe/Berlin`.',
      details:
        'Days, hours and a time zone of the IANA database, one per line; without days, every day. Outside them, a release in progress keeps its weight, is still monitored, and may be rolled back. See [release hours and stops](docs/release-hours.md).',
    },
    freeze: {
      type: freezeList,
      default: '',
      defaultText: 'none',
      combined: true,
      doc: 'When releases do not continue, such as `2026-12-18..2027-01-04 holidays`.',
      details:
        'The first and the last day, or times such as `2026-12-18T16:00..2026-12-19T08:00`, then a time zone if it is not that of `window`, and a reason; one per line. `calendar: FILE` is an iCalendar file in the checkout, of which every event is a freeze.',
    },
    'on-closed': {
      type: choice('fail', 'wait', 'skip'),
      default: 'fail',
      doc: 'What to do with a new release when releases may not continue.',
      details:
        'That is outside the release hours, in a freeze, or while they are stopped. `fail`: stop, before anything is changed, and say when it could start. `wait`: wait in the job, if `job-timeout` leaves enough time for the release. `skip`: end without an error. It also applies to `command: promote`, where `wait` continues monitoring.',
    },
    'override-freeze': {
      type: text(oneLine),
      default: '',
      workflowOnly: true,
      combined: true,
      doc: 'Why this run may ignore `window` and `freeze`, such as `fix for INC-42`.',
      details: 'The report shows it. A `stop-switch` still counts.',
    },
    'stop-switch': {
      type: oneNamed('alarm', 'parameter', 'variable'),
      default: '',
      defaultText: 'none',
      combined: true,
      doc: 'One switch that stops all releases, such as `parameter=/releases/stop`.',
      details:
        '`alarm=NAME` is a CloudWatch alarm, `parameter=NAME` an SSM parameter, and `variable=NAME` a repository variable. It is read before each shift and the promotion. An alarm counts as set in the state `ALARM`, and a parameter or variable unless its value is `off`. A switch that does not exist or cannot be read counts as set.',
    },
  },
} as const satisfies InputGroup;
