// The entry of both steps and of the command line. Each is started by its own name (dist/post.js, dist/cli.js), so that
// a main step that died before it could leave any state is never run a second time.

import { main } from './action/main-step.ts';
import { post } from './action/post-entry.ts';

const started = process.argv[1] ?? '';
if (started.endsWith('cli.js')) await (await import('./cli/start.ts')).start();
else await (started.endsWith('post.js') ? post() : main());

// After the last word nothing keeps the step: neither a server that does not answer nor an open connection.
process.stdout.write('', () => process.exit());
