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
}

const ADMIN = /^\/_sim(\/[^?]*)?(?:\?|$)/;
/** `{api}.execute-api.{region}.…`, as clients name a stage that does not know the simulator. */
const API_HOST = /^([a-z0-9]+)\.execute-api\.[\w-]+\.amazonaws\.com(?:\.cn)?(?::\d+)?$/i;
const DATA_PLANE = /^\/_aws\/execute-api\/([^/?]+)\/([^/?]+)([^?]*)(?:\?(.*))?$/s;

/** The path of a request to the data plane, by whichever address it came. */
function targetOf({ target, headerLines }: WireRequest): string {
  const host = headerLines.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '';
  const [, apiId] = API_HOST.exec(host) ?? [];
  return apiId === undefined ? target : `/_aws/execute-api/${apiId}${target}`;
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
    const stage = DATA_PLANE.exec(targetOf(request));
    if (stage) {
      const [, apiId, stageName, path, query = ''] = stage;
      const { method, headerLines, body, sourceIp } = request;
      const reply = await handlers.dataPlane({
        ...{ method, headerLines, body, sourceIp, query },
        ...{ apiId: apiId!, stageName: stageName!, path: path || '/' },
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
