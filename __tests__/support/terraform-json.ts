// What `terraform show -json` writes, as far as tests need it (Terraform documentation, "JSON Output Format"): resources by
// their addresses, with their values.

type Json = Readonly<Record<string, unknown>>;

interface Written {
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly isData: boolean;
}

function parts(address: string): Written {
  const isData = address.startsWith('data.');
  const [, type = '', name = '', key] =
    /^([\w-]+)\.([\w-]+)(?:\[(.+)\])?$/.exec(address.replace(/^data\./, '')) ?? [];
  const index = key === undefined ? {} : { index: JSON.parse(key) as string | number };
  return { type, name, ...index, isData };
}

/** The resources of modules by the address of the module; the root is `''`. */
export type Modules = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export function rootModule(modules: Modules): Json {
  const resourcesOf = (module: string) =>
    Object.entries(modules[module] ?? {}).map(([address, values]) => {
      const { isData, ...more } = parts(address);
      const full = module === '' ? address : `${module}.${address}`;
      return { address: full, mode: isData ? 'data' : 'managed', ...more, values };
    });
  const inner = Object.keys(modules).filter((module) => module !== '');
  return {
    resources: resourcesOf(''),
    child_modules: inner.map((address) => ({ address, resources: resourcesOf(address) })),
  };
}

/** A state. */
export function stateJson(modules: Modules): string {
  return JSON.stringify({
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: { root_module: rootModule(modules) },
  });
}

export interface PlanParts {
  readonly configuration?: Json;
  /** What was read while planning. */
  readonly prior?: Modules;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A plan. */
export function planJson(
  modules: Modules,
  { configuration = {}, prior, variables = {} }: PlanParts = {},
): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, { value }]),
    ),
    planned_values: { root_module: rootModule(modules) },
    ...(prior && { prior_state: { values: { root_module: rootModule(prior) } } }),
    configuration: { root_module: configuration },
  });
}

/** An application, an alias, its function and a deployment group with a schedule of its own. */
export const GRADUAL: Modules = {
  '': {
    'aws_lambda_function.orders': { function_name: 'orders' },
    'aws_lambda_alias.live': { name: 'live', function_name: 'orders', function_version: '7' },
    'aws_codedeploy_app.shop': { name: 'shop', compute_platform: 'Lambda' },
    'aws_codedeploy_deployment_config.slow': {
      deployment_config_name: 'shop-slow',
      compute_platform: 'Lambda',
      traffic_routing_config: [
        {
          type: 'TimeBasedCanary',
          time_based_canary: [{ interval: 9, percentage: 30 }],
          time_based_linear: [],
        },
      ],
    },
    'aws_codedeploy_deployment_group.orders': {
      app_name: 'shop',
      deployment_group_name: 'orders',
      deployment_config_name: 'shop-slow',
      service_role_arn: 'arn:aws:iam::123456789012:role/codedeploy',
      alarm_configuration: [
        { alarms: ['orders-errors'], enabled: true, ignore_poll_alarm_failure: false },
      ],
      auto_rollback_configuration: [{ enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] }],
      trigger_configuration: [],
    },
  },
};

/** The argument of a module as the format writes it. */
export const refersTo = (reference: string): Json => {
  const steps = reference.split('.');
  const shorter = steps.slice(0, steps[0] === 'data' ? 3 : 2).join('.');
  return { references: shorter === reference ? [reference] : [reference, shorter] };
};
