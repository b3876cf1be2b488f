export {
  src_aws_sdk_settings_ts__checkSdkSettings as checkSdkSettings,
  src_aws_sdk_settings_ts__createPromptTransport as createPromptTransport,
  src_aws_sdk_settings_ts__createTransport as createTransport,
  src_aws_sdk_settings_ts__readRetries as readRetries
} from "./release.js";
