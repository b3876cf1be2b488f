// The place in the user's code where an error was thrown: `src/checkout.mjs:41`. Frames of the runtime and of libraries
// are passed over. Only names that look like files are shown, because a message may imitate a frame.

/** A frame of a stack: a line of text, or an object of Go's library. */
export type Frame = string | { readonly path: string; readonly line: number };

interface Place {
  readonly file: string;
  readonly line: string;
}

/** The file and line of a frame. Each expression is bounded. */
const FRAMES: readonly RegExp[] = [
  // Node.js: `at handler (file:///var/task/checkout.mjs:41:11)`, `at /var/task/index.js:5:9`
  /^at (?:[^()]{0,200} \()?(?:async )?(?:file:\/\/)?([^():]{1,300}):(\d{1,7}):\d{1,7}\)?$/,
  // Python: `File "/var/task/app.py", line 3, in handler`
  /^File "([^"]{1,300})", line (\d{1,7})/,
  // .NET, with symbols: `at Orders.Function.Handle(String input) in /src/Function.cs:line 45`
  /^at .{1,300} in ((?:[A-Za-z]:)?[^:]{1,300}):line (\d{1,7})$/,
  // Ruby: `/var/task/app.rb:5:in 'handler'`
  /^(?:from )?(\/?[\w./-]{1,300}\.rb):(\d{1,7}):in /,
];

/** Java: `at com.example.Orders.handle(Orders.java:41)`. The file has no path, but the class has a package. */
const JAVA =
  /^at (?:[\w.-]{1,100}\/+){0,3}([\w.$<>]{1,300})\(([\w$-]{1,100}\.\w{1,10}):(\d{1,7})\)$/;

const LIBRARY_CLASSES =
  /^(?:java|javax|jakarta|jdk|sun|kotlin|kotlinx|scala|groovy|com\.sun|com\.amazonaws|software\.amazon|com\.fasterxml|com\.google|org\.springframework|org\.apache|org\.crac|io\.micronaut|io\.quarkus|io\.netty|reactor)\./;

const LIBRARY_FILES =
  /node_modules\/|site-packages\/|dist-packages\/|\/gems\/|^node:|^internal\/|^\/var\/(?:runtime|lang)\/|^\/opt\/|^\/usr\/|^runtime\/|aws-lambda-go|^<|importlib/;

const FILE = /^[\w@+. /-]{1,100}$/;

/**
 * @param frames as the runtime writes them, the newest first
 * @returns `undefined`: no frame is in the user's code
 */
export function locationIn(frames: readonly Frame[]): string | undefined {
  for (const frame of frames.slice(0, MOST_FRAMES)) {
    const place = placeOf(frame);
    const file = place && shortened(place.file);
    if (place && file !== undefined) return `${file}:${place.line}`;
  }
  return undefined;
}

const MOST_FRAMES = 200;
const LONGEST_FRAME = 700;

function placeOf(frame: Frame): Place | undefined {
  if (typeof frame !== 'string') return inUserFile(frame.path, String(frame.line));
  const line = frame.slice(0, LONGEST_FRAME).trim();
  const [, name, javaFile, javaLine] = JAVA.exec(line) ?? [];
  if (name !== undefined && javaFile !== undefined && javaLine !== undefined) {
    return LIBRARY_CLASSES.test(name) ? undefined : { file: javaFile, line: javaLine };
  }
  for (const form of FRAMES) {
    const [, file, number] = form.exec(line) ?? [];
    if (file !== undefined && number !== undefined) return inUserFile(file, number);
  }
  return undefined;
}

function inUserFile(file: string, line: string): Place | undefined {
  return LIBRARY_FILES.test(file) || !/^\d{1,7}$/.test(line) ? undefined : { file, line };
}

/** Relative to the function's code; or else without folders, which may be those of the machine that built it. */
function shortened(file: string): string | undefined {
  const inTask = file.startsWith('/var/task/');
  const name = inTask ? file.slice('/var/task/'.length) : (file.split(/[\\/]/).at(-1) ?? '');
  return FILE.test(name) && !name.includes('..') ? name : undefined;
}
