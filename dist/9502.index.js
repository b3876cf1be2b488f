export const id = 9502;
export const ids = [9502];
export const modules = {

/***/ 23111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fN: () => (/* binding */ streamPrefixes),
/* harmony export */   kf: () => (/* binding */ isStreamOf)
/* harmony export */ });
/* unused harmony export parseStream */
// The names of Lambda's log streams, which contain the version (Lambda developer guide, "Sending Lambda function logs
// to CloudWatch Logs"): `2030/01/31/[7]0f3c…` in a function's own group, and `2030/01/31/orders[7][0f3c…]` in a group
// that was chosen for it, which several functions may share. Each execution environment has one stream.
const OWN = /^\d{4}\/\d\d\/\d\d\/\[(\$LATEST|\d{1,10})\][0-9a-f]{8,64}$/;
const CHOSEN = /^\d{4}\/\d\d\/\d\d\/([\w-]{1,140})\[(\$LATEST|\d{1,10})\]\[?[0-9a-f-]{8,64}\]?$/;
/** `undefined`: not a stream of Lambda. */
function parseStream(name) {
    const [, own] = OWN.exec(name) ?? [];
    if (own !== undefined)
        return { version: own };
    const [, functionName, version] = CHOSEN.exec(name) ?? [];
    return functionName === undefined || version === undefined
        ? undefined
        : { functionName, version };
}
/** Whether a stream is one of them. Others in the same group belong to other functions or versions. */
function isStreamOf(name, { functionName, version, chosenGroup }) {
    const stream = parseStream(name);
    const named = chosenGroup ? functionName : undefined;
    return stream !== undefined && stream.version === version && stream.functionName === named;
}
const DAY_MS = 86_400_000;
/**
 * What the names of a version's streams begin with, for FilterLogEvents, which takes one prefix a call. The date is
 * that on which the environment started, so one of yesterday may still write; the longest life of an environment is
 * not documented, and a release has versions that were published shortly before.
 *
 * @param at milliseconds since the epoch
 */
function streamPrefixes({ functionName, version, chosenGroup }, at) {
    return [at, at - DAY_MS].map((time) => {
        const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
        return `${day}/${chosenGroup ? functionName : ''}[${version}]`;
    });
}


/***/ }),

/***/ 9502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createFailureDetails: () => (/* binding */ createFailureDetails)
});

// EXTERNAL MODULE: ./build/logs/error-record.js + 1 modules
var error_record = __webpack_require__(13838);
// EXTERNAL MODULE: ./build/logs/failure-groups.js
var failure_groups = __webpack_require__(98013);
// EXTERNAL MODULE: ./build/logs/invocation-sightings.js
var invocation_sightings = __webpack_require__(2580);
// EXTERNAL MODULE: ./build/logs/lambda-invocations.js
var lambda_invocations = __webpack_require__(12625);
// EXTERNAL MODULE: ./build/logs/lambda-streams.js
var lambda_streams = __webpack_require__(23111);
// EXTERNAL MODULE: ./build/base/foreign-text.js
var foreign_text = __webpack_require__(56218);
;// CONCATENATED MODULE: ./build/logs/scrub.js
// Masks what a log line may contain of people and secrets, for `log-samples: true`. GitHub masks registered secrets in the
// job log only, and comments are public and mailed. Rather too much is masked than too little. Escaping for Markdown is
// not done here.
/** Stands where something was masked. */
const MASK = '***';
/** In this order. Each expression is bounded, so that its time grows with the length of the text and no faster. */
const RULES = [
    // A private key, or the beginning of one.
    [/-----BEGIN [A-Z ]{1,40}-----[^-]{0,8000}(?:-----END [A-Z ]{1,40}-----)?/g, MASK],
    // JSON Web Tokens, and anything else in Base64 that begins as they do.
    [/eyJ[\w-]{1,4000}(?:\.[\w-]{0,4000}){0,4}/g, MASK],
    // IDs of access keys and of other principals (IAM user guide, "IAM identifiers").
    [/(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,124}/g, MASK],
    [/gh[pousr]_\w{10,255}|github_pat_\w{10,255}|xox[abprs]-[\w-]{10,255}|sk_\w{10,255}/g, MASK],
    [/\b(bearer|basic|digest|negotiate)\s{1,3}[\w.~+/=:-]{1,4000}/gi, `$1 ${MASK}`],
    // Named values, in JSON, in a query, or in words; not the message of a `KeyError`.
    [
        /((?:passw(?:or)?d|pwd|passphrase|secret|token|key|credential|auth|session|cookie|signature|pin|otp)\w{0,30}(?<!Error|Exception)\\?["']?\s{0,3}[:=]\s{0,3})(?:\\?"[^"]{0,4000}"?|'[^']{0,4000}'?|[^\s"',;&}\]]{1,4000})/gi,
        `$1${MASK}`,
    ],
    // User and password in an address, and everything in its query.
    [/:\/\/[^\s/@]{1,300}@/g, `://${MASK}@`],
    [/(?<=[\w/.})])\?[^\s"'<>=]{1,200}=[^\s"'<>]{0,4000}/g, `?${MASK}`],
    [/[^\s"<>(),;[\]]{3,4000}/g, withoutAddress],
    [/(?:\d{1,3}\.){3}\d{1,3}/g, MASK],
    [/(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}/gi, MASK],
    [/(?<![\w:])(?=[0-9a-f:]{3})[0-9a-f:]{0,40}::[0-9a-f:]{0,40}(?![\w:])/gi, MASK],
    [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, MASK],
    // Long texts without blanks that have letters and digits, such as keys and digests.
    [/[\w+/=-]{32,4000}/g, withoutKey],
    // Accounts, cards, telephone numbers: also in groups of digits.
    [/\d(?:[ -]?\d){8,40}/g, MASK],
];
/** A word with an e-mail address; not one with the name of a package, such as `node_modules/@scope/name.js`. */
function withoutAddress(word) {
    return /.@[^@/]*\./.test(word) ? MASK : word;
}
function withoutKey(word) {
    return /\d/.test(word) && /[A-Za-z]/.test(word) ? MASK : word;
}
const LONGEST = 300;
/** Text after this is not looked at. */
const MOST_READ = 10_000;
/** One line of at most 300 characters, with everything masked that looks private. */
function scrub(text) {
    const line = withoutPart(text)
        .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
        .trim();
    const masked = RULES.reduce(masking, line);
    return masked.length > LONGEST ? `${cut(masked)} …` : masked;
}
function masking(text, [form, replacement]) {
    // The two cases are two signatures of the same function.
    return typeof replacement === 'string'
        ? text.replace(form, replacement)
        : text.replace(form, replacement);
}
/** Without the word at the end, of which only a part may have been read: a part of a number is not masked. */
function withoutPart(text) {
    if (text.length <= MOST_READ)
        return text;
    const start = text.slice(0, MOST_READ);
    const end = Math.max(...[' ', '\n', '\r', '\t'].map((blank) => start.lastIndexOf(blank)));
    return start.slice(0, Math.max(0, end));
}
/** Not within a pair of code units. */
function cut(text) {
    return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

;// CONCATENATED MODULE: ./build/logs/samples.js
// The lines that show why a function failed, for `log-samples: true`: the message and the newest frames of what a
// runtime reported, masked. Nothing else of a log is shown: what a function writes itself may have whole requests in it.



const MOST_LINES = 3;
/** Empty if the event is not the record of a failure. */
function samplesIn(message) {
    if (!(0,error_record/* readErrorRecord */.o)(message))
        return [];
    const object = objectIn(message);
    const [title, ...frames] = object ? partsOf(object) : partsIn(message);
    return [withoutContent(title ?? ''), ...frames]
        .slice(0, MOST_LINES)
        .map(scrub)
        .filter((line) => line !== '');
}
/** A message may end with a document, such as the body of a request or of a response. */
function withoutContent(title) {
    return title.slice(0, samples_MOST_READ).replace(/(?:[{[]\s{0,9}["{[\\]|<[a-z!?/]).*$/is, '…');
}
const samples_MOST_READ = 2_000;
/** The object that a record is, or that it ends with. */
function objectIn(message) {
    const start = message.indexOf('{');
    const found = start < 0 ? undefined : fieldsOf((0,foreign_text/* parseJson */.qF)(message.slice(start)));
    if (!found)
        return undefined;
    return [found.reason, found.message, found]
        .map(fieldsOf)
        .find((one) => typeof one?.errorType === 'string');
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? value : undefined;
}
const LINE_BREAK = /\r\n|\r|\n/;
const FRAME = /^\s*(?:at |File "|from |\/)/;
/** Errors of Node.js have all their members in the record, of which some are requests. */
function partsOf({ errorType, errorMessage, stack, stackTrace, trace }) {
    const [text = ''] = typeof errorMessage === 'string' ? errorMessage.split(LINE_BREAK, 1) : [];
    const frames = [stack ?? stackTrace ?? trace ?? []].flat();
    const lines = frames.flatMap((frame) => typeof frame === 'string' ? frame.split(LINE_BREAK) : []);
    return [`${errorType}: ${text}`, ...framesIn(lines)];
}
/** Without the time, the ID of the request and the level, which come first. */
function partsIn(message) {
    const lines = message.split(LINE_BREAK);
    const [head = ''] = lines;
    const title = head.replace(/^\[ERROR\] |^[\dTZ:.-]{20,30}\t[\w-]{1,64}\t\w{1,12}\t/, '');
    return [title, ...framesIn(lines.slice(1))];
}
/** The newest first, as all but Python write them. */
function framesIn(lines) {
    const frames = lines.filter((line) => FRAME.test(line));
    return frames.some((line) => /^\s*File "/.test(line)) ? frames.reverse() : frames;
}

// EXTERNAL MODULE: ./build/aws/log-events.js + 1 modules
var log_events = __webpack_require__(37454);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
;// CONCATENATED MODULE: ./build/monitor/bounded-reads.js
// Reads of logs that are not worth many calls.


const MOST_CALLS = 60;
const MOST_PAGES = 4;
/** One call after the other, as many a second as this job may make, and not too many in all. */
function createBoundedReads({ client, callsPerSecond, sleep }) {
    let calls = 0;
    const take = async () => {
        if (calls >= MOST_CALLS)
            return false;
        if (calls > 0)
            await sleep(1000 / callsPerSecond);
        calls += 1;
        return true;
    };
    return async (query) => {
        const events = [];
        try {
            const pages = client.pages(query)[Symbol.asyncIterator]();
            for (let page = 0; page < MOST_PAGES && (await take()); page++) {
                const { value, done } = await pages.next();
                if (done)
                    break;
                events.push(...value.events);
                if (value.isLast)
                    break;
            }
        }
        catch (error) {
            const why = (0,log_events/* whyUnread */.Ms)((0,errors/* known */.eO)(error));
            // No later call would be allowed either.
            if (why === 'denied' || why === 'class')
                calls = MOST_CALLS;
        }
        return events;
    };
}

;// CONCATENATED MODULE: ./build/monitor/failure-details.js
// Why requests failed, by the logs of the functions behind them: an access log shows that the new version failed, and
// the function's own log in which line of code. Only some examples are looked up, so this takes a few calls.







/** Groups that are looked up at a time: the report shows few, and the first one in a sentence. */
const MOST_GROUPS = 3;
/** More functions than this are not searched. */
const MOST_LOGS = 5;
/** A function's line may come later than that of the access log: when it is looked up again, in milliseconds. */
const AGAIN_AFTER_MS = [0, 10_000, 30_000];
function createFailureDetails(services) {
    const { samples, now } = services;
    const found = new Map();
    const tried = new Map();
    const search = createSearch(services);
    const isDueAt = (when) => (id) => {
        const { times, at } = tried.get(id) ?? { times: 0, at: 0 };
        const wait = when === 'last' ? 0 : AGAIN_AFTER_MS[times];
        return !found.has(id) && wait !== undefined && now() - at >= wait;
    };
    const add = (details) => {
        for (const [id, detail] of details)
            found.set(id, detail);
    };
    return {
        look: async (failures, logs, when) => {
            const isDue = isDueAt(when);
            const groups = failures
                .filter((group) => isWanted(group, samples) && (0,failure_groups/* lookupsOf */.r3)(group).some(isDue))
                .sort((a, b) => b.canary - a.canary)
                .slice(0, MOST_GROUPS);
            const [first] = groups;
            if (!first)
                return;
            const ids = groups.flatMap(failure_groups/* lookupsOf */.r3).filter(isDue);
            for (const id of ids)
                tried.set(id, { times: (tried.get(id)?.times ?? 0) + 1, at: now() });
            const named = groups.filter(({ examples }) => examples.length > 0);
            for (const log of logs.slice(0, MOST_LOGS)) {
                const left = named.flatMap(({ examples }) => examples).filter((id) => !found.has(id));
                if (left.length > 0)
                    add(await search.byId(log, left, earliest(named)));
                else if (isOnlyOne(first, failures))
                    add(await search.byTime(log, first));
            }
        },
        explain: (failures) => (0,failure_groups/* withDetails */.FE)(failures, found),
    };
}
/**
 * Whether the function's log may say more. That of an alias has been read already, and lacks only the lines that are
 * shown on request.
 */
function isWanted({ canary, how, samples }, wantsSamples) {
    return canary > 0 && (how === undefined || (how === 'error' && wantsSamples && !samples));
}
function earliest(groups) {
    return Math.min(...groups.map(({ firstSeen }) => firstSeen));
}
/** Without request IDs, the errors of the function belong to the requests that failed only if there is one kind of them. */
function isOnlyOne(group, failures) {
    return group.examples.length === 0 && failures.filter(({ canary }) => canary > 0).length === 1;
}
/** The access log has the time of the arrival, and clocks differ a little. */
const BEFORE_MS = 5_000;
/** The longest invocation. */
const LONGEST_MS = 900_000;
/** So long after the first failure, another one of the kind has been logged. */
const SAME_TIME_MS = 60_000;
/** Environments whose lines are read one by one. */
const MOST_STREAMS = 3;
/** What the lines of failures contain; each term is one of several. */
const FAILURE_TERMS = '?ERROR ?Error ?error ?Exception ?"timed out" ?exited';
function createSearch(services) {
    const { now, samples } = services;
    const read = createBoundedReads(services);
    const find = async (log, pattern, since, spanMs) => {
        const span = { from: since - BEFORE_MS, to: Math.min(now(), since + spanMs) };
        for (const streamPrefix of (0,lambda_streams/* streamPrefixes */.fN)(log, now())) {
            const events = await read({ group: log.group, streamPrefix, pattern, ...span });
            if (events.length > 0)
                return events;
        }
        return [];
    };
    return {
        byId: async (log, ids, since) => {
            const pattern = ids.map((id) => `?"${id}"`).join(' ');
            const events = await find(log, pattern, since, LONGEST_MS);
            return explained([...events, ...(await linesOfStreams(log, events, read, now()))], samples);
        },
        byTime: async (log, group) => {
            const events = await find(log, FAILURE_TERMS, group.firstSeen, SAME_TIME_MS);
            const details = [...explained(events, samples).values(), ...unnamedIn(events, samples)];
            const detail = (0,failure_groups/* mostFrequent */.ye)(details);
            return new Map(detail && (0,failure_groups/* lookupsOf */.r3)(group).map((id) => [id, detail]));
        },
    };
}
/** Some runtimes write errors without the ID of the request: all lines of an invocation's environment in its time. */
async function linesOfStreams({ group }, events, read, now) {
    const open = (0,lambda_invocations/* readInvocations */.E)(events).invocations.filter(isUnexplained).slice(0, MOST_STREAMS);
    const all = [];
    for (const { stream: streamPrefix, startedAt, endedAt = now } of open) {
        if (startedAt === undefined)
            continue;
        all.push(...(await read({ group, streamPrefix, from: startedAt, to: endedAt + 1 })));
    }
    return all;
}
function isUnexplained({ outcome }) {
    return outcome.kind !== 'failed' || (outcome.how === 'error' && outcome.location === undefined);
}
/** What the events say of each failed invocation. */
function explained(events, wantsSamples) {
    const { invocations } = (0,lambda_invocations/* readInvocations */.E)(events);
    const details = new Map((0,invocation_sightings/* detailsOf */.c)(invocations));
    if (!wantsSamples)
        return details;
    for (const one of invocations) {
        const detail = details.get(one.requestId);
        const lines = events.filter((event) => isOf(event, one)).map(({ message }) => message);
        const samples = lines.map(samplesIn).find((sample) => sample.length > 0);
        if (detail && samples)
            details.set(one.requestId, { ...detail, samples });
    }
    return details;
}
/** An environment serves one request at a time, and has a stream of its own. */
function isOf({ stream, at }, invocation) {
    const { startedAt = 0, endedAt = Number.POSITIVE_INFINITY } = invocation;
    return stream === invocation.stream && at >= startedAt && at <= endedAt;
}
/** Failures whose request is not named. */
function unnamedIn(events, wantsSamples) {
    return events.flatMap(({ message }) => {
        const record = (0,error_record/* readErrorRecord */.o)(message);
        if (!record?.isFailure || record.requestId !== undefined)
            return [];
        const { requestId: _, isFailure: __, ...detail } = record;
        return [{ ...detail, ...(wantsSamples && { samples: samplesIn(message) }) }];
    });
}


/***/ })

};
