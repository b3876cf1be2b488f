// The settings that a stage has for one of its methods.

import type { MethodSetting, Stage } from './model.ts';

export interface MethodName {
  readonly verb: string;
  readonly resourcePath: string;
}

/** The method's own settings take precedence over those of the stage. */
export function settingOf(
  { methodSettings }: Stage,
  { verb, resourcePath }: MethodName,
): MethodSetting | undefined {
  const own = Object.keys(methodSettings).find((key) => {
    const [, path = '', keyVerb] = /^(.*)\/([^/]+)$/.exec(key) ?? [];
    const unescaped = path.replaceAll('~1', '/').replaceAll('~0', '~');
    const rooted = unescaped.startsWith('/') ? unescaped : `/${unescaped}`;
    return rooted === resourcePath && keyVerb === verb;
  });
  return methodSettings[own ?? '*/*'];
}
