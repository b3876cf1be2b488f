export {
  src_commands_registry_ts__runCommand as runCommand
} from "./release.js";
