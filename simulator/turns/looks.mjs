// When to look at what a process does: after something has happened that may change it, and now and then in any case.
// Plain JavaScript, because process-turns.mjs loads it before anything else.

/** Real milliseconds from what has happened until the look. */
const LATER_MS = 1;
/** The same where an answer is awaited: most come at once, and then there is nothing to see. */
const PATIENT_MS = 5;
/** Real milliseconds between two looks in any case, for what shows in no other way. */
const QUIET_MS = 10;

/** @typedef {'soon' | 'later' | 'patiently' | 'when something happens'} Next when to look again */

/**
 * @param {() => Next | Promise<Next>} look is called again once it has returned or resolved
 * @param {{ setTimeout: Function, setInterval: Function }} timers of the real time
 */
export function openLooks(look, timers, quietMs = QUIET_MS) {
  const waits = { soon: false, later: false, patiently: false };
  let [looks, missed, over] = [false, false, false];
  const now = async () => {
    if (over) return;
    if (looks) {
      missed = true;
      return;
    }
    looks = true;
    try {
      again(await look());
    } finally {
      looks = false;
    }
    if (missed) soon();
    missed = false;
  };
  const once = (name, start) => () => {
    if (waits[name] || over) return;
    waits[name] = true;
    start(() => {
      waits[name] = false;
      void now();
    });
  };
  /** As soon as what is ready has been handled. */
  const soon = once('soon', setImmediate);
  const after = (ms) => (callback) => timers.setTimeout(callback, ms).unref();
  const later = once('later', after(LATER_MS));
  const patiently = once('patiently', after(PATIENT_MS));
  const again = (next) => {
    if (next === 'soon') soon();
    if (next === 'later') later();
    if (next === 'patiently') patiently();
  };
  const quiet = timers.setInterval(now, quietMs).unref();
  const stop = () => {
    over = true;
    clearInterval(quiet);
  };
  return { soon, later, patiently, stop };
}
