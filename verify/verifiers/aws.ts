// AWS itself, in the user's own account, if they agree.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COST, settle } from '../account/account.ts';
import { Unavailable, type Verifier } from '../verifier.ts';

export const aws: Verifier = {
  name: 'aws',
  title: 'AWS, in your own account',
  shows: 'The open questions, answered by AWS today.',
  byDefault: false,
  verify: async (context) => {
    context.print(COST);
    if (!context.options.ownAccount) {
      throw new Unavailable(
        'it creates resources in your AWS account: add --i-have-an-account to agree',
      );
    }
    const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
    if (!region) throw new Unavailable('AWS_REGION is not set');
    const interrupted = new AbortController();
    const stop = () => interrupted.abort(new Error('interrupted; the resources are being removed'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    try {
      await context.check('the open questions are answered', ['canary-series'], async () => {
        const options = { region, signal: interrupted.signal, print: context.print };
        const { answers, recording } = await settle(options);
        const file = join(context.folder, 'aws-recording.json');
        await writeFile(file, JSON.stringify(recording, null, 2));
        context.print(JSON.stringify(recording, null, 2));
        context.print(`answers: ${JSON.stringify(answers, null, 2)}`);
        context.print(`the recording is in ${file}`);
      });
    } finally {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
    }
  },
};
