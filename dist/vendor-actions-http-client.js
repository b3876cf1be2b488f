import{HttpClient}from"./vendor-undici.shared.js";import"./vendor-actions-http-client.shared.js";import"./runtime.shared.js";export{HttpClient};
