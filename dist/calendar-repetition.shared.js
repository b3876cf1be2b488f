// src/calendar/zone.ts
var DAY = 86400;
var formats = /* @__PURE__ */ new Map();
function isZone(name) {
  return /^[A-Za-z][\w+/-]{1,63}$/.test(name) && formatOf(name) !== void 0;
}
function formatOf(zone) {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
  return formats.get(zone);
}
function makeFormat(zone) {
  try {
    return new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric" },
      ...{ day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }
    });
  } catch {
    return void 0;
  }
}
function localAt(zone, instant) {
  return Math.floor(instant) + offsetAt(zone, instant);
}
function offsetAt(zone, instant) {
  const day = Math.floor(instant / DAY);
  const offset = offsetOfDay(zone, day);
  return offset === offsetOfDay(zone, day + 1) ? offset : readOffset(zone, Math.floor(instant));
}
var offsets = /* @__PURE__ */ new Map();
function offsetOfDay(zone, day) {
  const days = offsets.get(zone) ?? /* @__PURE__ */ new Map();
  offsets.set(zone, days);
  const known = days.get(day);
  if (known !== void 0) return known;
  const offset = readOffset(zone, day * DAY);
  days.set(day, offset);
  return offset;
}
function readOffset(zone, instant) {
  if (zone === "UTC") return 0;
  const parts = {};
  for (const { type, value } of formatOf(zone)?.formatToParts(instant * 1e3) ?? []) {
    parts[type] = value;
  }
  const { year, month, day, hour, minute, second } = parts;
  const [y = 0, m = 1, ...rest] = [year, month, day, hour, minute, second].map(Number);
  return Date.UTC(y, m - 1, ...rest) / 1e3 - instant;
}
function instantsOf(zone, local) {
  const [before, after] = offsetsAround(zone, local);
  const found = [.../* @__PURE__ */ new Set([local - before, local - after])].filter(
    (instant) => localAt(zone, instant) === local
  );
  return found.sort((a, b) => a - b);
}
function offsetsAround(zone, local) {
  return [offsetAt(zone, local - DAY), offsetAt(zone, local + DAY)];
}
function firstInstantOf(zone, local) {
  return instantsOf(zone, local)[0] ?? passingOver(zone, local);
}
function lastInstantOf(zone, local) {
  return instantsOf(zone, local).at(-1) ?? passingOver(zone, local);
}
function passingOver(zone, local) {
  const [before, after] = offsetsAround(zone, local);
  return changeBetween(zone, local - after, local - before) ?? local - before;
}
function changeBetween(zone, from, to) {
  const old = offsetAt(zone, from);
  if (offsetAt(zone, to) === old) return void 0;
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

// src/calendar/repetition.ts
var DAY2 = 86400;
function occurrences(first, { rule, also, except }, zone, range) {
  const ruled = rule ? startsIn(first, rule, zone, range) : [];
  const all = /* @__PURE__ */ new Set([first, ...ruled, ...also]);
  return [...all].filter((start) => start >= range.from && start <= range.to && !except.includes(start)).sort((a, b) => a - b);
}
function nthStart(first, rule, count) {
  let last;
  let found = 0;
  for (const start of starts(first, rule, 0)) {
    if (start > first + LONGEST_SECONDS) return last;
    found += 1;
    last = start;
    if (found === count) return last;
  }
  return last;
}
var LONGEST_SECONDS = 200 * 366 * DAY2;
function startsIn(first, rule, zone, { from, to }) {
  const found = [];
  const begin = Math.max(0, Math.floor((from - first) / longestPeriod(rule)) - 1);
  for (const start of starts(first, rule, begin, to)) {
    if (start > to || isAfter(start, rule.until, zone)) break;
    if (start >= from) found.push(start);
  }
  return found;
}
function isAfter(start, until, zone) {
  if (until === void 0) return false;
  return (until.kind === "local" ? start : firstInstantOf(zone, start)) > until.at;
}
function longestPeriod({ every, interval }) {
  return { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[every] * interval * DAY2;
}
function* starts(first, rule, begin, end = first + LONGEST_SECONDS) {
  const time = first % DAY2;
  const firstDay = Math.floor(first / DAY2);
  for (let period = begin; ; period++) {
    const { days, from } = daysOf(rule, firstDay, period);
    if (from * DAY2 > end) return;
    for (const day of [...new Set(days)].sort((a, b) => a - b)) {
      if (day >= firstDay) yield day * DAY2 + time;
    }
  }
}
function daysOf(rule, firstDay, period) {
  const { year, month, date } = dateOf(firstDay);
  const steps = period * rule.interval;
  switch (rule.every) {
    case "DAILY": {
      const day = firstDay + steps;
      return { days: [day].filter((each) => isAllowed(rule, each)), from: day };
    }
    case "WEEKLY": {
      const start = firstDay - (weekdayOf(firstDay) - rule.weekStart + 7) % 7 + 7 * steps;
      const weekdays = rule.days.length > 0 ? rule.days : [{ weekday: weekdayOf(firstDay) }];
      const days = weekdays.map(({ weekday }) => start + (weekday - rule.weekStart + 7) % 7);
      return { days: days.filter((each) => isInMonths(rule, each)), from: start };
    }
    case "MONTHLY": {
      const start = dayNumber(year, month + steps, 1);
      const here = isInMonths(rule, start) ? daysInMonth(rule, start, date) : [];
      return { days: here, from: start };
    }
    case "YEARLY": {
      const start = dayNumber(year + steps, 0, 1);
      return { days: daysInYear(rule, year + steps, month, date), from: start };
    }
  }
}
function daysInYear(rule, year, month, date) {
  const { months, monthDays, days } = rule;
  if (months.length === 0 && monthDays.length === 0 && days.length > 0) {
    return weekdaysIn(days, dayNumber(year, 0, 1), dayNumber(year + 1, 0, 1));
  }
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const those = months.length > 0 ? months : monthDays.length > 0 ? all : [month + 1];
  return those.flatMap((each) => daysInMonth(rule, dayNumber(year, each - 1, 1), date));
}
function daysInMonth(rule, start, date) {
  const { year, month } = dateOf(start);
  const end = dayNumber(year, month + 1, 1);
  const length = end - start;
  if (rule.monthDays.length === 0 && rule.days.length > 0) return weekdaysIn(rule.days, start, end);
  const dates = rule.monthDays.length > 0 ? rule.monthDays : [date];
  return dates.map((each) => each > 0 ? each : length + 1 + each).filter((each) => each >= 1 && each <= length).map((each) => start + each - 1).filter((day) => rule.days.length === 0 || isOnDays(rule, day));
}
function weekdaysIn(days, start, end) {
  return days.flatMap(({ weekday, nth }) => {
    const first = start + (weekday - weekdayOf(start) + 7) % 7;
    const each = Array.from({ length: Math.ceil((end - first) / 7) }, (_, i) => first + 7 * i);
    if (nth === void 0) return each;
    const one = each.at(nth > 0 ? nth - 1 : nth);
    return one === void 0 ? [] : [one];
  });
}
function isAllowed(rule, day) {
  const { year, month, date } = dateOf(day);
  const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
  const onDate = rule.monthDays.length === 0 || rule.monthDays.some((each) => (each > 0 ? each : length + 1 + each) === date);
  return onDate && isInMonths(rule, day) && (rule.days.length === 0 || isOnDays(rule, day));
}
function isInMonths({ months }, day) {
  return months.length === 0 || months.includes(dateOf(day).month + 1);
}
function isOnDays({ days }, day) {
  return days.some(({ weekday }) => weekday === weekdayOf(day));
}
function weekdayOf(day) {
  return ((day + 4) % 7 + 7) % 7;
}
function dayNumber(year, month, date) {
  return Date.UTC(year, month, date) / (DAY2 * 1e3);
}
function dateOf(day) {
  const at = new Date(day * DAY2 * 1e3);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

// src/calendar/freezes.ts
function onceIn(zone, from, to) {
  return { kind: "once", from: firstInstantOf(zone, from), to: lastInstantOf(zone, to) };
}
function spansBetween(freezes, from, to) {
  return freezes.flatMap((freeze) => timesOf(freeze, from, to).map((time) => ({ freeze, ...time }))).filter((span) => span.to > from && span.from < to).sort((a, b) => a.from - b.from);
}
var MARGIN_SECONDS = 2 * 86400;
function timesOf({ time, zone }, from, to) {
  if (time.kind === "once") return [time];
  const { seconds, repetition } = time;
  const range = { from: from - seconds - MARGIN_SECONDS, to: to + MARGIN_SECONDS };
  return occurrences(time.from, repetition, zone, range).map((local) => ({
    from: firstInstantOf(zone, local),
    to: lastInstantOf(zone, local + seconds)
  }));
}

export {
  isZone,
  localAt,
  instantsOf,
  firstInstantOf,
  lastInstantOf,
  changeBetween,
  nthStart,
  onceIn,
  spansBetween
};
