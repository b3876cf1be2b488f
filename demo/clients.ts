// The users of the demo's API: a stream of real HTTP requests, with counts of the answers.

export interface Tally {
  readonly requests: number;
  /** Answers with a status of 500 or above, and requests without an answer. */
  readonly failed: number;
  /** Counts of answers by body. */
  readonly answers: Readonly<Record<string, number>>;
}

export interface Users {
  tally(): Tally;
  /** Ends the traffic and waits for the last answers. */
  stop(): Promise<Tally>;
}

/**
 * Sends a steady stream of requests.
 *
 * @param perSecond real seconds, whatever the simulated clock does
 */
export function sendTraffic(url: string, perSecond: number): Users {
  let requests = 0;
  let failed = 0;
  const answers = new Map<string, number>();
  const open = new Set<Promise<void>>();

  const send = async () => {
    requests++;
    try {
      const response = await fetch(url);
      const text = (await response.text()).slice(0, 80);
      if (response.status >= 500) failed++;
      const label = response.ok ? text : `HTTP ${response.status}`;
      answers.set(label, (answers.get(label) ?? 0) + 1);
    } catch {
      failed++;
      answers.set('no answer', (answers.get('no answer') ?? 0) + 1);
    }
  };
  const timer = setInterval(() => {
    const sent: Promise<void> = send().finally(() => open.delete(sent));
    open.add(sent);
  }, 1000 / perSecond);

  const tally = () => ({ requests, failed, answers: Object.fromEntries(answers) });
  return {
    tally,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      return tally();
    },
  };
}
