use crate::{grid, list};
use push_liquid::{Settings, Template};
use push_qa::column::{CellType, Choice, Role};
use push_qa::list::{List, Needle};
use push_qa::problem::ProblemKind;
use serde_json::json;

const FCM: &str = "cJ2x9uK1QmO:APA91bHPRgkF3JUikC4ENAHEeMrd41Zxv3hVZjC9KtT8OvPVGJ-hQMRKRrZuJAEcl7B338qju59zJMjw2DELjzEvxwYv7hH5Ynpc1ODQ";

fn choose(list: &mut List, column: usize, role: Role, cells: CellType, without_duplicates: bool) {
    let mut choices: Vec<Choice> =
        list.columns().iter().map(|column| Choice { role: column.role, cells: column.cells }).collect();
    choices[column] = Choice { role, cells };
    list.remap(&choices, without_duplicates);
}

#[test]
fn roles_are_proposed_by_name_and_by_content() {
    use Role::{Provider, Token, UserId, Variable};
    let fcm = format!("id,where,name\n{FCM},fcm,Ada\n");
    let table: [(&str, &[Role]); 9] = [
        ("Token,Provider,first_name\nx,y,z\n", &[Token, Provider, Variable]),
        ("Device Token;OS;name\nx;ios;z\n", &[Token, Provider, Variable]),
        ("name,push-token\nx,y\n", &[Variable, Token]),
        ("user_id,name\n17,Ada\n", &[UserId, Variable]),
        ("user_id,token,provider\n17,x,FCM\n", &[Variable, Token, Provider]),
        ("user_id,token,provider\n17,,\n,x,FCM\n", &[UserId, Token, Provider]),
        ("id,name\ncomms_user_01,Ada\n", &[UserId, Variable]),
        (&fcm, &[Token, Provider, Variable]),
        ("name,city\nAda,London\n", &[Variable, Variable]),
    ];
    for (text, roles) in table {
        let list = list(text);
        let proposed: Vec<Role> = list.columns().iter().map(|column| column.role).collect();
        assert_eq!(proposed, roles, "{text}");
    }
}

#[test]
fn cells_are_typed_only_when_nothing_is_lost() {
    use CellType::{Boolean, Number, Text};
    let table = [
        ("1\n2\n-3.5", Number),
        ("\"1\"\n2", Number),
        ("01\n2", Text),
        ("1.50\n2", Text),
        ("9007199254740993\n1", Text),
        ("1\n\n2\nx", Text),
        ("true\nFALSE", Boolean),
        ("true\n1", Text),
        ("", Text),
    ];
    for (cells, expected) in table {
        let rows: String = cells.lines().map(|cell| format!("t,{cell}\n")).collect();
        let list = list(&format!("token,x\nt,\n{rows}"));
        assert_eq!(list.columns()[1].cells, expected, "{cells:?}");
    }
}

#[test]
fn variables_keep_their_types_and_empty_cells_are_none() {
    let list = list("token,provider,n,b,s,e\nt1,FCM,7,TRUE,007,\nt2,apns,1.5,false,x,y\n");
    let recipient =
        |index: usize| serde_json::to_value(list.row(index).unwrap().recipient().unwrap()).unwrap();
    let first = json!({"token": "t1", "provider": "FCM", "variables": {"n": 7, "b": true, "s": "007"}});
    assert_eq!(recipient(0), first);
    let second = json!({"n": 1.5, "b": false, "s": "x", "e": "y"});
    assert_eq!(recipient(1)["variables"], second);
    let template =
        Template::parse("{{ n | plus: 1 }} {{ s }} {{ e | default: 'none' }} {% if b %}yes{% endif %}");
    let text = template.unwrap().render(&list.row(0).unwrap(), &Settings::default()).unwrap();
    assert_eq!(text, "8 007 none yes");
}

#[test]
fn a_person_chooses_otherwise_and_back() {
    let mut list = list("id,name,zip\na,Ada,01\nb,Bob,x\na,Ann,3\n");
    assert_eq!(list.problems()[0].kind, ProblemKind::NoAddressColumn);
    assert_eq!(list.problems().len(), 1);
    assert!(!list.row(0).unwrap().is_sendable());

    choose(&mut list, 0, Role::UserId, CellType::Text, false);
    assert_eq!((list.len(), list.listed().users), (3, 3));
    assert_eq!(list.problem_rows(ProblemKind::Duplicate), [2]);

    choose(&mut list, 0, Role::UserId, CellType::Text, true);
    assert_eq!((list.len(), list.listed().users), (2, 2));
    assert_eq!(list.problems(), []);

    choose(&mut list, 2, Role::Variable, CellType::Number, false);
    assert_eq!(list.len(), 3);
    let bad = &list.problems()[0];
    assert_eq!(
        (bad.kind, bad.columns.as_slice(), bad.count),
        (ProblemKind::BadCell, &["zip".to_owned()][..], 2)
    );
    assert_eq!(bad.rows, [2, 3]);
    assert_eq!(
        list.csv_of(list.problem_rows(ProblemKind::BadCell).into_iter().map(|row| row as usize)),
        "id,name,zip\na,Ada,01\nb,Bob,x\n"
    );
}

#[test]
fn rows_left_out_shift_indices_and_not_numbers() {
    let mut list = list("token,provider\na,FCM\n\na,FCM\nb,FCM\n");
    assert_eq!(list.row(2).unwrap().number(), 5);
    choose(&mut list, 0, Role::Token, CellType::Text, true);
    assert_eq!(grid(&list), [["a", "FCM"], ["b", "FCM"]]);
    assert_eq!(list.row(1).unwrap().number(), 5);
    assert_eq!(list.index_of(3), Some(1));
    assert_eq!(list.index_of(6), None);
    assert_eq!(list.line(1, Vec::new()).unwrap().row, 5);
}

#[test]
fn a_text_is_found_in_any_cell_round_the_end() {
    let list = list("token,provider,name\na,FCM,Ada\nb,FCM,Bob\nc,FCM,adam\n");
    let needle = Needle::new(" ADA ");
    let table = [(0, false, Some(2)), (2, false, Some(0)), (1, true, Some(0)), (0, true, Some(2))];
    for (from, back, found) in table {
        assert_eq!(list.find(from, back, &needle), found, "from {from}, back {back}");
    }
    assert_eq!(list.find(0, false, &Needle::new("zoe")), None);
}
