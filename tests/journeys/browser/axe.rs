//! The accessibility checker axe-core, on the page as it stands.

use serde_json::Value;

use super::Browser;
use crate::stage;

/// How bad a finding has to be to count.
const COUNTS: [&str; 2] = ["serious", "critical"];

impl Browser {
    /// Every serious or critical finding on the page: its rule, what it means, and where.
    pub async fn barriers(&self) -> Vec<String> {
        let checker = std::fs::read_to_string(stage::path("AXE_JS")).expect("AXE_JS is axe-core's script");
        self.run(&checker, vec![]).await;
        let found = self
            .client
            .execute_async(
                "const done = arguments[0]; axe.run(document).then((r) => done([r.passes.length, r.violations]))",
                vec![],
            )
            .await
            .unwrap();
        assert!(found[0].as_u64().is_some_and(|passes| passes > 0), "the checker has looked at nothing");
        found[1].as_array().expect("axe answers with a list").iter().filter_map(barrier).collect()
    }
}

fn barrier(finding: &Value) -> Option<String> {
    let impact = finding["impact"].as_str().unwrap_or_default();
    let places = finding["nodes"].as_array().into_iter().flatten();
    let places: Vec<String> =
        places.map(|node| format!("\n    {} {}", node["target"], node["failureSummary"])).collect();
    COUNTS
        .contains(&impact)
        .then(|| format!("{impact} {}: {}{}", finding["id"], finding["help"], places.concat()))
}
