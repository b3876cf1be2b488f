import { describe, expect, it } from '@jest/globals';
import { frontsOf, returnedErrorNotes } from '../../../../src/targets/alias/returned-errors.ts';

const API = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*/*';
const called = (
  permitted: readonly { service?: string; sourceArn?: string }[],
  hasUrl = false,
) => ({
  permitted: permitted.map(({ service, sourceArn }) => ({ service, sourceArn })),
  sources: [],
  hasUrl,
});
const alias = (label: string, fronts: ReturnType<typeof frontsOf>) => ({
  label,
  functionName: label.split(':')[0] ?? '',
  fronts,
});

describe('a returned error behind an alias', () => {
  it('is named with what calls it, and with what can be read', () => {
    const api = frontsOf(called([{ service: 'apigateway.amazonaws.com', sourceArn: API }]));
    const url = frontsOf(called([], true));
    const [note = '', ...others] = returnedErrorNotes([
      alias('orders:live', api),
      alias('carts:live', url),
    ]);
    expect(others).toEqual([]);
    expect(note).toContain(
      'invisible on orders:live, carts:live, called through API Gateway (API a1b2c3d4e5), a function URL',
    );
    expect(note).toContain("canary: { Version: '{to.orders}' }");
    expect(note).toContain('5XXError of a REST API (AWS/ApiGateway) or Url5xxCount (AWS/Lambda)');
    expect(note).toContain('shows both versions together');
  });

  it('of a load balancer is counted for its target group', () => {
    const fronts = frontsOf(called([{ service: 'elasticloadbalancing.amazonaws.com' }]));
    expect(returnedErrorNotes([alias('orders:live', fronts)]).join()).toContain(
      'HTTPCode_Target_5XX_Count of the target group',
    );
  });

  it('is nothing to a queue or a topic', () => {
    const fronts = frontsOf(called([{ service: 'sns.amazonaws.com' }, {}]));
    expect(fronts).toEqual([]);
    expect(returnedErrorNotes([alias('orders:live', fronts)])).toEqual([]);
  });
});
