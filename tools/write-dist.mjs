// npm run bundle: writes dist/, which is committed, because `uses:` runs it directly from the tag.

import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';

await bundle(join(root, 'dist'));
