// AWS itself, in the account of whoever runs this and says so.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COST, settle } from '../account/account.ts';
import { Absent, type Witness } from '../witness.ts';

export const aws: Witness = {
  name: 'aws',
  title: 'AWS, in your own account',
  worth: 'The open questions, answered by AWS on this day.',
  byDefault: false,
  testify: async (stand) => {
    stand.say(COST);
    if (!stand.options.ownAccount) {
      throw new Absent('it makes things in your AWS account: say --i-have-an-account to go on');
    }
    const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
    if (!region) throw new Absent('AWS_REGION is not set');
    const interrupted = new AbortController();
    const stop = () => interrupted.abort(new Error('interrupted; what was made is removed'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    try {
      await stand.check('the open questions are answered', ['canary-series'], async () => {
        const options = { region, signal: interrupted.signal, say: stand.say };
        const { answers, recording } = await settle(options);
        const file = join(stand.folder, 'aws-recording.json');
        await writeFile(file, JSON.stringify(recording, null, 2));
        stand.say(JSON.stringify(recording, null, 2));
        stand.say(`answers: ${JSON.stringify(answers, null, 2)}`);
        stand.say(`the recording is in ${file}`);
      });
    } finally {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
    }
  },
};
