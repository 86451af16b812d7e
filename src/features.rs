//! What a person sees and does, one folder for each noun. Features never import each other.

pub mod compose;
pub mod notifications;
pub mod operations;
pub mod settings;
