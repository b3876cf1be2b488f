// Modules of packages as functions that V8 compiles once.

import { describe, expect, it } from '@jest/globals';
import { calledAtOnce } from '../../../tools/called-at-once.mjs';

const RUNTIME = 'var r={};function __nccwpck_require__(e){return t[e]}';

describe('Modules that are called at once', () => {
  it('are functions in parentheses', () => {
    const text = `var t={12:(e,n)=>{n.d({a:()=>({b:{1:2}})})},345:e=>{e.exports=[{}]},6:function(e){this.a=e},7:()=>{}};${RUNTIME}`;
    expect(calledAtOnce(text)).toBe(
      `var t={12:(function(e,n){n.d({a:()=>({b:{1:2}})})}),345:(function(e){e.exports=[{}]}),6:(function(e){this.a=e}),7:(function(){})};${RUNTIME}`,
    );
  });

  it('are left alone where there are none', () => {
    const text = 'export const one={1:e=>{e()}};';
    expect(calledAtOnce(text)).toBe(text);
  });
});
