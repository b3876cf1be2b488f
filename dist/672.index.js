export const id = 672;
export const ids = [672];
export const modules = {

/***/ 50672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pack: () => (/* binding */ pack)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/base/errors.js + 1 modules
var errors = __webpack_require__(76031);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/inputs/checkout-file.js
var checkout_file = __webpack_require__(7261);
;// CONCATENATED MODULE: ./build/packaging/file-system.js
// The file system of the checkout. Whatever it refuses becomes a sentence, and a bug here does not.

/** Calls the file system. Throws a `KnownError` in place of its own errors. The call must contain no code of our own. */
function onDisk(call) {
    try {
        return call();
    }
    catch (error) {
        throw new errors/* KnownError */.E((0,errors/* messageOf */.bD)(error), { cause: error });
    }
}

// EXTERNAL MODULE: ./build/packaging/limits.js
var limits = __webpack_require__(32370);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/packaging/list-folder.js
// The files of a folder to upload, in an order that is the same everywhere.






/**
 * Folders are not entries, so empty ones are left out. Throws a `KnownError` if a link leads out of the folder, or if
 * there is something that Lambda cannot have.
 *
 * @param root its path without links
 */
function listFolder(root) {
    const entries = [];
    let bytes = 0;
    for (const { name, path, status } of within(root, '')) {
        if (status.isSymbolicLink()) {
            entries.push({ kind: 'link', name, leadsTo: targetOf(root, path, name) });
        }
        else if (status.isFile()) {
            bytes += status.size;
            entries.push({ kind: 'file', name, path, runs: isRun(name, status.mode) });
        }
        else
            throw new errors/* KnownError */.E(`${(0,quote/* quote */.h)(name)} is not a regular file`);
    }
    if (entries.length === 0)
        throw new errors/* KnownError */.E('the folder has no files');
    if (bytes > limits/* MOST_UNZIPPED */.OI) {
        throw new errors/* KnownError */.E(`its files have ${(0,limits/* formatBytes */.z3)(bytes)}; Lambda accepts at most ${(0,limits/* formatBytes */.z3)(limits/* MOST_UNZIPPED */.OI)}, and an image for more`);
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Everything but folders. Node's own recursive listing would follow links. */
function* within(folder, prefix) {
    for (const each of onDisk(() => (0,external_node_fs_.readdirSync)(folder))) {
        const [path, name] = [(0,external_node_path_.join)(folder, each), prefix + each];
        // What Node puts in place of bytes that are not UTF-8.
        if (each.includes('\uFFFD'))
            throw new errors/* KnownError */.E(`the name of ${(0,quote/* quote */.h)(name)} is not UTF-8`);
        const status = onDisk(() => (0,external_node_fs_.lstatSync)(path));
        if (status.isDirectory())
            yield* within(path, `${name}/`);
        else
            yield { name, path, status };
    }
}
const OWNER_RUNS = 0o100;
/** Custom runtimes run `bootstrap`. Windows has no such bit, and gives the same package. */
function isRun(name, mode) {
    return name === 'bootstrap' || (mode & OWNER_RUNS) !== 0;
}
/** The folder is elsewhere on Lambda, so a link must not depend on its path. */
function targetOf(root, path, name) {
    const target = onDisk(() => (0,external_node_fs_.readlinkSync)(path));
    const isInside = (one) => one === root || one.startsWith(root + external_node_path_.sep);
    if ((0,external_node_path_.isAbsolute)(target) || !isInside((0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), target))) {
        throw new errors/* KnownError */.E(`the link ${(0,quote/* quote */.h)(name)} leads out of the folder, to ${(0,quote/* quote */.h)(target)}`);
    }
    const real = realPath(path);
    if (real === undefined) {
        throw new errors/* KnownError */.E(`the link ${(0,quote/* quote */.h)(name)} leads to nothing (${(0,quote/* quote */.h)(target)})`);
    }
    if (!isInside(real))
        throw new errors/* KnownError */.E(`the link ${(0,quote/* quote */.h)(name)} leads out of the folder`);
    return target.split(external_node_path_.sep).join('/');
}
/** @returns `undefined` if the link leads to nothing */
function realPath(path) {
    try {
        return onDisk(() => (0,external_node_fs_.realpathSync)(path));
    }
    catch (error) {
        (0,errors/* known */.eO)(error);
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(51306);
;// CONCATENATED MODULE: ./build/packaging/zip.js
// ZIP files: one that depends on nothing but names, contents and whether a file can be run; and what another one
// contains. The compression is that of a library, because that of Node differs between processors.



/** As Unix has them: the type of the file and its permissions. */
const MODES = {
    file: 0o100644,
    program: 0o100755,
    link: 0o120777,
};
const UNIX = 3;
/** The library writes the parts of a local time, which are these everywhere. At noon, no clock is set back. */
const ALWAYS = new Date(1980, 0, 1, 12);
/** @param entries in the order in which they are written */
function zip(entries) {
    const files = Object.create(null);
    for (const { name, content, is } of entries) {
        files[name] = [content, { attrs: MODES[is] * 0x1_0000, os: UNIX, mtime: ALWAYS, level: 6 }];
    }
    return (0,esm/* zipSync */.L)(files);
}
/** Throws a `KnownError` if Lambda cannot unpack it. */
async function checkZip(bytes) {
    const { files, size } = await directoryOf(bytes);
    if (files === 0)
        throw new errors/* KnownError */.E('the ZIP file contains no files');
    if (size > limits/* MOST_UNZIPPED */.OI) {
        throw new errors/* KnownError */.E(`its files have ${(0,limits/* formatBytes */.z3)(size)} when unpacked; Lambda accepts at most ${(0,limits/* formatBytes */.z3)(limits/* MOST_UNZIPPED */.OI)}, and an image for more`);
    }
}
async function directoryOf(bytes) {
    let files = 0;
    let size = 0;
    // Refuses every file, so only the directory is read.
    const filter = ({ name, originalSize }) => {
        if (!name.endsWith('/'))
            files += 1;
        size += originalSize;
        return false;
    };
    try {
        await (0,errors/* foreign */.V$)(() => (0,esm/* unzipSync */.AO)(bytes, { filter }));
    }
    catch (error) {
        throw new errors/* KnownError */.E('it is not a ZIP file', { cause: (0,errors/* known */.eO)(error) });
    }
    return { files, size };
}

;// CONCATENATED MODULE: ./build/packaging/pack.js
// The code of a function, from a file or a folder of the checkout.









/** Throws a `KnownError` that names the path, if it is not the code of a function. */
async function pack(path, workspace) {
    try {
        const bytes = await read(path, workspace);
        return { bytes, codeSha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('base64') };
    }
    catch (error) {
        throw new errors/* KnownError */.E(`code: ${(0,quote/* quote */.h)(path)}: ${(0,errors/* known */.eO)(error).message}`, { cause: error });
    }
}
async function read(path, workspace) {
    const found = (0,checkout_file/* findInCheckout */.V)(path, workspace);
    if ('problem' in found)
        throw new errors/* KnownError */.E(found.problem);
    if (found.kind === 'folder')
        return zip(listFolder(found.real).map(withContent));
    if (found.bytes > limits/* MOST_UNZIPPED */.OI) {
        throw new errors/* KnownError */.E(`it has ${(0,limits/* formatBytes */.z3)(found.bytes)}; Lambda accepts at most ${(0,limits/* formatBytes */.z3)(limits/* MOST_UNZIPPED */.OI)} when unpacked`);
    }
    const bytes = onDisk(() => (0,external_node_fs_.readFileSync)(found.real));
    await checkZip(bytes);
    return bytes;
}
function withContent(entry) {
    const { name } = entry;
    if (entry.kind === 'link')
        return { name, content: Buffer.from(entry.leadsTo), is: 'link' };
    const content = onDisk(() => (0,external_node_fs_.readFileSync)(entry.path));
    return { name, content, is: entry.runs ? 'program' : 'file' };
}


/***/ })

};
