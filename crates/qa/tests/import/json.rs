use crate::{grid, list};
use push_liquid::{Settings, Template};
use push_qa::column::{CellType, Role};
use push_qa::list::List;
use serde_json::json;

fn roles(list: &List) -> Vec<(&str, Role, CellType)> {
    list.columns().iter().map(|column| (column.name.as_str(), column.role, column.cells)).collect()
}

#[test]
fn entries_with_variables_are_read_and_sent_as_they_are() {
    let entries = [
        json!({"token": "t1", "provider": "FCM", "variables": {"name": "Ada \"A\"\n", "n": 7, "list": [1, {"x": "ü"}]}}),
        json!({"userId": "u1", "variables": {"name": "", "vip": true, "token": "t"}}),
        json!({"token": "t2", "provider": "APN"}),
    ];
    let array = list(&json!(entries).to_string());
    let lines: String = entries.iter().map(|entry| format!("{entry}\n")).collect();
    let request = list(&json!({"to": entries, "content": {"body": "Hi"}}).to_string());
    for list in [array, list(&lines), request] {
        let sent: Vec<_> =
            (0..list.len()).map(|index| list.row(index).unwrap().recipient().unwrap()).collect();
        assert_eq!(serde_json::to_value(sent).unwrap(), json!(entries));
        assert_eq!(list.problems(), []);
        assert_eq!(list.row(2).unwrap().number(), 3);
    }
}

#[test]
fn flat_entries_have_their_fields_as_variables() {
    let list = list(
        r#"[{"device_token": "t", "platform": "ios", "name": "Ada", "age": 36, "x": null}, {"age": 1.50}]"#,
    );
    let expected = [
        ("device_token", Role::Token, CellType::Text),
        ("platform", Role::Provider, CellType::Text),
        ("name", Role::Variable, CellType::Text),
        ("age", Role::Variable, CellType::Number),
        ("x", Role::Variable, CellType::Text),
    ];
    assert_eq!(roles(&list), expected);
    assert_eq!(grid(&list), [["t", "ios", "Ada", "36", ""], ["", "", "", "1.50", ""]]);
}

#[test]
fn what_stands_beside_variables_is_not_sent() {
    let list = list(r#"[{"token": "t", "provider": "FCM", "note": "x", "variables": {"note": "y"}}]"#);
    assert_eq!(roles(&list)[2], ("note", Role::Ignored, CellType::Text));
    assert_eq!(roles(&list)[3], ("note", Role::Variable, CellType::Text));
    let recipient = serde_json::to_value(list.row(0).unwrap().recipient().unwrap()).unwrap();
    assert_eq!(recipient, json!({"token": "t", "provider": "FCM", "variables": {"note": "y"}}));
}

#[test]
fn nested_values_reach_the_template() {
    let list = list(
        r#"[{"token": "t", "provider": "FCM", "variables": {"o": {"a": ["x", 2]}, "e": "", "n": null}}]"#,
    );
    let template =
        Template::parse("{{ o.a[0] }}{{ o.a[1] | plus: 1 }}{% if e %}set{% endif %}{% if n %}no{% endif %}");
    let text = template.unwrap().render(&list.row(0).unwrap(), &Settings::default()).unwrap();
    assert_eq!(text, "x3set");
}

#[test]
fn rows_of_a_json_list_are_downloaded_as_csv() {
    let list = list(r#"[{"token": "t", "text": "a, \"b\"", "n": 1}, {"token": "u", "n": 2}]"#);
    assert_eq!(list.csv_of([1, 0, 9]), "token,text,n\nu,,2\nt,\"a, \"\"b\"\"\",1\n");
}
