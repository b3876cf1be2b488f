// The packages that the demo and the simulator need: a small part of package-lock.json, so that a newcomer does
// not wait for the tools of the tests (docs/decisions/0044).

/** What `demo/`, `simulator/` and the files that these use import, and tsx, which runs them; a test compares. */
export const DEMO_PACKAGES = [
  '@aws-sdk/client-api-gateway',
  '@aws-sdk/client-cloudwatch',
  '@aws-sdk/client-lambda',
  'cborg',
  'emulate',
  'fflate',
  'tsx',
  'yaml',
];

/** The Node with which GitHub's runner starts the action. */
export const NODE_OF_THE_RUNNER = 'node-of-the-runner';

const FOLDER = 'node_modules/';

/**
 * The part of a lock file that has these packages and what they need, in the same versions and places.
 *
 * @param lock package-lock.json
 * @param names direct dependencies of the project
 * @returns the package.json and package-lock.json to install it with
 */
export function partOf(lock, names) {
  const { lockfileVersion, packages } = lock;
  const found = closure(packages, names);
  const { devDependencies } = packages[''];
  const project = {
    name: `${lock.name}-demo`,
    version: lock.version,
    devDependencies: Object.fromEntries(names.map((name) => [name, devDependencies[name]])),
  };
  const places = Object.keys(packages).filter((place) => found.has(place));
  return {
    'package.json': { ...project, private: true },
    'package-lock.json': {
      name: project.name,
      version: project.version,
      lockfileVersion,
      requires: true,
      packages: {
        '': project,
        ...Object.fromEntries(places.map((place) => [place, packages[place]])),
      },
    },
  };
}

/** The places of the packages with these names, and of all that they need, on any platform. */
function closure(packages, names) {
  const found = new Set();
  const add = (from, name) => {
    const place = placeOf(packages, from, name);
    if (place === undefined || found.has(place)) return; // what is really missing, `npm ci` refuses
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place];
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    for (const each of Object.keys(needed)) add(place, each);
  };
  for (const name of names) add('', name);
  return found;
}

/** Where Node finds a package from there: the closest node_modules that has it. */
function placeOf(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)))) {
    const place = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (place in packages) return place;
    if (at === '') return undefined;
  }
}
