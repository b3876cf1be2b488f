// `@jest/globals`, for modules that stay loaded from one file of tests to the next: those of the file that runs.

let globals;

export function useGlobals(ofFile) {
  globals = ofFile;
}

const current = (name) =>
  new Proxy(() => {}, {
    apply: (_, __, args) => globals[name](...args),
    get: (_, key) => globals[name][key],
  });

export const afterAll = current('afterAll');
export const afterEach = current('afterEach');
export const beforeAll = current('beforeAll');
export const beforeEach = current('beforeEach');
export const describe = current('describe');
export const expect = current('expect');
export const it = current('it');
export const jest = current('jest');
export const test = current('test');
