export {
  src_github_oidc_credentials_ts__GITHUB_TOKENS as GITHUB_TOKENS,
  src_github_oidc_credentials_ts__oidcCredentials as oidcCredentials
} from "./release.js";
