import"./runtime.shared.js";var bowser_default=void 0;export{bowser_default as default};
