// Release hours, freezes and the stop switch. Loaded only if one of them is set.

import { alarmName } from '../base/alarm-ref.ts';
import { whyElsewhere } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { readCalendar } from '../calendar/ical-events.ts';
import { readFreezes } from '../calendar/read-freezes.ts';
import { readHours } from '../calendar/read-hours.ts';
import type { ReleaseTimes } from '../calendar/release-times.ts';
import type { StopSwitch } from '../rollout/gate.ts';
import { readCheckoutFile } from './checkout-file.ts';
import { bad, ok, type Parsed } from './fields.ts';

const MOST_BYTES = 8 * 1024 * 1024;

/** Reads release hours and freezes; adds every error to the problems. */
export function readReleaseTimes(
  { window, freeze }: { readonly window: string; readonly freeze: string },
  workspace: string,
  problems: string[],
): ReleaseTimes {
  const { hours, problems: wrongHours } = readHours(window);
  problems.push(...wrongHours.map((problem) => `window: ${problem}`));
  const zones = new Set(hours.map(({ zone }) => zone));
  const zone = zones.size === 1 ? ([...zones][0] ?? 'UTC') : 'UTC';
  const { freezes, calendars, problems: wrongFreezes } = readFreezes(freeze, zone);
  problems.push(...wrongFreezes.map((problem) => `freeze: ${problem}`));
  const inFiles = calendars.flatMap((path) => {
    const about = `freeze: calendar ${quote(path)}`;
    const file = readCheckoutFile(path, workspace, MOST_BYTES);
    if ('problem' in file) {
      problems.push(`${about}: ${file.problem}`);
      return [];
    }
    const read = readCalendar(file.text, zone);
    problems.push(...read.problems.map((problem) => `${about}: ${problem}`));
    return read.freezes;
  });
  return { hours, freezes: [...freezes, ...inFiles] };
}

const KINDS = ['alarm', 'parameter', 'variable'] as const;

/** One switch; `undefined` for an empty text. @param region to check ARNs against */
export function stopSwitch(text: string, region: string): Parsed<StopSwitch | undefined> {
  const lines = text.split('\n').map((line) => line.trim());
  const [line, ...more] = lines.filter((each) => each !== '');
  if (line === undefined) return ok(undefined);
  if (more.length > 0) return bad(`it has ${more.length + 1} lines; expected one switch`);
  const [, word = '', name = ''] = /^([^=:\s]+)\s*[=:]\s*(\S.*)$/.exec(line) ?? [];
  const kind = KINDS.find((each) => each === word.toLowerCase());
  if (!kind || name === '') {
    return bad(
      `${quote(line)}; expected alarm=NAME, parameter=NAME or variable=NAME.${word && didYouMean(word, KINDS)}`,
    );
  }
  const wrong = whyWrongName(kind, name, region);
  return wrong === undefined ? ok({ kind, name }) : bad(`${quote(name)} ${wrong}`);
}

const PARAMETER_ARN = /^arn:[\w-]+:ssm:[\w-]+:\d{12}:parameter\/[\w./-]{1,1011}$/;

function whyWrongName(kind: StopSwitch['kind'], name: string, region: string): string | undefined {
  switch (kind) {
    case 'alarm': {
      const plain = alarmName(name);
      if (plain.length > 255) return 'is longer than an alarm name can be';
      return plain === name ? undefined : whyElsewhere(name, region);
    }
    case 'parameter':
      if (PARAMETER_ARN.test(name)) return whyElsewhere(name, region);
      // Parameter Store reserves the other names (PutParameter, "Name").
      return /^[\w./-]{1,1011}$/.test(name) && !/^\/?(aws|ssm)/i.test(name)
        ? undefined
        : 'is not the name of an SSM parameter; expected letters, digits and ".", "_", "-", "/", such as /releases/stop';
    case 'variable':
      // "Naming conventions for configuration variables" in GitHub's documentation.
      return /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,254}$/i.test(name)
        ? undefined
        : 'is not the name of a repository variable; expected letters, digits and "_", not GITHUB_ at the beginning, such as STOP_RELEASES';
  }
}
