//! The user's page shows what the tool really prints: its files are written, its commands run, their output compared.

use std::path::Path;

use super::Folder;

/// A block of code: the words behind its fence, and its text.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let fenced = page.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.split_once('\n')).collect()
}

/// The block of commands with the output that they have now.
fn replayed(folder: &Folder, block: &str) -> String {
    let mut code = 0;
    let mut text = String::new();
    for line in block.lines().filter(|line| line.starts_with("$ ")) {
        text += &format!("{line}\n");
        match line.strip_prefix("$ push-qa ") {
            Some(arguments) => {
                let run = folder.run(arguments);
                code = run.code;
                text += &format!("{}{}", run.out, run.err);
            }
            None => {
                assert_eq!(line, "$ echo $?");
                text += &format!("{code}\n");
            }
        }
    }
    text
}

/// `UPDATE_GOLDEN=1` writes the page anew.
#[test]
fn the_page_shows_what_is_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/push-qa.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let files: Vec<(&str, &[u8])> = blocks(&page)
        .into_iter()
        .filter_map(|(words, text)| Some((words.split_once(' ')?.1, text.as_bytes())))
        .collect();
    let folder = Folder::new(&files);
    let mut expected = page.clone();
    for (words, block) in blocks(&page) {
        if words == "console" {
            expected = expected.replacen(block, &replayed(&folder, block), 1);
        }
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &expected).unwrap();
    } else {
        assert_eq!(page, expected);
    }
}
