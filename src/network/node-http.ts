// Node's module for HTTP without TLS, as `require` gives it. An `import` of it reads all that it exports, among them
// WebSocket, for which Node loads all of undici: more than starting Node itself takes. (lib/http.js of Node, "lazyUndici")

import type * as Http from 'node:http';
import { createRequire } from 'node:module';

const http: typeof Http = createRequire(import.meta.url)('node:http');

export const { Agent: PlainAgent, request: plainRequest } = http;
export type PlainAgent = Http.Agent;
