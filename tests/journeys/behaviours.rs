//! One behaviour per file.

mod accessible_to_all;
mod double_click;
mod drafts;
mod dropped_reply;
mod failing_reads;
mod failing_send;
mod kept_draft;
mod keyboard_only;
mod long_list;
mod main_job;
mod narrow_screen;
mod paging;
mod policy;
mod proxy_down;
mod reference_generation;
mod same_report;
mod scheduled;
mod screenshots;
mod second_module;
mod shared_link;
mod slow_down;
mod ten_thousand;
mod test_send;
mod worker;
mod wrong_token;
