//! Tells what is wrong with a list: columns first, then rows, each kind once.

use std::collections::BTreeMap;

use super::List;
use crate::column::Role;
use crate::problem::{Problem, ProblemKind, ROWS_NAMED};

impl List {
    /// What is wrong, most fundamental first.
    pub(super) fn tell_problems(&self) -> Vec<Problem> {
        let mut problems = self.of_columns();
        problems.extend(self.of_rows());
        problems
    }

    fn of_columns(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut add = |kind, columns| problems.push(Problem { kind, columns, count: 0, rows: Vec::new() });
        if self.address.is_nowhere() {
            add(ProblemKind::NoAddressColumn, Vec::new());
        }
        let used = || self.columns.iter().filter(|column| column.role != Role::Ignored);
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        let named = used().filter(|column| column.role == Role::Variable && !column.name.is_empty());
        named.for_each(|column| *names.entry(&column.name).or_default() += 1);
        let doubled: Vec<String> =
            names.iter().filter(|(_, count)| **count > 1).map(|(name, _)| (*name).to_owned()).collect();
        if !doubled.is_empty() {
            add(ProblemKind::DoubledColumn, doubled);
        }
        for role in [Role::Token, Role::Provider, Role::UserId] {
            let same: Vec<String> =
                used().filter(|column| column.role == role).map(|column| column.name.clone()).collect();
            if same.len() > 1 {
                add(ProblemKind::DoubledRole, same);
            }
        }
        let is_unnamed = |role, name: &str| role == Role::Variable && name.is_empty();
        if used().any(|column| is_unnamed(column.role, &column.name) && column.filled > 0) {
            add(ProblemKind::UnnamedColumn, Vec::new());
        }
        problems
    }

    fn of_rows(&self) -> Vec<Problem> {
        let mut counts = [0_u32; ProblemKind::ALL.len()];
        let mut rows = [const { Vec::new() }; ProblemKind::ALL.len()];
        for index in 0..self.len() {
            let place = self.place(index);
            let flags = self.flags[place];
            if flags.is_clean() {
                continue;
            }
            for kind in flags.kinds() {
                counts[kind as usize] += 1;
                if rows[kind as usize].len() < ROWS_NAMED {
                    rows[kind as usize].push(self.table.number(place));
                }
            }
        }
        if self.address.is_nowhere() {
            // It is said already, once and for all rows.
            counts[ProblemKind::NoAddress as usize] = 0;
        }
        let bad = self.columns.iter().zip(&self.bad_columns).filter(|(_, is_bad)| **is_bad);
        let bad: Vec<String> = bad.map(|(column, _)| column.name.clone()).collect();
        let kinds = ProblemKind::ALL.into_iter().zip(counts).zip(rows);
        let found = kinds.filter(|((_, count), _)| *count > 0);
        found
            .map(|((kind, count), rows)| {
                let columns = if kind == ProblemKind::BadCell { bad.clone() } else { Vec::new() };
                Problem { kind, columns, count, rows }
            })
            .collect()
    }
}
