//! Tries the connection step by step. It only reads; nothing is ever sent by it.

use push_api::query::OperationQuery;
use push_api::{Operation, Page};

use super::diagnosis::Findings;
use crate::api::{Client, Endpoint};

/// Asks for what each step needs, and stops where an answer is missing.
pub async fn test_connection(client: &Client) -> Findings {
    let mut findings = Findings { is_reached: client.is_reached().await, ..Findings::default() };
    if !findings.is_reached {
        return findings;
    }
    let session = client.send(Endpoint::session()).await;
    let is_known = session.is_ok();
    findings.session = Some(session);
    if is_known {
        let query = OperationQuery { page_size: Some(1), ..OperationQuery::default() };
        let answer = client.send::<Page<Operation>>(Endpoint::operations(&query)).await;
        findings.upstream = Some(answer.map(drop));
    }
    findings
}
