//! What a person sees and does, one folder for each noun. Features never import each other; `compose`
//! alone assembles others: `recipients`, `check`, `preview`, `review` and `drafts`.

pub mod check;
pub mod compose;
pub mod drafts;
pub mod notifications;
pub mod operations;
pub mod preview;
pub mod recipients;
pub mod review;
pub mod settings;
