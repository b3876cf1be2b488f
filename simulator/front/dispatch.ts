// Three handlers at one address: the simulator's own interface, the data plane, and, for everything
// else, the AWS control planes.

import type { DataPlane } from '../execute-api/data-plane.ts';
import type { Admin } from './admin.ts';
import { type Answer, jsonReply } from './answer.ts';
import { awsRequest } from './aws-request.ts';
import type { ControlPlane } from './control-plane.ts';
import type { WireRequest } from './http-server.ts';

export interface Handlers {
  readonly admin: Admin;
  readonly dataPlane: DataPlane;
  readonly controlPlane: ControlPlane;
  readonly domains: Domains;
}

/** What a custom domain name leads to: a stage, or without one, all stages of an API by their names. */
export interface Mapping {
  readonly apiId: string;
  readonly stageName?: string;
}

/** By host, with an empty base path (API Gateway API reference, "CreateBasePathMapping"). */
export type Domains = Map<string, Mapping>;

const ADMIN = /^\/_sim(\/[^?]*)?(?:\?|$)/;
/** `{api}.execute-api.{region}.…`, as clients name a stage that does not know the simulator. */
const API_HOST = /^([a-z0-9]+)\.execute-api\.[\w-]+\.amazonaws\.com(?:\.cn)?(?::\d+)?$/i;
const DATA_PLANE = /^\/_aws\/execute-api\/([^/?]+)\/([^/?]+)([^?]*)(?:\?(.*))?$/s;

interface Addressed {
  /** The path of a request to the data plane, by whichever address it came. */
  readonly target: string;
  readonly mapping: Mapping | undefined;
}

function addressOf({ target, headerLines }: WireRequest, domains: Domains): Addressed {
  const host = headerLines.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '';
  const [, apiId] = API_HOST.exec(host) ?? [];
  const mapping = domains.get(host);
  if (mapping) {
    const { apiId: mapped, stageName } = mapping;
    const stage = stageName === undefined ? '' : `/${stageName}`;
    return { target: `/_aws/execute-api/${mapped}${stage}${target}`, mapping };
  }
  const found = apiId === undefined ? target : `/_aws/execute-api/${apiId}${target}`;
  return { target: found, mapping: undefined };
}

export function createDispatch(handlers: Handlers): (request: WireRequest) => Promise<Answer> {
  return async (request) => {
    const admin = ADMIN.exec(request.target);
    if (admin) {
      const { method, query, body } = awsRequest(request);
      return {
        kind: 'reply',
        reply: handlers.admin({ method, path: admin[1] ?? '/', query, body }),
      };
    }
    const { target, mapping } = addressOf(request, handlers.domains);
    const stage = DATA_PLANE.exec(target);
    if (stage) {
      const [, apiId, stageName, path, query = ''] = stage;
      const { method, headerLines, body, sourceIp } = request;
      const reply = await handlers.dataPlane({
        ...{ method, headerLines, body, sourceIp, query },
        ...{ apiId: apiId!, stageName: stageName!, path: path || '/' },
        isMapped: mapping !== undefined,
      });
      return { kind: 'reply', reply };
    }
    if (request.target.startsWith('/_aws/')) {
      const message = 'the data plane is at /_aws/execute-api/{api}/{stage}/…';
      return { kind: 'reply', reply: jsonReply(404, { message }) };
    }
    return handlers.controlPlane(awsRequest(request));
  };
}
