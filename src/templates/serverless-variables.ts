// Variables of the Serverless Framework ("Variables", versions 3 and 4): `${self:custom.alarm}`, `${opt:stage, 'dev'}`. What
// the file itself says is put in. What somebody must say becomes a parameter, and anything else a gap.

import {
  isList,
  isMap,
  mapAt,
  markedMap,
  marksOf,
  type Tree,
  type TreeMap,
  textAt,
} from './tree.ts';

export interface Substituted {
  readonly tree: Tree;
  /** Parameters of a template: those that are referred to, by their name such as `opt:stage`. */
  readonly parameters: TreeMap;
}

/** The innermost variable of a text. `${AWS::Region}` and `${!x}` are CloudFormation's. */
const INNERMOST = /\$\{(?!AWS::|!)([^${}]*)\}/;
/** What a person says, when calling the framework or around it. */
const GIVEN = /^(?:opt|env|param):[\w.-]+$/;
/** Variables that refer to each other endlessly. */
const MOST = 50;

/** Puts in all variables of a file. */
export function putInVariables(file: TreeMap): Substituted {
  const parameters = new Map<string, Tree>();
  return { tree: visit(file, 0), parameters };

  function visit(tree: Tree, depth: number): Tree {
    if (typeof tree === 'string') return textIn(tree, depth);
    if (isList(tree)) return tree.map((item) => visit(item, depth));
    const entries = [...tree].map(([key, value]) => [key, visit(value, depth)] as const);
    return markedMap(entries, marksOf(tree));
  }

  function textIn(text: string, depth: number): Tree {
    const found = INNERMOST.exec(text);
    if (!found) return text;
    const [all, inside = ''] = found;
    if (depth > MOST) return gap(all);
    const value = meaningOf(all, inside, depth + 1);
    if (all === text) return value;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + all.length);
    if (typeof value === 'string') return textIn(`${before}${value}${after}`, depth + 1);
    // A variable within a variable that is not known makes the outer one unknown.
    if (/\$\{(?!AWS::|!)[^}]*$/.test(before)) return gap(text);
    return joined(before, value, textIn(after, depth));
  }

  function meaningOf(all: string, inside: string, depth: number): Tree {
    const alternatives = inside.split(',').map((each) => each.trim());
    const [first = '', ...others] = alternatives;
    if (!GIVEN.test(first)) return firstKnown(alternatives, depth) ?? gap(all);
    return refer(first, firstKnown(others, depth));
  }

  function firstKnown(alternatives: readonly string[], depth: number): Tree | undefined {
    for (const each of alternatives) {
      const value = knownValue(each, depth);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** @param fallback the value without a person's */
  function refer(name: string, fallback: Tree | undefined): Tree {
    const known = typeof fallback === 'string' ? [['Default', fallback] as const] : [];
    if (!parameters.has(name) || known.length > 0) parameters.set(name, new Map(known));
    return new Map([['Ref', name]]);
  }

  function knownValue(address: string, depth: number): Tree | undefined {
    const literal = /^(?:'([^']*)'|"([^"]*)"|(true|false|null|-?\d+(?:\.\d+)?))$/.exec(address);
    if (literal) return literal[1] ?? literal[2] ?? literal[3] ?? '';
    if (address === 'sls:stage' || address === 'self:provider.stage') return stageOf(depth);
    const [, path] = /^self:(.*)$/.exec(address) ?? [];
    const found = path === undefined ? undefined : at(path);
    return found === undefined ? undefined : visit(found, depth);
  }

  /** `--stage`, the provider's, or `dev`. */
  function stageOf(depth: number): Tree {
    const own = textAt(mapAt(file, 'provider'), 'stage') ?? 'dev';
    const written = INNERMOST.test(own) ? textIn(own, depth) : own;
    return isMap(written) ? written : refer('opt:stage', written);
  }

  function at(path: string): Tree | undefined {
    let found: Tree | undefined = file;
    for (const key of path.split('.')) {
      found = isMap(found) ? found.get(key) : undefined;
    }
    return found;
  }
}

function gap(variable: string): Tree {
  return new Map([['Fn::ServerlessVariable', variable]]);
}

function joined(...parts: readonly Tree[]): Tree {
  return new Map<string, Tree>([['Fn::Join', ['', parts.filter((part) => part !== '')]]]);
}
