// When the inputs of every release have an effect.

import { waitsAtZero } from './approval-fields.ts';
import type { Effects, Need } from './effect.ts';
import type { InputName, Values } from './schema.ts';

type Known = Partial<Values>;

const compares: Need<Values> = {
  isMet: ({ analysis }) => analysis !== 'off',
  otherwise: 'with analysis: off',
  expected: 'analysis: enforce or observe',
};

const HOOKS = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook'] as const;

const CLOSING = ['window', 'freeze', 'stop-switch'] as const;

const hasHook = (values: Known) => HOOKS.some((name) => values[name]?.length !== 0);

function needs(name: InputName, isMet: Need<Values>['isMet']): Need<Values> {
  return { isMet, otherwise: `without ${name}`, expected: name };
}

export const EFFECTS: Effects<InputName, Values> = {
  command: 'always',
  // Whatever else is set, it is refused where it is not for the command.
  all: 'always',
  config: 'always',
  'plan-of': 'by command',
  'hold-for': 'by command',
  'rollback-to': 'by command',
  functions: 'always',
  // Without functions it is refused, because it names none of them.
  version: 'always',
  // Without functions it is refused, too.
  'code-sha256': 'always',
  // Without functions it is refused, too.
  code: 'always',
  'code-bucket': {
    isMet: ({ code }) => code === undefined || Object.keys(code).length > 0,
    otherwise: 'without code',
    expected: 'code',
  },
  stack: 'always',
  'outputs-file': 'always',
  appspec: 'always',
  template: 'always',
  // Without a template, these two are refused where that would be read.
  'sam-config': 'always',
  'template-parameters': 'always',
  steps: 'always',
  advance: 'always',
  'min-step-time': {
    isMet: ({ advance }) => advance !== 'time',
    otherwise: 'with advance: time',
    expected: 'advance: evidence',
  },
  'max-step-time': 'always',
  'bake-time': 'always',
  'hold-back': {
    isMet: (values) =>
      values['hold-back'] === 0 || (values['bake-time'] !== 0 && values.steps?.length !== 0),
    otherwise: 'without steps or a bake, which it changes',
    expected: 'steps and a bake-time',
  },
  'job-timeout': 'always',
  alarms: 'always',
  'on-alarm-at-start': needs('alarms', ({ alarms }) => alarms?.length !== 0),
  analysis: 'always',
  compare: compares,
  logs: compares,
  'false-rollback-rate': compares,
  dispersion: compares,
  'warm-up': {
    isMet: (values) =>
      compares.isMet(values) &&
      (values.compare === undefined || values.compare.includes('latency')),
    otherwise: 'without a comparison of latency',
    expected: 'analysis: enforce or observe, and latency in compare',
  },
  'min-requests': 'always',
  metrics: compares,
  'on-inconclusive': 'always',
  'on-cancel': 'always',
  'on-other-plan': 'always',
  'on-unfinished': 'always',
  supersede: 'always',
  'on-pull-request': 'always',
  'keep-versions': 'always',
  'approve-at': 'always',
  approvers: {
    isMet: ({ 'approve-at': at, door }) => at?.length !== 0 || door !== false,
    otherwise: 'without approve-at or door',
    expected: 'approve-at',
  },
  door: {
    isMet: waitsAtZero,
    otherwise: 'with this command, because the release does not wait at 0%',
    expected: 'approve-at: 0%, or command: start',
  },
  smoke: 'always',
  window: 'always',
  freeze: 'always',
  'on-closed': {
    isMet: (values) => CLOSING.some((name) => values[name] !== ''),
    otherwise: 'without anything that closes',
    expected: 'window, freeze or stop-switch',
  },
  'override-freeze': {
    isMet: ({ window, freeze }) => window !== '' || freeze !== '',
    otherwise: 'without window or freeze',
    expected: 'one of them',
  },
  'stop-switch': 'always',
  'pre-traffic-hook': 'always',
  'step-hook': 'always',
  'post-traffic-hook': 'always',
  'hook-timeout': {
    isMet: hasHook,
    otherwise: 'without hooks',
    expected: 'pre-traffic-hook, step-hook or post-traffic-hook',
  },
  'hook-secret': {
    isMet: (values) =>
      values['notify-url'] !== undefined || HOOKS.some((name) => signs(values[name])),
    otherwise: 'without a hook address or notify-url, whose requests it signs',
    expected: 'one of them',
  },
  preview: 'by command',
  'preview-limit': 'by command',
  'preview-age': 'by command',
  'protected-stages': 'by command',
  comment: 'always',
  'log-samples': {
    isMet: (values) => values.logs !== 'off' && compares.isMet(values),
    otherwise: 'without logs',
    expected: 'logs: auto or required',
  },
  commit: 'always',
  feedback: {
    isMet: ({ comment }) => comment !== false,
    otherwise: 'with comment: false, because it reads reactions to the comment',
    expected: 'comment: true',
  },
  environment: 'always',
  'environment-url': needs('environment', ({ environment }) => environment !== ''),
  // Without a token it is a warning: a report fails no release.
  'on-rollback': 'always',
  'notify-url': 'always',
  'github-token': 'always',
  'role-to-assume': 'always',
  // Together with role-to-assume it is refused where the inputs are read.
  'credentials-expire-at': 'always',
  'role-duration-seconds': {
    isMet: (values) => values['role-to-assume'] !== undefined,
    otherwise: 'without role-to-assume',
    expected: 'role-to-assume',
  },
};

/** An invalid list is `undefined`. */
function signs(hooks: Known[(typeof HOOKS)[number]]): boolean {
  return hooks === undefined || hooks.some(({ kind }) => kind === 'url');
}
