//! Walks a JSON value by pointers (RFC 6901).

use serde_json::Value;

/// Pointers to every value in it, itself first.
pub fn nodes(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                all.extend(nodes(item).into_iter().map(|rest| format!("/{i}{rest}")));
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                all.extend(nodes(field).into_iter().map(|rest| format!("/{name}{rest}")));
            }
        }
        _ => {}
    }
    all
}

/// Pointers to every field of an object in it.
pub fn fields(value: &Value) -> Vec<String> {
    let named =
        |pointer: &String| pointer.rsplit('/').next().is_some_and(|last| last.parse::<usize>().is_err());
    nodes(value).into_iter().filter(|p| !p.is_empty()).filter(named).collect()
}

/// Takes a field away.
#[track_caller]
pub fn remove(value: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = value.pointer_mut(parent).unwrap();
    assert!(parent.as_object_mut().unwrap().remove(name).is_some(), "{pointer}");
}
