// Serves GitHub's API description: examples for requests that it allows, 400 for those that it
// forbids. A process of its own, because a package in it requires an ES module, which jest cannot.

import { simulation } from '@simulacrum/github-api-simulator';

const { port } = await simulation().listen(0);
process.once('disconnect', () => process.exit());
process.send(port);
