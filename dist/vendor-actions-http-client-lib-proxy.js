import{checkBypass,getProxyUrl}from"./vendor-actions-http-client.shared.js";import"./runtime.shared.js";export{checkBypass,getProxyUrl};
