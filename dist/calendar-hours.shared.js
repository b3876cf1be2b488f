import {
  changeBetween,
  instantsOf,
  localAt,
  spansBetween
} from "./calendar-repetition.shared.js";

// src/calendar/hours.ts
var DAY = 86400;
var AHEAD_DAYS = 15;
function isOpen(hours, instant) {
  return hours.some((each) => isWithin(each, localAt(each.zone, instant)));
}
function isWithin({ days, from, to }, local) {
  const second = local % DAY;
  const today = weekday(local);
  if (from < to) return days.includes(today) && second >= from && second < to;
  return days.includes(today) && second >= from || days.includes((today + 6) % 7) && second < to;
}
function weekday(local) {
  return (Math.floor(local / DAY) + 4) % 7;
}
function nextOpening(hours, instant) {
  return nextWith(hours, instant, true);
}
function nextWith(hours, instant, open) {
  if (isOpen(hours, instant) === open) return instant;
  return changesAfter(hours, instant).find((at) => isOpen(hours, at) === open);
}
function changesAfter(hours, instant) {
  const zones = [...new Set(hours.map(({ zone }) => zone))];
  const found = zones.flatMap((zone) => {
    const times = hours.filter((each) => each.zone === zone).flatMap(({ from, to }) => [from, to]);
    return changesIn(zone, [...new Set(times)], Math.floor(instant));
  });
  return [...new Set(found)].filter((at) => at > instant).sort((a, b) => a - b);
}
function changesIn(zone, times, instant) {
  const today = Math.floor(localAt(zone, instant) / DAY) * DAY;
  const days = Array.from({ length: AHEAD_DAYS + 1 }, (_, i) => today + i * DAY);
  return days.flatMap((day, i) => {
    const of = times.flatMap((time) => instantsOf(zone, day + time));
    const from = instant + i * DAY;
    const turned = changeBetween(zone, from, from + DAY);
    return turned === void 0 ? of : [...of, turned];
  });
}

// src/calendar/release-times.ts
var HORIZON_SECONDS = 400 * 86400;
function closureAt(times, instant) {
  const frozen = longestAt(times.freezes, instant);
  const closed = times.hours.length > 0 && !isOpen(times.hours, instant);
  if (!frozen && !closed) return void 0;
  const at = opensAt(times, instant);
  const opens = at === void 0 ? {} : { opensAt: at };
  if (!frozen) {
    const [first] = times.hours;
    return { kind: "window", hours: hoursText(times.hours), zone: first?.zone ?? "UTC", ...opens };
  }
  const { dates, reason, zone } = frozen.freeze;
  return { kind: "freeze", dates, reason, zone, ...opens };
}
function hoursText(hours) {
  const texts = hours.map(
    ({ text, zone }, i) => hours[i + 1]?.zone === zone ? text : `${text} ${zone}`
  );
  return texts.join(", ");
}
function opensAt({ hours, freezes }, instant) {
  const latest = instant + HORIZON_SECONDS;
  let at = instant;
  while (at !== void 0 && at <= latest) {
    const frozen = longestAt(freezes, at);
    if (frozen) at = frozen.to;
    else if (hours.length > 0 && !isOpen(hours, at)) at = nextOpening(hours, at);
    else return at;
  }
  return void 0;
}
function longestAt(freezes, instant) {
  return spansBetween(freezes, instant, instant + 1).filter(({ from, to }) => from <= instant && to > instant).reduce(
    (longest, each) => longest && longest.to >= each.to ? longest : each,
    void 0
  );
}

export {
  closureAt,
  opensAt
};
