// The entry of both steps. The post step is started by its own name (dist/post.js), so that a main
// step that died before it could leave any state is never run a second time.

import { main, post } from './action/main-step.ts';

const isPost = process.argv[1]?.endsWith('post.js') ?? false;
await (isPost ? post() : main());

// After the last word nothing keeps the step: neither a server that does not answer nor an open connection.
process.stdout.write('', () => process.exit());
