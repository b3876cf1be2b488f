// A router in memory as reports show it.

import type { TargetReport } from '../../../src/report/target-report.ts';

export function describeRouter(name: string): TargetReport {
  return {
    region: 'eu-west-1',
    label: name,
    key: name,
    resources: [`arn:aws:memory:eu-west-1::${name}`],
    links: [],
    metrics: [],
    rows: [['Router', name]],
    releases: 'Service',
    countNotes: {},
    searchLogs: (services) => {
      const versions = services.map(({ to }) => `version = "${to}"`).join(' or ');
      return {
        groups: services.map((service) => `/memory/${service.name}`),
        query: `filter ${versions}`,
      };
    },
    outputs: {},
    toJSON: () => ({ kind: 'memory', region: 'eu-west-1' }),
  };
}
