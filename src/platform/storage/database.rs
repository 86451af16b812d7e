//! IndexedDB: records as JSON text under a key, one store for each kind of record.
//!
//! A write is durable when its future is done: the key of a send has to be on disk before the send leaves.

use js_sys::Promise;
use push_api::json;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const NAME: &str = "push-console";
const VERSION: u32 = 1;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// What is being composed.
    Drafts,
    /// What this browser sent.
    Sends,
}

const STORES: [Store; 2] = [Store::Drafts, Store::Sends];

/// Why a record could not be read or kept; the text is the browser's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageError(pub String);

impl From<JsValue> for StorageError {
    fn from(value: JsValue) -> Self {
        let message =
            js_sys::Reflect::get(&value, &JsValue::from_str("message")).ok().and_then(|m| m.as_string());
        Self(message.unwrap_or_else(|| "the browser's database refused".to_owned()))
    }
}

impl Store {
    fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Sends => "sends",
        }
    }

    /// The record under a key. One that an older console wrote in another shape counts as absent.
    pub async fn get<T: DeserializeOwned>(self, key: &str) -> Result<Option<T>, StorageError> {
        let (_, store) = self.open(IdbTransactionMode::Readonly).await?;
        Ok(read(&done(&store.get(&JsValue::from_str(key))?).await?))
    }

    /// Every record of the store that can be read, in the order of their keys.
    pub async fn all<T: DeserializeOwned>(self) -> Result<Vec<T>, StorageError> {
        let (_, store) = self.open(IdbTransactionMode::Readonly).await?;
        let values = done(&store.get_all()?).await?;
        Ok(js_sys::Array::from(&values).iter().filter_map(|value| read(&value)).collect())
    }

    /// The records whose keys begin so, in the order of their keys; those that cannot be read are left out.
    pub async fn all_beginning<T: DeserializeOwned>(self, beginning: &str) -> Result<Vec<T>, StorageError> {
        let (_, store) = self.open(IdbTransactionMode::Readonly).await?;
        // Keys are compared by their UTF-16 units, of which this is the last.
        let end = JsValue::from_str(&format!("{beginning}\u{ffff}"));
        let range = IdbKeyRange::bound(&JsValue::from_str(beginning), &end)?;
        let values = done(&store.get_all_with_key(&range)?).await?;
        Ok(js_sys::Array::from(&values).iter().filter_map(|value| read(&value)).collect())
    }

    /// True when there is a record, whether it can be read or not.
    pub async fn holds_any(self) -> Result<bool, StorageError> {
        let (_, store) = self.open(IdbTransactionMode::Readonly).await?;
        Ok(done(&store.count()?).await?.as_f64().is_some_and(|count| count > 0.0))
    }

    /// Keeps a record under a key; done when the browser has committed it.
    pub async fn put<T: Serialize>(self, key: &str, record: &T) -> Result<(), StorageError> {
        let text = serde_json::to_string(record).map_err(|error| StorageError(error.to_string()))?;
        let (transaction, store) = self.open(IdbTransactionMode::Readwrite).await?;
        store.put_with_key(&JsValue::from_str(&text), &JsValue::from_str(key))?;
        committed(&transaction).await
    }

    /// Keeps a value of the browser's own, such as a file, under a key; done when the browser has committed it.
    pub async fn put_value(self, key: &str, value: &JsValue) -> Result<(), StorageError> {
        let (transaction, store) = self.open(IdbTransactionMode::Readwrite).await?;
        store.put_with_key(value, &JsValue::from_str(key))?;
        committed(&transaction).await
    }

    /// The value of the browser's own under a key; undefined when there is none.
    pub async fn value(self, key: &str) -> Result<JsValue, StorageError> {
        let (_, store) = self.open(IdbTransactionMode::Readonly).await?;
        done(&store.get(&JsValue::from_str(key))?).await
    }

    /// Keeps a record under a key that is free; done when the browser has committed it. Returns false, and changes
    /// nothing, when the key is taken.
    pub async fn add<T: Serialize>(self, key: &str, record: &T) -> Result<bool, StorageError> {
        let text = serde_json::to_string(record).map_err(|error| StorageError(error.to_string()))?;
        let (transaction, store) = self.open(IdbTransactionMode::Readwrite).await?;
        let request = store.add_with_key(&JsValue::from_str(&text), &JsValue::from_str(key))?;
        let outcome = committed(&transaction).await;
        let error = request.error().ok().flatten();
        if outcome.is_err() && error.is_some_and(|error| error.name() == "ConstraintError") {
            return Ok(false);
        }
        outcome.map(|()| true)
    }

    /// Forgets a record; done when the browser has committed that.
    pub async fn remove(self, key: &str) -> Result<(), StorageError> {
        let (transaction, store) = self.open(IdbTransactionMode::Readwrite).await?;
        store.delete(&JsValue::from_str(key))?;
        committed(&transaction).await
    }

    async fn open(self, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), StorageError> {
        let database = open_database().await?;
        let transaction = database.transaction_with_str_and_mode(self.name(), mode)?;
        let store = transaction.object_store(self.name())?;
        Ok((transaction, store))
    }
}

fn read<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    json::read(&value.as_string()?).ok()
}

async fn open_database() -> Result<IdbDatabase, StorageError> {
    let missing = || StorageError("this browser has no IndexedDB, or forbids it here".to_owned());
    let factory = web_sys::window().ok_or_else(missing)?.indexed_db()?.ok_or_else(missing)?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        // The first version: whatever store is not there yet is made. A failure aborts the opening.
        if let Some(database) = upgrading.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
            for store in STORES {
                let _ = database.create_object_store(store.name());
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    done(&request).await?.dyn_into().map_err(|_| missing())
}

/// The result of a request.
async fn done(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from).into()),
    }
}

/// Comes back when a transaction is on disk.
async fn committed(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::NULL, JsValue::from).into()),
    }
}
