import {
  firstInstantOf,
  isZone,
  lastInstantOf,
  localAt,
  nthStart,
  onceIn
} from "./calendar-repetition.shared.js";

// src/inputs/gate-fields.ts
import {
  src_base_alarm_ref_ts__alarmName as alarmName
} from "./core.js";
import {
  src_base_partitions_ts__whyElsewhere as whyElsewhere
} from "./core.js";
import {
  src_base_quote_ts__quote as quote6
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean2
} from "./core.js";

// src/calendar/ical-events.ts
import {
  src_base_listed_ts__moreOf as moreOf
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";

// src/calendar/ical-lines.ts
function readParts(text) {
  const lines = unfold(text);
  if (lines.length === 0) return "it is empty";
  const found = { calendar: [], components: [], open: [] };
  for (const { text: content, line } of lines) {
    const property = propertyOf(content, line);
    const problem = property ? add(found, property) : "it is not a line of an iCalendar file";
    if (problem !== void 0) return `line ${line}: ${problem}`;
  }
  const unclosed = found.open.at(-1);
  return unclosed ? `it ends within the ${unclosed.name} of line ${unclosed.line}` : found;
}
function add({ calendar, components, open }, property) {
  const { name, value, line } = property;
  const inner = open.at(-1);
  const what = value.trim().toUpperCase();
  if (!inner && (name !== "BEGIN" || what !== "VCALENDAR")) return "expected BEGIN:VCALENDAR";
  if (name === "BEGIN") open.push({ name: what, properties: [], line });
  else if (name === "END") {
    if (inner?.name !== what) return `END:${what} without its BEGIN`;
    if (open.length === 2) components.push(inner);
    open.pop();
  } else if (open.length === 1) calendar.push(property);
  else inner?.properties.push(property);
  return void 0;
}
function textIn(properties, name) {
  return properties.find((each) => each.name === name)?.value.trim() ?? "";
}
function unfold(text) {
  const found = [];
  for (const [i, line] of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) {
    const last = found.at(-1);
    if (/^[ \t]/.test(line) && last) last.text.push(line.slice(1));
    else if (line.trim() !== "") found.push({ text: [line], line: i + 1 });
  }
  return found.map(({ text: parts, line }) => ({ text: parts.join(""), line }));
}
var NAME = /^[A-Za-z0-9-]+/;
var PARAMETER = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/;
function propertyOf(content, line) {
  const [name] = NAME.exec(content) ?? [];
  if (name === void 0) return void 0;
  const parameters = {};
  let rest = content.slice(name.length);
  for (let found = PARAMETER.exec(rest); found; found = PARAMETER.exec(rest)) {
    const [whole2, key = "", value = ""] = found;
    parameters[key.toUpperCase()] = value.replace(/^"(.*)"$/, "$1");
    rest = rest.slice(whole2.length);
  }
  if (!rest.startsWith(":")) return void 0;
  return { name: name.toUpperCase(), parameters, value: rest.slice(1), line };
}
function plainText(value) {
  return value.replace(/\\([\\;,nN])/g, (_, char) => /n/i.test(char) ? " " : char).replace(/\s+/g, " ").trim();
}

// src/calendar/ical-rule.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
var WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
var PARTS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"];
var MOST_STARTS = 1e4;
function readRule(text, first, untilOf) {
  const parts = {};
  for (const part of text.split(";").filter((each) => each !== "")) {
    const [name = "", value = ""] = part.split("=");
    parts[name.trim().toUpperCase()] = value.trim().toUpperCase();
  }
  const unknown = Object.keys(parts).find((name) => !PARTS.includes(name));
  if (unknown !== void 0) return `RRULE has ${unknown}, which is not supported`;
  const every = FREQUENCIES.find((each) => each === parts.FREQ);
  if (!every) return `FREQ is ${quote(parts.FREQ ?? "")}; expected ${FREQUENCIES.join(", ")}`;
  const interval = whole(parts.INTERVAL ?? "1", 1, 1e3);
  const monthDays = numbers(parts.BYMONTHDAY, 31);
  const months = numbers(parts.BYMONTH, 12);
  const days = daysOf(parts.BYDAY);
  const weekStart = WEEKDAYS.findIndex((each) => each === (parts.WKST ?? "MO"));
  if (interval === void 0) return wrong("INTERVAL", parts, "a number from 1 to 1000");
  if (!monthDays) return wrong("BYMONTHDAY", parts, "days of the month");
  if (!months || months.some((month) => month < 1)) return wrong("BYMONTH", parts, "months");
  if (!days) return wrong("BYDAY", parts, "days such as MO or 2MO");
  if (weekStart < 0) return wrong("WKST", parts, "a day such as MO");
  const rule = { every, interval, days, monthDays, months, weekStart };
  return whyContradictory(rule) ?? ended(rule, parts, first, untilOf);
}
function whyContradictory({ every, days, monthDays }) {
  const numbered = days.some(({ nth }) => nth !== void 0);
  if (numbered && (every === "DAILY" || every === "WEEKLY")) {
    return `BYDAY with a number has no meaning with FREQ=${every}`;
  }
  if (numbered && monthDays.length > 0)
    return "BYDAY with a number and BYMONTHDAY is not supported";
  return every === "WEEKLY" && monthDays.length > 0 ? "BYMONTHDAY has no meaning with FREQ=WEEKLY" : void 0;
}
function ended(rule, parts, first, untilOf) {
  const { COUNT, UNTIL } = parts;
  if (COUNT !== void 0 && UNTIL !== void 0) return "RRULE has both COUNT and UNTIL";
  if (UNTIL !== void 0) {
    const until = untilOf(UNTIL);
    return until ? { ...rule, until } : wrong("UNTIL", parts, "a date or a time");
  }
  if (COUNT === void 0) return rule;
  const count = whole(COUNT, 1, MOST_STARTS);
  if (count === void 0) return wrong("COUNT", parts, `a number from 1 to ${MOST_STARTS}`);
  const last = nthStart(first, rule, count) ?? first;
  return { ...rule, until: { kind: "local", at: last } };
}
function wrong(name, parts, expected) {
  return `${name} is ${quote(parts[name] ?? "")}; expected ${expected}`;
}
function whole(text, least, most) {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : void 0;
}
function numbers(text, most) {
  if (text === void 0) return [];
  const found = text.split(",").map((each) => /^[+-]?\d{1,3}$/.test(each) ? Number(each) : 0);
  return found.every((each) => each !== 0 && Math.abs(each) <= most) ? found : void 0;
}
function daysOf(text) {
  if (text === void 0) return [];
  const found = text.split(",").map((each) => {
    const [, nth, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? [];
    const weekday = WEEKDAYS.indexOf(name);
    if (weekday < 0 || Number(nth) === 0 || Math.abs(Number(nth)) > 53) return void 0;
    return nth === void 0 ? { weekday } : { weekday, nth: Number(nth) };
  });
  return found.every((each) => each !== void 0) ? found : void 0;
}

// src/calendar/ical-time.ts
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
function localIn(time, zone) {
  if (time.kind === "instant") return localAt(zone, time.at);
  if (time.kind === "day" || time.zone === zone) return time.local;
  return localAt(zone, lastInstantOf(time.zone, time.local));
}
function secondsOf(text) {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match || /^\+?P$|T$/.test(text)) return void 0;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((each) => Number(each ?? 0));
  return (7 * (weeks ?? 0) + (days ?? 0)) * 86400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
function timesOf(properties, name, zone) {
  const found = [];
  for (const property of properties.filter((each) => each.name === name)) {
    if (property.parameters.VALUE?.toUpperCase() === "PERIOD") {
      return `${name} with periods is not supported`;
    }
    for (const value of property.value.split(",")) {
      const time = timeOf(property, value, zone);
      if (typeof time === "string") return time;
      found.push(time);
    }
  }
  return found;
}
function timeOf({ name, parameters }, value, calendarZone) {
  const zone = parameters.TZID ?? calendarZone;
  if (!isZone(zone)) {
    return `the TZID ${quote2(zone)} is not a time zone of the IANA database, such as Europe/Berlin; expected one of these, or times in UTC`;
  }
  return parseTime(value.trim(), zone) ?? `${name} is ${quote2(value)}; expected such as 20261218 or 20261218T160000`;
}
function parseTime(text, zone) {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  const [, year, month, day, hour = "00", minute = "00", second = "00", utc] = match ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second === "60" ? "59" : second}Z`;
  const ms = Date.parse(iso);
  if (!match || Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(iso.slice(0, 10))) {
    return void 0;
  }
  const at = ms / 1e3;
  if (utc === void 0) return { kind: "day", local: at };
  return utc === "Z" ? { kind: "instant", at } : { kind: "local", local: at, zone };
}

// src/calendar/ical-events.ts
var MOST_EVENTS = 1e4;
var MOST_PROBLEMS = 10;
function readCalendar(text, defaultZone) {
  const parts = readParts(text);
  if (typeof parts === "string") return { freezes: [], problems: [parts] };
  const events = parts.components.filter(({ name }) => name === "VEVENT");
  if (events.length > MOST_EVENTS) {
    const problem = `it has ${events.length} events; expected at most ${MOST_EVENTS}, such as without those that are over`;
    return { freezes: [], problems: [problem] };
  }
  const own = textIn(parts.calendar, "X-WR-TIMEZONE");
  const zone = isZone(own) ? own : defaultZone;
  const replaced = replacedStarts(events, zone);
  const read = events.map((event) => readEvent(event, zone, replaced));
  const problems = read.filter((each) => typeof each === "string");
  const rest = problems.length - MOST_PROBLEMS;
  return {
    freezes: read.filter((each) => typeof each === "object"),
    problems: rest > 0 ? [...problems.slice(0, MOST_PROBLEMS), moreOf(rest, "problem")] : problems
  };
}
function replacedStarts(events, zone) {
  const found = /* @__PURE__ */ new Map();
  for (const { properties } of events) {
    const uid = textIn(properties, "UID");
    for (const property of properties.filter(({ name }) => name === "RECURRENCE-ID")) {
      const time = timeOf(property, property.value, zone);
      if (typeof time === "string") continue;
      const others = found.get(uid);
      if (others) others.push(time);
      else found.set(uid, [time]);
    }
  }
  return found;
}
function readEvent({ properties, line }, calendarZone, replaced) {
  const of = (name) => properties.find((each) => each.name === name);
  if (textIn(properties, "STATUS").toUpperCase() === "CANCELLED") return void 0;
  const reason = plainText(textIn(properties, "SUMMARY"));
  const about = `the event of line ${line}${reason && ` (${quote3(reason)})`}`;
  const begins = of("DTSTART");
  if (!begins) return `${about} has no DTSTART`;
  const start = timeOf(begins, begins.value, calendarZone);
  if (typeof start === "string") return `${about}: ${start}`;
  const zone = start.kind === "local" ? start.zone : start.kind === "day" ? calendarZone : "UTC";
  const from = localIn(start, zone);
  const end = endOf(properties, start, zone, calendarZone);
  if (typeof end === "string") return `${about}: ${end}`;
  if (end < from) return `${about} ends before it begins`;
  if (end === from) return void 0;
  const single = of("RECURRENCE-ID");
  if (single?.parameters.RANGE) return `${about}: RECURRENCE-ID with RANGE is not supported`;
  const others = single ? [] : replaced.get(textIn(properties, "UID")) ?? [];
  const repetition = repetitionOf(properties, { from, zone, calendarZone, others });
  if (typeof repetition === "string") return `${about}: ${repetition}`;
  const time = repetition ? { kind: "repeated", from, seconds: end - from, repetition } : onceIn(zone, from, end);
  return { dates: datesText(start, from, end), reason, zone, time };
}
function datesText(start, from, end) {
  const text = (local, length) => new Date(local * 1e3).toISOString().slice(0, length);
  if (start.kind !== "day") return `${text(from, 16)}..${text(end, 16)}`;
  const [first, last] = [text(from, 10), text(end - 1, 10)];
  return first === last ? first : `${first}..${last}`;
}
function endOf(properties, start, zone, calendarZone) {
  const from = localIn(start, zone);
  const ends = properties.find(({ name }) => name === "DTEND");
  if (ends) {
    const end = timeOf(ends, ends.value, calendarZone);
    if (typeof end === "string") return end;
    return localIn(end, zone);
  }
  const duration = textIn(properties, "DURATION");
  if (duration === "") return start.kind === "day" ? from + 86400 : from;
  const seconds = secondsOf(duration);
  return seconds === void 0 ? `DURATION is ${quote3(duration)}; expected such as P1D` : from + seconds;
}
function repetitionOf(properties, { from, zone, calendarZone, others }) {
  const rules = properties.filter(({ name }) => name === "RRULE");
  if (properties.some(({ name }) => name === "EXRULE")) return "EXRULE is not supported";
  if (rules.length > 1) return "it has several RRULE; expected one";
  const also = timesOf(properties, "RDATE", calendarZone);
  const except = timesOf(properties, "EXDATE", calendarZone);
  const wrong2 = [also, except].find((each) => typeof each === "string");
  if (typeof wrong2 === "string") return wrong2;
  const locals = (times) => times.map((time) => localIn(time, zone));
  const [rule] = rules;
  if (!rule && also.length === 0) return void 0;
  const read = rule && readRule(rule.value, from, untilIn(zone, from));
  if (typeof read === "string") return read;
  return {
    ...read && { rule: read },
    also: locals(also),
    except: locals([...except, ...others])
  };
}
function untilIn(zone, from) {
  return (text) => {
    const time = parseTime(text, zone);
    if (!time) return void 0;
    if (time.kind === "instant") return { kind: "instant", at: time.at };
    const at = time.kind === "day" ? time.local + from % 86400 : time.local;
    return { kind: "local", at };
  };
}

// src/calendar/read-freezes.ts
import {
  src_base_quote_ts__quote as quote5
} from "./core.js";

// src/calendar/read-hours.ts
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
var DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
var MOST_LINES = 50;
var EXPECTED = "expected days, hours and a time zone, such as Mon-Thu 09:00-16:00 Europe/Berlin";
function readHours(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const given = lines.filter((line) => line !== "");
  if (given.length > MOST_LINES) {
    return {
      hours: [],
      problems: [`it has ${given.length} lines; expected at most ${MOST_LINES}`]
    };
  }
  const read = given.map(readLine);
  return {
    hours: read.flatMap(({ hours }) => hours),
    problems: read.flatMap(({ problems }) => problems)
  };
}
function readLine(line) {
  const tokens = line.split(/[\s,]+/).map(tokenOf);
  const problems = tokens.flatMap((token) => token.kind === "wrong" ? [token.problem] : []);
  const zones = tokens.flatMap((token) => token.kind === "zone" ? [token.zone] : []);
  const [zone] = zones;
  const found = [];
  let days = [];
  let isComplete = true;
  for (const token of tokens) {
    if (token.kind === "days") {
      if (isComplete) days = [];
      days.push(token);
      isComplete = false;
    }
    if (token.kind === "hours") {
      found.push(hoursOf(days, token));
      isComplete = true;
    }
  }
  const wrong2 = problemOf({ found: found.length, zones, isComplete });
  if (problems.length === 0 && wrong2 !== void 0)
    problems.push(`${quote4(line)}: ${wrong2}; ${EXPECTED}`);
  if (problems.length > 0 || zone === void 0) return { hours: [], problems };
  return { hours: found.map((each) => ({ ...each, zone })), problems };
}
function problemOf({
  found,
  zones,
  isComplete
}) {
  if (zones.length > 1) return "it has two time zones, which belong on two lines";
  if (found === 0) return "it has no hours";
  if (!isComplete) return "its last days have no hours";
  return zones.length === 0 ? "it has no time zone" : void 0;
}
function hoursOf(days, { from, to, text }) {
  const words = [...days.map((each) => each.text), text].join(" ");
  const all = days.length > 0 ? days.flatMap((each) => each.days) : ALL_DAYS;
  return { text: words, days: [...new Set(all)], from, to };
}
function tokenOf(word) {
  if (/^\d{1,2}:\d{2}[-–]\d{1,2}:\d{2}$/.test(word)) return clockOf(word);
  if (/^[A-Za-z]+([-–][A-Za-z]+)?$/.test(word)) {
    const days = daysOf2(word);
    if (days) return { kind: "days", days, text: word };
  }
  if (isZone(word)) return { kind: "zone", zone: word };
  return { kind: "wrong", problem: whyWrong(word) };
}
function clockOf(word) {
  const [from, to] = word.split(/[-–]/).map(secondsOf2);
  if (from === void 0 || to === void 0 || from === DAY_SECONDS) {
    return {
      kind: "wrong",
      problem: `${quote4(word)} is not a time of day; expected hours from 00:00 to 24:00, such as 09:00-16:00`
    };
  }
  if (from === to) {
    return {
      kind: "wrong",
      problem: `${quote4(word)} never opens, because it ends when it starts; for the whole day, expected 00:00-24:00`
    };
  }
  return { kind: "hours", from, to, text: word };
}
var DAY_SECONDS = 86400;
function secondsOf2(clock) {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const seconds = 3600 * hour + 60 * minute;
  return minute < 60 && seconds <= DAY_SECONDS ? seconds : void 0;
}
function daysOf2(word) {
  const [from, to = from] = word.split(/[-–]/).map(dayOf);
  if (from === void 0 || to === void 0) return void 0;
  return ALL_DAYS.slice(0, (to - from + 7) % 7 + 1).map((i) => (from + i) % 7);
}
function dayOf(word) {
  const found = LONG_DAYS.findIndex((day) => {
    const lower = word.toLowerCase();
    return day === lower || day.slice(0, 3) === lower;
  });
  return found < 0 ? void 0 : found;
}
var LONG_DAYS = [
  ...["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
];
function whyWrong(word) {
  if (word.includes("/")) return unknownZone(word);
  if (/^[A-Za-z]{2,9}$/.test(word)) {
    return `${quote4(word)} is neither a day of the week nor a time zone; ${EXPECTED}.${didYouMean(word, DAYS)}`;
  }
  return `${quote4(word)} is not understood; ${EXPECTED}`;
}
function unknownZone(word) {
  const zones = Intl.supportedValuesOf("timeZone");
  return `${quote4(word)} is not a time zone that exists; expected a name of the IANA database, such as Europe/Berlin or UTC.${didYouMean(word, zones)}`;
}

// src/calendar/read-freezes.ts
var MOST_LINES2 = 200;
var EXPECTED2 = "expected days such as 2026-12-18..2027-01-04 or times such as 2026-12-18T16:00..2026-12-19T08:00, then a time zone if it is not that of window, and the reason";
function readFreezes(text, zone) {
  const lines = text.split("\n").map((line) => line.trim());
  const given = lines.filter((line) => line !== "");
  if (given.length > MOST_LINES2) {
    const problem = `it has ${given.length} lines; expected at most ${MOST_LINES2}, or an iCalendar file: calendar: FILE`;
    return { freezes: [], calendars: [], problems: [problem] };
  }
  const read = given.map((line) => readLine2(line, zone));
  return {
    freezes: read.flatMap((each) => each.kind === "freeze" ? [each.freeze] : []),
    calendars: read.flatMap((each) => each.kind === "calendar" ? [each.path] : []),
    problems: read.flatMap((each) => each.kind === "wrong" ? [each.problem] : [])
  };
}
function readLine2(line, defaultZone) {
  const [, path] = /^calendar\s*[:=]\s*(\S.*)$/.exec(line) ?? [];
  if (path !== void 0) return { kind: "calendar", path };
  const [dates = "", ...rest] = line.split(/\s+/);
  const [named, ...others] = rest;
  const hasZone = named !== void 0 && isZone(named) && (named.includes("/") || named === "UTC");
  if (!hasZone && named !== void 0 && /^[A-Z][a-z]+\/[A-Za-z_]+/.test(named)) {
    return { kind: "wrong", problem: `${quote5(line)}: ${unknownZone(named)}` };
  }
  const zone = hasZone ? named : defaultZone;
  const reason = (hasZone ? others : rest).join(" ");
  const [start = "", end = start, ...more] = dates.split("..");
  const [from, to] = [timeOf2(start), timeOf2(end)];
  if (!from || !to || more.length > 0) {
    return { kind: "wrong", problem: `${quote5(dates)}${whyNoTime(start, end)}; ${EXPECTED2}` };
  }
  const time = timesOf2(from, to, zone);
  if (time.to <= time.from) {
    return {
      kind: "wrong",
      problem: `${quote5(dates)} ends before it begins; expected the first day, "..", and the last day`
    };
  }
  return { kind: "freeze", freeze: { dates, reason, zone, time } };
}
var WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/;
function timeOf2(text) {
  const [, day = "", clock, offset] = WRITTEN.exec(text) ?? [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return void 0;
  if (clock === void 0) return { kind: "day", at: midnight / 1e3 };
  const at = Date.parse(`${day}T${clock}${offset ?? "Z"}`);
  if (Number.isNaN(at)) return void 0;
  return { kind: offset === void 0 ? "local" : "instant", at: at / 1e3 };
}
function timesOf2(from, to, zone) {
  const start = from.kind === "instant" ? from.at : firstInstantOf(zone, from.at);
  const last = to.kind === "day" ? to.at + 86400 : to.at;
  const end = to.kind === "instant" ? to.at : lastInstantOf(zone, last);
  return { kind: "once", from: start, to: end };
}
function whyNoTime(start, end) {
  const wrong2 = [start, end].find((each) => WRITTEN.test(each) && !timeOf2(each));
  return wrong2 === void 0 ? " is not understood" : `: there is no ${wrong2}`;
}

// src/inputs/gate-fields.ts
import {
  src_inputs_checkout_file_ts__readCheckoutFile as readCheckoutFile
} from "./core.js";
import {
  src_inputs_fields_ts__bad as bad,
  src_inputs_fields_ts__ok as ok
} from "./core.js";
var MOST_BYTES = 8 * 1024 * 1024;
function readReleaseTimes({ window, freeze }, workspace, problems) {
  const { hours, problems: wrongHours } = readHours(window);
  problems.push(...wrongHours.map((problem) => `window: ${problem}`));
  const zones = new Set(hours.map(({ zone: zone2 }) => zone2));
  const zone = zones.size === 1 ? [...zones][0] ?? "UTC" : "UTC";
  const { freezes, calendars, problems: wrongFreezes } = readFreezes(freeze, zone);
  problems.push(...wrongFreezes.map((problem) => `freeze: ${problem}`));
  const inFiles = calendars.flatMap((path) => {
    const about = `freeze: calendar ${quote6(path)}`;
    const file = readCheckoutFile(path, workspace, MOST_BYTES);
    if ("problem" in file) {
      problems.push(`${about}: ${file.problem}`);
      return [];
    }
    const read = readCalendar(file.text, zone);
    problems.push(...read.problems.map((problem) => `${about}: ${problem}`));
    return read.freezes;
  });
  return { hours, freezes: [...freezes, ...inFiles] };
}
var KINDS = ["alarm", "parameter", "variable"];
function stopSwitch(text, region) {
  const lines = text.split("\n").map((line2) => line2.trim());
  const [line, ...more] = lines.filter((each) => each !== "");
  if (line === void 0) return ok(void 0);
  if (more.length > 0) return bad(`it has ${more.length + 1} lines; expected one switch`);
  const [, word = "", name = ""] = /^([^=:\s]+)\s*[=:]\s*(\S.*)$/.exec(line) ?? [];
  const kind = KINDS.find((each) => each === word.toLowerCase());
  if (!kind || name === "") {
    return bad(
      `${quote6(line)}; expected alarm=NAME, parameter=NAME or variable=NAME.${word && didYouMean2(word, KINDS)}`
    );
  }
  const wrong2 = whyWrongName(kind, name, region);
  return wrong2 === void 0 ? ok({ kind, name }) : bad(`${quote6(name)} ${wrong2}`);
}
var PARAMETER_ARN = /^arn:[\w-]+:ssm:[\w-]+:\d{12}:parameter\/[\w./-]{1,1011}$/;
function whyWrongName(kind, name, region) {
  switch (kind) {
    case "alarm": {
      const plain = alarmName(name);
      if (plain.length > 255) return "is longer than an alarm name can be";
      return plain === name ? void 0 : whyElsewhere(name, region);
    }
    case "parameter":
      if (PARAMETER_ARN.test(name)) return whyElsewhere(name, region);
      return /^[\w./-]{1,1011}$/.test(name) && !/^\/?(aws|ssm)/i.test(name) ? void 0 : 'is not the name of an SSM parameter; expected letters, digits and ".", "_", "-", "/", such as /releases/stop';
    case "variable":
      return /^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,254}$/i.test(name) ? void 0 : 'is not the name of a repository variable; expected letters, digits and "_", not GITHUB_ at the beginning, such as STOP_RELEASES';
  }
}
export {
  readReleaseTimes,
  stopSwitch
};
