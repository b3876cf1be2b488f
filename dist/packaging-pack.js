import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { readFileSync } = require("node:fs");
const { lstatSync, readdirSync, readlinkSync, realpathSync } = require("node:fs");
// src/packaging/pack.ts
import { createHash } from "node:crypto";
import {
  src_base_errors_ts__KnownError as KnownError4,
  src_base_errors_ts__known as known3
} from "./core.js";
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_inputs_checkout_file_ts__findInCheckout as findInCheckout
} from "./core.js";

// src/packaging/file-system.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
function onDisk(call) {
  try {
    return call();
  } catch (error) {
    throw new KnownError(messageOf(error), { cause: error });
  }
}

// src/packaging/pack.ts
import {
  src_packaging_limits_ts__formatBytes as formatBytes3,
  src_packaging_limits_ts__MOST_UNZIPPED as MOST_UNZIPPED3
} from "./functions.js";

// src/packaging/list-folder.ts
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_packaging_limits_ts__formatBytes as formatBytes,
  src_packaging_limits_ts__MOST_UNZIPPED as MOST_UNZIPPED
} from "./functions.js";
function listFolder(root) {
  const entries = [];
  let bytes = 0;
  for (const { name, path, status } of within(root, "")) {
    if (status.isSymbolicLink()) {
      entries.push({ kind: "link", name, leadsTo: targetOf(root, path, name) });
    } else if (status.isFile()) {
      bytes += status.size;
      entries.push({ kind: "file", name, path, runs: isRun(name, status.mode) });
    } else throw new KnownError2(`${quote(name)} is not a regular file`);
  }
  if (entries.length === 0) throw new KnownError2("the folder has no files");
  if (bytes > MOST_UNZIPPED) {
    throw new KnownError2(
      `its files have ${formatBytes(bytes)}; Lambda accepts at most ${formatBytes(MOST_UNZIPPED)}, and an image for more`
    );
  }
  return entries.sort((a, b) => a.name < b.name ? -1 : 1);
}
function* within(folder, prefix) {
  for (const each of onDisk(() => readdirSync(folder))) {
    const [path, name] = [join(folder, each), prefix + each];
    if (each.includes("�")) throw new KnownError2(`the name of ${quote(name)} is not UTF-8`);
    const status = onDisk(() => lstatSync(path));
    if (status.isDirectory()) yield* within(path, `${name}/`);
    else yield { name, path, status };
  }
}
var OWNER_RUNS = 64;
function isRun(name, mode) {
  return name === "bootstrap" || (mode & OWNER_RUNS) !== 0;
}
function targetOf(root, path, name) {
  const target = onDisk(() => readlinkSync(path));
  const isInside = (one) => one === root || one.startsWith(root + sep);
  if (isAbsolute(target) || !isInside(resolve(dirname(path), target))) {
    throw new KnownError2(`the link ${quote(name)} leads out of the folder, to ${quote(target)}`);
  }
  const real = realPath(path);
  if (real === void 0) {
    throw new KnownError2(`the link ${quote(name)} leads to nothing (${quote(target)})`);
  }
  if (!isInside(real)) throw new KnownError2(`the link ${quote(name)} leads out of the folder`);
  return target.split(sep).join("/");
}
function realPath(path) {
  try {
    return onDisk(() => realpathSync(path));
  } catch (error) {
    known(error);
    return void 0;
  }
}

// src/packaging/zip.ts
import {
  unzipSync,
  zipSync
} from "./vendor-fflate.js";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__known as known2
} from "./core.js";
import {
  src_packaging_limits_ts__formatBytes as formatBytes2,
  src_packaging_limits_ts__MOST_UNZIPPED as MOST_UNZIPPED2
} from "./functions.js";
var MODES = {
  file: 33188,
  program: 33261,
  link: 41471
};
var UNIX = 3;
var ALWAYS = new Date(1980, 0, 1, 12);
function zip(entries) {
  const files = /* @__PURE__ */ Object.create(null);
  for (const { name, content, is } of entries) {
    files[name] = [content, { attrs: MODES[is] * 65536, os: UNIX, mtime: ALWAYS, level: 6 }];
  }
  return zipSync(files);
}
async function checkZip(bytes) {
  const { files, size } = await directoryOf(bytes);
  if (files === 0) throw new KnownError3("the ZIP file contains no files");
  if (size > MOST_UNZIPPED2) {
    throw new KnownError3(
      `its files have ${formatBytes2(size)} when unpacked; Lambda accepts at most ${formatBytes2(MOST_UNZIPPED2)}, and an image for more`
    );
  }
}
async function directoryOf(bytes) {
  let files = 0;
  let size = 0;
  const filter = ({ name, originalSize }) => {
    if (!name.endsWith("/")) files += 1;
    size += originalSize;
    return false;
  };
  try {
    await foreign(() => unzipSync(bytes, { filter }));
  } catch (error) {
    throw new KnownError3("it is not a ZIP file", { cause: known2(error) });
  }
  return { files, size };
}

// src/packaging/pack.ts
async function pack(path, workspace) {
  try {
    const bytes = await read(path, workspace);
    return { bytes, codeSha256: createHash("sha256").update(bytes).digest("base64") };
  } catch (error) {
    throw new KnownError4(`code: ${quote2(path)}: ${known3(error).message}`, { cause: error });
  }
}
async function read(path, workspace) {
  const found = findInCheckout(path, workspace);
  if ("problem" in found) throw new KnownError4(found.problem);
  if (found.kind === "folder") return zip(listFolder(found.real).map(withContent));
  if (found.bytes > MOST_UNZIPPED3) {
    throw new KnownError4(
      `it has ${formatBytes3(found.bytes)}; Lambda accepts at most ${formatBytes3(MOST_UNZIPPED3)} when unpacked`
    );
  }
  const bytes = onDisk(() => readFileSync(found.real));
  await checkZip(bytes);
  return bytes;
}
function withContent(entry) {
  const { name } = entry;
  if (entry.kind === "link") return { name, content: Buffer.from(entry.leadsTo), is: "link" };
  const content = onDisk(() => readFileSync(entry.path));
  return { name, content, is: entry.runs ? "program" : "file" };
}
export {
  pack
};
