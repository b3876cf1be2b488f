// webpack makes a function of each module, and most are called while the file is loaded. V8 reads a function only roughly
// until it is called, and then once more with all functions in it; one in parentheses, it takes for one that is called at
// once (https://v8.dev/blog/preparser, "Possibly-invoked function expressions").

/** Before each module, and one of them. */
const BETWEEN = /(?<=[{,])(?=\d+:(?:function\(|(?:\w+|\([\w,]*\))=>\{))/;
const MODULE = /^(\d+):(?:function\(([\w,]*)\)|\(([\w,]*)\)=>|(\w+)=>)(.*?)(,?)$/s;

/** After the last one. */
const RUNTIME = /\};var \w+=\{\};function __nccwpck_require__/;

/**
 * @param {string} text of a file as ncc writes it, and esbuild shortens it
 */
export function calledAtOnce(text) {
  const end = text.search(RUNTIME);
  if (end < 0) return text;
  const [start, ...modules] = text.slice(0, end).split(BETWEEN);
  const functions = modules.map((module) => module.replace(MODULE, '$1:(function($2$3$4)$5)$6'));
  return `${start}${functions.join('')}${text.slice(end)}`;
}
