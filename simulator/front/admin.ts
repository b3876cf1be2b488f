// The simulator's own interface, `/_sim/…`, for tests and demos to set up and inspect the simulator. JSON.

import type { StackStore } from '../cloudformation/store.ts';
import type { LambdaSettings } from '../lambda/settings.ts';
import type { LogsSettings } from '../logs/settings.ts';
import type { ParameterStore } from '../ssm/ssm.ts';
import type { World } from '../world.ts';
import { jsonReply, type WireReply } from './answer.ts';
import type { CallLog } from './call-log.ts';
import type { KeyRing, KeyState } from './credential.ts';
import {
  BadAdminInput,
  fields,
  optionalNumber,
  parseFault,
  parsePolicy,
  refuseUnknown,
} from './fault-input.ts';
import type { Faults } from './faults.ts';
import type { PolicyHolder } from './policy.ts';
import type { Quotas } from './quotas.ts';
import { parseStack } from './stack-input.ts';
import { patchUnsettled } from './unsettled-input.ts';

export interface AdminParts {
  readonly world: World;
  readonly faults: Faults;
  readonly policy: PolicyHolder;
  readonly keys: KeyRing;
  readonly quotas: Quotas;
  readonly calls: CallLog;
  readonly lambda: LambdaSettings;
  readonly logs: LogsSettings;
  readonly stacks: StackStore;
  readonly parameters: ParameterStore;
  reseed(seed: number): void;
}

export interface AdminRequest {
  readonly method: string;
  /** Without `/_sim`, e.g. `/faults/3`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

export type Admin = (request: AdminRequest) => WireReply;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly act: (input: {
    readonly item: string;
    readonly query: URLSearchParams;
    readonly json: () => unknown;
  }) => unknown;
}

const route = (method: string, pattern: RegExp, act: Route['act']): Route => ({
  method,
  pattern,
  act,
});

export function createAdmin(parts: AdminParts): Admin {
  const routes = [...ruleRoutes(parts), ...worldRoutes(parts)];
  return (request) => {
    const there = routes.filter(({ pattern }) => pattern.test(request.path));
    if (there.length === 0) return jsonReply(404, { message: `not found: ${request.path}` });
    const found = there.find(({ method }) => method === request.method);
    if (!found) return jsonReply(405, { message: `allowed: ${there.map((r) => r.method)}` });
    try {
      const item = decodeURIComponent(found.pattern.exec(request.path)?.[1] ?? '');
      const json = () => parseJson(request.body);
      return jsonReply(200, found.act({ item, query: request.query, json }) ?? {});
    } catch (error) {
      if (error instanceof BadAdminInput) return jsonReply(400, { message: error.message });
      throw error;
    }
  };
}

/** Faults, policies and credentials. */
function ruleRoutes({ faults, policy, keys, calls }: AdminParts): readonly Route[] {
  return [
    route('GET', /^\/faults$/, () => faults.list()),
    route('POST', /^\/faults$/, ({ json }) => faults.add(parseFault(json()))),
    route('DELETE', /^\/faults$/, () => void faults.remove()),
    route('DELETE', /^\/faults\/(\d+)$/, ({ item }) => {
      if (!faults.remove(Number(item))) throw new BadAdminInput(`there is no fault ${item}`);
    }),
    route('GET', /^\/policy$/, () => ({ Statement: policy.get() ?? null })),
    route('PUT', /^\/policy$/, ({ json }) => policy.set(parsePolicy(json()))),
    route('DELETE', /^\/policy$/, () => policy.set(undefined)),
    route('PUT', /^\/credentials\/([^/]+)$/, ({ item, json }) =>
      keys.set(item, parseKeyState(json())),
    ),
    route('GET', /^\/calls$/, ({ query }) =>
      calls
        .list()
        .filter((call) => (query.get('service') ?? call.service) === call.service)
        .filter((call) => (query.get('operation') ?? call.operation) === call.operation),
    ),
    route('DELETE', /^\/calls$/, () => calls.clear()),
  ];
}

/** Clock, seed, quotas, and AWS's open questions. */
function worldRoutes({
  world,
  reseed,
  stacks,
  parameters,
  ...parts
}: AdminParts): readonly Route[] {
  return [
    ...settingsRoutes(parts),
    route('GET', /^\/clock$/, () => ({ ...world.clock.settings, now: world.clock.now() })),
    route('PATCH', /^\/clock$/, ({ json }) => {
      const input = fields(json(), 'the clock');
      refuseUnknown(input, ['forwardMs']);
      const forwardMs = optionalNumber(input, 'forwardMs');
      if (forwardMs === undefined) throw new BadAdminInput('forwardMs is required');
      world.clock.forward(forwardMs);
      return { ...world.clock.settings, now: world.clock.now() };
    }),
    route('GET', /^\/unsettled$/, () => world.unsettled),
    route('PATCH', /^\/unsettled$/, ({ json }) => {
      patchUnsettled(world.unsettled, json());
      return world.unsettled;
    }),
    route('PUT', /^\/stacks\/([^/]+)$/, ({ item, json }) => ({
      StackId: stacks.put(parseStack(item, json())),
    })),
    route('PUT', /^\/parameters\/([^/]+)$/, ({ item, json }) => {
      const input = fields(json(), 'the parameter');
      refuseUnknown(input, ['value', 'by']);
      const { value, by } = input;
      if (typeof value !== 'string') throw new BadAdminInput('a parameter needs a value');
      parameters.put(item, value, typeof by === 'string' ? by : undefined);
    }),
    route('DELETE', /^\/parameters\/([^/]+)$/, ({ item }) => parameters.remove(item)),
    route('PUT', /^\/seed$/, ({ json }) => {
      const input = fields(json(), 'the seed');
      refuseUnknown(input, ['seed']);
      const seed = optionalNumber(input, 'seed');
      if (seed === undefined) throw new BadAdminInput('seed is required');
      reseed(seed);
      return { seed };
    }),
  ];
}

/** Those of the services, and the quotas. */
function settingsRoutes({
  lambda,
  logs,
  quotas,
}: Pick<AdminParts, 'lambda' | 'logs' | 'quotas'>): readonly Route[] {
  return [
    route('GET', /^\/lambda$/, () => lambda),
    route('PATCH', /^\/lambda$/, ({ json }) => patchSettings(lambda, json())),
    route('GET', /^\/logs$/, () => logs),
    route('PATCH', /^\/logs$/, ({ json }) => patchSettings(logs, json())),
    route('GET', /^\/quotas$/, () => ({ enabled: quotas.enabled, perSecond: quotas.perSecond })),
    route('PUT', /^\/quotas$/, ({ json }) => {
      const { enabled = quotas.enabled, perSecond = {} } = fields(json(), 'the quotas');
      if (typeof enabled !== 'boolean') throw new BadAdminInput('enabled must be true or false');
      const rates = fields(perSecond, 'perSecond');
      for (const operation of Object.keys(rates)) optionalNumber(rates, operation);
      quotas.enabled = enabled;
      quotas.perSecond = rates as Readonly<Record<string, number>>;
      return { enabled, perSecond };
    }),
  ];
}

function patchSettings<Settings extends object>(settings: Settings, json: unknown): Settings {
  const input = fields(json, 'the settings');
  refuseUnknown(input, Object.keys(settings));
  for (const name of Object.keys(input)) optionalNumber(input, name);
  return Object.assign(settings, input);
}

function parseKeyState(value: unknown): KeyState {
  const { state } = fields(value, 'a credential');
  if (state === 'valid' || state === 'expired' || state === 'unknown') return state;
  throw new BadAdminInput('state must be valid, expired or unknown');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadAdminInput('the body is not JSON');
  }
}
