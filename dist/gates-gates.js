import {
  closureAt
} from "./calendar-hours.shared.js";
import "./calendar-repetition.shared.js";

// src/gates/gates.ts
async function readGates({
  inputs: { times, override },
  readSwitch,
  now,
  overridden
}) {
  const stop = await readSwitch?.();
  const closed = times && closureAt(times, now());
  if (closed && override !== "") overridden(closed, override);
  return [...stop ? [stop] : [], ...closed && override === "" ? [closed] : []];
}
export {
  readGates
};
