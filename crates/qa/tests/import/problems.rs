use crate::list;
use push_qa::problem::{Problem, ProblemKind, ROWS_NAMED};

/// Kind, count and named rows.
type Told = (ProblemKind, u32, Vec<u32>);

fn problems(text: &str) -> Vec<Told> {
    let problems = list(text).listed().problems;
    problems.into_iter().map(|Problem { kind, count, rows, .. }| (kind, count, rows)).collect()
}

#[test]
fn each_problem_is_found_in_its_rows() {
    use ProblemKind::*;
    let two = "token,user_id,provider\nt,,FCM\n,u1,\nt2,u2,FCM\n";
    let table: [(&str, Vec<Told>); 14] = [
        ("name\nAda\n", vec![(NoAddressColumn, 0, vec![])]),
        ("token,provider,a,a\nt,FCM,1,2\n", vec![(DoubledColumn, 0, vec![])]),
        ("token,device token,provider\nt,u,FCM\n", vec![(DoubledRole, 0, vec![])]),
        ("token,provider,\nt,FCM,x\n", vec![(UnnamedColumn, 0, vec![])]),
        ("token,provider,\nt,FCM,\n", vec![]),
        ("token,provider\nt,FCM,\nu,FCM,x\n", vec![(TooManyCells, 1, vec![3])]),
        ("token,provider,name\nt,FCM\nu,FCM,x\n", vec![(TooFewCells, 1, vec![2])]),
        ("token,provider\n  ,FCM\n", vec![(NoAddress, 1, vec![2])]),
        (two, vec![(TwoAddresses, 1, vec![4])]),
        ("token,provider\nt u,FCM\n\"a\nb\",FCM\n t ,FCM\n", vec![(BadAddress, 2, vec![2, 3])]),
        ("token,provider\nt,APNS\nu,Firebase\n", vec![(BadProvider, 1, vec![3])]),
        ("token,provider\nt,\nu,ios\n", vec![(UnknownProvider, 1, vec![2])]),
        ("token,provider\nt,FCM\n\"t\",APN\n t,fcm\nT,FCM\n", vec![(Duplicate, 2, vec![3, 4])]),
        (
            "token,provider\n\nt,x\n\"u\nv\",\n\n,FCM\n",
            vec![
                (NoAddress, 1, vec![6]),
                (BadAddress, 1, vec![4]),
                (BadProvider, 1, vec![3]),
                (UnknownProvider, 1, vec![4]),
            ],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(problems(text), expected, "{text:?}");
    }
}

#[test]
fn a_problem_names_its_first_rows_and_counts_all() {
    let list = list(&format!("token,provider\n{}", "t,FCM\n".repeat(100)));
    let problem = &list.problems()[0];
    assert_eq!((problem.kind, problem.count, problem.rows.len()), (ProblemKind::Duplicate, 99, ROWS_NAMED));
    assert_eq!(problem.rows[0], 3);
    assert_eq!(list.problem_rows(ProblemKind::Duplicate).len(), 99);
    assert_eq!(list.listed().recipients, 100);
}

#[test]
fn a_row_that_is_wrong_says_so_and_is_not_sent() {
    let list = list("token,provider,name\nt,FCM,Ada\nt,Mail,Bob\n");
    assert!(list.row(0).unwrap().recipient().is_some());
    assert!(list.row(1).unwrap().recipient().is_none());
    let line = list.line(1, Vec::new()).unwrap();
    assert_eq!(line.problems, [ProblemKind::BadProvider, ProblemKind::Duplicate]);
    assert_eq!((line.row, line.cells.as_slice()), (3, &["t", "Mail", "Bob"].map(str::to_owned)[..]));
}
