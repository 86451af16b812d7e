//! Finding things as a person does: by what they are and what they are called, in the browser's accessibility tree.
//!
//! What that tree does not hold (hidden, inert behind a dialog, not yet there) is not found.

use axum::http::Method;
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Browser;
use crate::wait;

/// The key under which WebDriver passes elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Everything of this role and name that is there now, in the order of the page.
    pub async fn all(&self, role: &str, name: &str) -> Vec<Element> {
        self.query(role, |its| its == name).await
    }

    /// The same, for names that begin so.
    pub async fn all_beginning(&self, role: &str, beginning: &str) -> Vec<Element> {
        self.query(role, |its| its.starts_with(beginning)).await
    }

    /// The one of this role and name, as soon as it is there.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        let what = format!("{role} “{name}”");
        wait::until(self, &what, async || self.all(role, name).await.into_iter().next()).await
    }

    /// True when something of this role and name is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self.all(role, name).await.is_empty()
    }

    /// Waits until nothing of this role and name is there any more.
    pub async fn gone(&self, role: &str, name: &str) {
        wait::until_true(self, &format!("the end of {role} “{name}”"), async || {
            !self.has(role, name).await
        })
        .await;
    }

    /// True when the page says this somewhere now, in whatever case.
    pub async fn is_saying(&self, words: &str) -> bool {
        self.text().await.to_lowercase().contains(&words.to_lowercase())
    }

    /// Waits until the page says this somewhere, in whatever case.
    pub async fn says(&self, words: &str) {
        wait::until_true(self, &format!("the words “{words}”"), async || self.is_saying(words).await).await;
    }

    /// Name of an element, as it is read out.
    pub async fn name_of(&self, element: &Element) -> String {
        let path = format!("element/{}/computedlabel", element.element_id());
        let name = self.driver(Method::GET, &path, None).await.unwrap();
        name.as_str().unwrap_or_default().to_owned()
    }

    async fn query(&self, role: &str, is_meant: impl Fn(&str) -> bool) -> Vec<Element> {
        let found = self.devtools("Runtime.evaluate", json!({ "expression": "document" })).await;
        let question = json!({ "objectId": found["result"]["objectId"], "role": role });
        // The page may have gone meanwhile, and then nothing of it is there.
        let Ok(answer) = self.try_devtools("Accessibility.queryAXTree", question).await else {
            return Vec::new();
        };
        let mut elements = Vec::new();
        for node in answer["nodes"].as_array().into_iter().flatten() {
            let name = node["name"]["value"].as_str().unwrap_or_default().trim();
            if node["ignored"] != json!(true) && is_meant(name) {
                elements.extend(self.element(&node["backendDOMNodeId"]).await);
            }
        }
        elements
    }

    /// Brings a node of the browser's own protocol over to WebDriver; none when it has gone meanwhile.
    async fn element(&self, node: &Value) -> Option<Element> {
        let resolved = self.try_devtools("DOM.resolveNode", json!({ "backendNodeId": node })).await.ok()?;
        let hand_over = json!({
            "objectId": resolved["object"]["objectId"],
            "functionDeclaration": "function() { window.journeyElement = this }",
        });
        self.try_devtools("Runtime.callFunctionOn", hand_over).await.ok()?;
        let element = self.client.execute("return window.journeyElement", vec![]).await.ok()?;
        let id = element[ELEMENT].as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
    }
}
