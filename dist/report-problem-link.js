export {
  src_report_problem_link_ts__problemId as problemId,
  src_report_problem_link_ts__problemIds as problemIds,
  src_report_problem_link_ts__problemList as problemList,
  src_report_problem_link_ts__problemUrl as problemUrl,
  src_report_problem_link_ts__whereExplained as whereExplained
} from "./release.js";
