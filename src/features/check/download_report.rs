//! Saves the report of the last check.

use push_qa::protocol::{Answer, Format, Request};

use crate::audience::{Audience, Slot};
use crate::platform::download;

/// Saves the report in this form. It is the same, byte for byte, as the command-line tool writes.
pub fn download_report(audience: Audience, format: Format) {
    let (name, media_type) = match format {
        Format::Json => ("push-qa-report.json", "application/json"),
        Format::Markdown => ("push-qa-report.md", "text/markdown;charset=utf-8"),
        Format::Junit => ("push-qa-report.xml", "application/xml"),
    };
    audience.ask(Slot::Download, &Request::Report { format }, None, move |answer| {
        if let Answer::Text { text } = answer {
            download::save(name, media_type, &text);
        }
    });
}
