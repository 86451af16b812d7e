//! Proposes what each column is for: by its name, then by what stands in it. A person can change all of it.

use push_api::roster;

use crate::column::Role;
use crate::list::provider;

/// Names without anything but letters and digits, small.
const TOKENS: [&str; 12] = [
    "token",
    "devicetoken",
    "pushtoken",
    "registrationtoken",
    "fcmtoken",
    "apnstoken",
    "apntoken",
    "registrationid",
    "pushid",
    "devicepushtoken",
    "notificationtoken",
    "fcmregistrationtoken",
];
const PROVIDERS: [&str; 9] = [
    "provider",
    "pushprovider",
    "platform",
    "service",
    "os",
    "deviceos",
    "devicetype",
    "deviceplatform",
    "pushplatform",
];
const USER_IDS: [&str; 5] = ["userid", "user", "pushuserid", "pushnotificationuserid", "commsuserid"];

/// The role that a name says, if it says one.
pub(super) fn by_name(name: &str) -> Option<Role> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let is_in = |names: &[&str]| names.contains(&name.as_str());
    if is_in(&TOKENS) {
        Some(Role::Token)
    } else if is_in(&PROVIDERS) {
        Some(Role::Provider)
    } else if is_in(&USER_IDS) {
        Some(Role::UserId)
    } else {
        None
    }
}

/// True for a text that says by its shape who it is for.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    roster::is_user_id(text) || roster::recognise(text).is_some()
}

/// True for a word of a provider, and not of a platform.
pub(super) fn is_provider(text: &str) -> bool {
    let text = text.trim();
    provider(text).is_some() && !["android", "ios"].iter().any(|platform| text.eq_ignore_ascii_case(platform))
}

/// The roles of columns by these first rows, and by their names when there is a header.
pub(super) fn propose(names: &[String], rows: &[Vec<&str>], has_header: bool) -> Vec<Role> {
    let mut roles: Vec<Option<Role>> = names.iter().map(|name| by_name(name)).collect();
    let cells = |column: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.trim());
        cells.filter(|cell| !cell.is_empty())
    };
    let most = |column: usize, is_so: &dyn Fn(&str) -> bool| {
        let count = cells(column).count();
        cells(column).filter(|cell| is_so(cell)).count() * 2 > count
    };
    let free = |roles: &[Option<Role>]| -> Vec<usize> {
        (0..roles.len()).filter(|&column| roles[column].is_none() && cells(column).next().is_some()).collect()
    };
    if !roles.contains(&Some(Role::Token)) {
        // Tokens and user ids may stand in one column, as in pasted lines.
        let is_token = |column: &usize| most(*column, &is_address) && !most(*column, &roster::is_user_id);
        let found = free(&roles).into_iter().find(is_token);
        found.into_iter().for_each(|column| roles[column] = Some(Role::Token));
    }
    if !roles.contains(&Some(Role::Provider)) {
        let found = free(&roles).into_iter().find(|&column| most(column, &is_provider));
        found.into_iter().for_each(|column| roles[column] = Some(Role::Provider));
    }
    for column in free(&roles) {
        if most(column, &roster::is_user_id) {
            roles[column] = Some(Role::UserId);
        }
    }
    let has_address = roles.contains(&Some(Role::Token)) || roles.contains(&Some(Role::UserId));
    if !has_header && !has_address {
        // Who writes a provider without a header means `token,provider`.
        let found = free(&roles).first().copied();
        found.into_iter().for_each(|column| roles[column] = Some(Role::Token));
    }
    if let Some(token) = roles.iter().position(|role| *role == Some(Role::Token)) {
        // In rows that have a token, a number of one's own is something to write in the text.
        let is_filled =
            |row: &Vec<&str>, column: usize| row.get(column).is_some_and(|cell| !cell.trim().is_empty());
        let beside = |column: usize| {
            let with_both = rows.iter().filter(|row| is_filled(row, column) && is_filled(row, token)).count();
            with_both * 2 > cells(column).count()
        };
        for (column, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == Some(Role::UserId)) {
            if beside(column) && !most(column, &roster::is_user_id) {
                *role = None;
            }
        }
    }
    roles.into_iter().map(|role| role.unwrap_or(Role::Variable)).collect()
}
