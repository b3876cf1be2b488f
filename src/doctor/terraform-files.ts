// The resources of Terraform's files, one for each key of `for_each`, with those of modules in the same checkout.

import type { Attribute, Block, HclFile } from '../hcl/hcl-model.ts';
import type { TerraformInstance } from './terraform-instance.ts';
import {
  asText,
  entriesOf,
  evaluate,
  type Names,
  namesIn,
  type Value,
} from './terraform-values.ts';

export interface TerraformReading {
  /** Of the root module; empty: that of the checkout. */
  readonly folder: string;
  readonly instances: readonly TerraformInstance[];
  readonly notes: readonly string[];
}

/** The files of one folder, which are one module. */
interface Module {
  readonly folder: string;
  readonly files: readonly HclFile[];
  readonly names: Names;
  /** By their names. */
  readonly children: ReadonlyMap<string, Module>;
}

type Folders = ReadonlyMap<string, readonly HclFile[]>;

/** The modules of terraform-aws-modules/lambda that are understood by their inputs and outputs. */
const FUNCTION_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws$/;
const ALIAS_MODULE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws\/\/modules\/alias$/;

/** @param files of any folders; each folder that no other one calls is read by itself */
export function readTerraformFiles(files: readonly HclFile[]): readonly TerraformReading[] {
  const folders = new Map<string, HclFile[]>();
  for (const file of files) {
    folders.set(folderOf(file), [...(folders.get(folderOf(file)) ?? []), file]);
  }
  const called = new Set(
    files.flatMap((file) => modulesIn(file).map((block) => sourceFolder(file, block) ?? '')),
  );
  const roots = [...folders.keys()].filter((folder) => !called.has(folder) || folder === '');
  return roots.map((folder) => readingOf(moduleAt(folder, folders, '', new Map(), [])));
}

function folderOf({ path }: HclFile): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function modulesIn({ body }: HclFile): readonly Block[] {
  return body.blocks.filter(({ type }) => type === 'module');
}

function sourceOf({ body }: Block): string {
  const source = body.attributes.get('source')?.value;
  return source?.kind === 'text' ? source.text : '';
}

/** The folder of a module in the same checkout; `undefined`: it is elsewhere. */
function sourceFolder(file: HclFile, block: Block): string | undefined {
  const source = sourceOf(block);
  if (!/^\.\.?\//.test(source)) return undefined;
  const parts = folderOf(file).split('/').filter(Boolean);
  for (const part of source.split('/').filter((each) => each !== '' && each !== '.')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function moduleAt(
  folder: string,
  folders: Folders,
  prefix: string,
  passed: ReadonlyMap<string, Value>,
  open: readonly string[],
): Module {
  const files = folders.get(folder) ?? [];
  const children = new Map<string, Module>();
  const names: Names = {
    ...namesIn(files.map(({ body }) => body)),
    ...{ passed, prefix },
    keys: keysIn(files, prefix, () => names),
    output: (name, output) => outputOf(children.get(name), output),
  };
  for (const file of files) {
    for (const block of modulesIn(file)) {
      const [name = ''] = block.labels;
      const source = sourceFolder(file, block);
      // A module cannot call itself, so neither does this.
      if (source === undefined || !folders.has(source) || open.includes(source)) continue;
      const inner = [...block.body.attributes].map(
        ([key, { value }]) => [key, evaluate(value, names)] as const,
      );
      const path = `${prefix}module.${name}.`;
      const child = moduleAt(source, folders, path, new Map(inner), [...open, folder]);
      children.set(name, child);
    }
  }
  return { folder, files, names, children };
}

function outputOf(module: Module | undefined, name: string): Value | undefined {
  const blocks = module?.files.flatMap(({ body }) => body.blocks) ?? [];
  const block = blocks.find(({ type, labels }) => type === 'output' && labels[0] === name);
  const value = block?.body.attributes.get('value')?.value;
  return module && value && evaluate(value, module.names);
}

/** Stands for each key, if they are not known. */
const UNKNOWN_KEY = '*';

function keysIn(files: readonly HclFile[], prefix: string, names: () => Names): Names['keys'] {
  const blocks = new Map(
    files.flatMap(resourcesIn).map(({ address, block }) => [prefix + address, block]),
  );
  const keysOf = (address: string, open: readonly string[]): readonly string[] | undefined => {
    const each = blocks.get(address)?.body.attributes.get('for_each');
    if (!each || open.includes(address)) return undefined;
    const inner = { ...names(), keys: (other: string) => keysOf(other, [...open, address]) };
    return entriesOf(evaluate(each.value, inner), inner)?.map(([key]) => key) ?? [UNKNOWN_KEY];
  };
  return (address) => keysOf(address, []);
}

/** A resource as it is written. */
interface Written {
  readonly path: string;
  readonly block: Block;
  readonly type: string;
  /** Within its module. */
  readonly address: string;
}

function resourcesIn({ path, body }: HclFile): readonly Written[] {
  return body.blocks.flatMap((block): readonly Written[] => {
    const [first = '', second = ''] = block.labels;
    if (block.type === 'resource') {
      return [{ path, block, type: first, address: `${first}.${second}` }];
    }
    const type = block.type === 'module' ? moduleType(sourceOf(block)) : undefined;
    return type === undefined ? [] : [{ path, block, type, address: `module.${first}` }];
  });
}

function moduleType(source: string): string | undefined {
  if (FUNCTION_MODULE.test(source)) return 'module function';
  return ALIAS_MODULE.test(source) ? 'module alias' : undefined;
}

function readingOf({ folder, files, names, children }: Module): TerraformReading {
  const written = files.flatMap(resourcesIn);
  const inner = [...children.values()].map(readingOf);
  return {
    folder,
    instances: [
      ...written.flatMap((each) => instancesOf(each, names)),
      ...inner.flatMap(({ instances }) => instances),
    ],
    notes: [
      ...files.flatMap((file) => unreadModules(file, children)),
      ...written.flatMap((each) => unknownKeys(each, names)),
      ...inner.flatMap(({ notes }) => notes),
    ],
  };
}

function unreadModules(file: HclFile, children: Module['children']): readonly string[] {
  return modulesIn(file)
    .filter((block) => moduleType(sourceOf(block)) === undefined)
    .filter(({ labels }) => !children.has(labels[0] ?? ''))
    .map(
      ({ labels, line }) =>
        `${file.path}:${line}: the module "${labels[0]}" is not read; "terraform show -json" of a plan or of the state has what is in it (--terraform-json FILE)`,
    );
}

function unknownKeys({ path, block, address }: Written, names: Names): readonly string[] {
  const isUnknown = names.keys(names.prefix + address)?.includes(UNKNOWN_KEY);
  return isUnknown
    ? [
        `${path}:${block.line}: for_each of ${address} is not known from the files; it is read as one`,
      ]
    : [];
}

function instancesOf(written: Written, names: Names): readonly TerraformInstance[] {
  const address = names.prefix + written.address;
  const each = written.block.body.attributes.get('for_each');
  if (!each) return [instanceOf(written, address, names)];
  const entries = entriesOf(evaluate(each.value, names), names) ?? [
    [UNKNOWN_KEY, { kind: 'text', text: UNKNOWN_KEY } as const] as const,
  ];
  return entries.map(([key, value]) => {
    const bound = new Map([['each', boundEach(key, value)]]);
    return instanceOf(written, `${address}["${key}"]`, { ...names, bound });
  });
}

function boundEach(key: string, value: Value): Value {
  const entries = new Map<string, Value>([
    ['key', { kind: 'text', text: key }],
    ['value', value],
  ]);
  return { kind: 'map', entries };
}

function instanceOf(
  { path, block, type }: Written,
  address: string,
  names: Names,
): TerraformInstance {
  const text = (attribute: Attribute | undefined) =>
    attribute ? asText(evaluate(attribute.value, names)) : '';
  return {
    ...{ address, type, where: `${path}:${block.line}` },
    get: (attribute) => text(block.body.attributes.get(attribute)),
    map: (attribute) => {
      const found = block.body.attributes.get(attribute);
      const value = found && evaluate(found.value, names);
      const entries = value?.kind === 'map' ? [...value.entries] : [];
      return Object.fromEntries(entries.map(([name, each]) => [name, asText(each)]));
    },
    nested: (inner, attribute) =>
      block.body.blocks
        .filter((each) => each.type === inner)
        .map((each) => text(each.body.attributes.get(attribute))),
    ignores: (attribute) => ignoredIn(block).some((each) => each === 'all' || each === attribute),
  };
}

/** The names in `lifecycle { ignore_changes = […] }`; `all` is one of its own. */
function ignoredIn(block: Block): readonly string[] {
  const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
  const value = lifecycle?.body.attributes.get('ignore_changes')?.value;
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    if (item.kind === 'text') return [item.text];
    return item.kind === 'traversal' ? [item.root] : [];
  });
}
