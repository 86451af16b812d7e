//! What a list can be asked for, as name and value pairs. The console builds them; the sandbox reads them.

use crate::text_enum::text_enum;
use crate::{NotificationStatus, OperationStatus, Provider};

text_enum! {
    /// Names of the query parameters of the two lists.
    Parameter {
        /// Only notifications of one operation.
        OperationId = "operationId",
        /// Only those in one status.
        Status = "status",
        /// Only those with these tags, as `key_1:value;key_2:value;`.
        Tags = "tags",
        /// Made at this moment or later (RFC 3339).
        StartDate = "startDate",
        /// Made before this moment (RFC 3339).
        EndDate = "endDate",
        /// Only those to one user.
        User = "user",
        /// Only those carried by one provider.
        Provider = "provider",
        /// Which page.
        PageToken = "pageToken",
        /// How many items on a page, 1 to 1000.
        PageSize = "pageSize",
    }
}

/// Parameters of `GET /PushNotifications`.
pub const NOTIFICATION_PARAMETERS: [Parameter; 9] = [
    Parameter::OperationId,
    Parameter::Status,
    Parameter::Tags,
    Parameter::StartDate,
    Parameter::EndDate,
    Parameter::User,
    Parameter::Provider,
    Parameter::PageToken,
    Parameter::PageSize,
];

/// Parameters of `GET /PushNotifications/Operations`.
pub const OPERATION_PARAMETERS: [Parameter; 5] =
    [Parameter::Status, Parameter::StartDate, Parameter::EndDate, Parameter::PageToken, Parameter::PageSize];

/// Filter and place in the list of notifications.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotificationQuery {
    /// Only those of one operation.
    pub operation_id: Option<String>,
    /// Only those in one status.
    pub status: Option<NotificationStatus>,
    /// Only those carried by one provider.
    pub provider: Option<Provider>,
    /// Made at this moment or later (RFC 3339).
    pub start_date: Option<String>,
    /// Made before this moment (RFC 3339).
    pub end_date: Option<String>,
    /// Which page; none is the first.
    pub page_token: Option<String>,
    /// Items on a page.
    pub page_size: Option<u32>,
}

impl NotificationQuery {
    /// The pairs to put into a query string; what is not asked for is left out.
    pub fn pairs(&self) -> Vec<(Parameter, String)> {
        let given = [
            (Parameter::OperationId, self.operation_id.clone()),
            (Parameter::Status, self.status.clone().map(String::from)),
            (Parameter::Provider, self.provider.clone().map(String::from)),
            (Parameter::StartDate, self.start_date.clone()),
            (Parameter::EndDate, self.end_date.clone()),
            (Parameter::PageToken, self.page_token.clone()),
            (Parameter::PageSize, self.page_size.map(|size| size.to_string())),
        ];
        given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// Filter and place in the list of operations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationQuery {
    /// Only those in one status.
    pub status: Option<OperationStatus>,
    /// Which page; none is the first.
    pub page_token: Option<String>,
    /// Items on a page.
    pub page_size: Option<u32>,
}

impl OperationQuery {
    /// The pairs to put into a query string; what is not asked for is left out.
    pub fn pairs(&self) -> Vec<(Parameter, String)> {
        let given = [
            (Parameter::Status, self.status.clone().map(String::from)),
            (Parameter::PageToken, self.page_token.clone()),
            (Parameter::PageSize, self.page_size.map(|size| size.to_string())),
        ];
        given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}
