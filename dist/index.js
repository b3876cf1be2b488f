// src/main.ts
import {
  src_action_main_step_ts__main as main
} from "./core.js";
import {
  src_action_post_entry_ts__post as post
} from "./core.js";
var started = process.argv[1] ?? "";
if (started.endsWith("cli.js")) await (await import("./cli-start.js")).start();
else await (started.endsWith("post.js") ? post() : main());
process.stdout.write("", () => process.exit());
