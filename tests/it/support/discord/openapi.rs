//! Request bodies, held against Discord's own description of its API.
//!
//! The description is not part of the repository: where `../shared/discord/openapi.json` lies beside
//! the checkout (or any folder above it), it is used; elsewhere only this check falls away.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

const ADDRESS: &str = "https://discord.com/openapi.json";

static DESCRIPTION: LazyLock<Option<Registry<'static>>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(description_path()?).expect("a readable API description");
    let mut description: Value = serde_json::from_str(&text).expect("an API description in JSON");
    relax(&mut description);
    let registry = Registry::new().add(ADDRESS, description).expect("a usable API description");
    Some(registry.prepare().expect("an API description whose references resolve"))
});

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

fn description_path() -> Option<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("shared/discord/openapi.json"))
        .find(|path| path.is_file())
}

/// Where the description is stricter than Discord itself.
fn relax(description: &mut Value) {
    let schemas = &mut description["components"]["schemas"];
    // Discord reads ids sent as numbers too, and serenity numbers its new attachments.
    schemas["SnowflakeType"] = json!({ "type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$" });
    // The documentation has permissions as text, which is what every library sends.
    for command in ["ApplicationCommandUpdateRequest", "ApplicationCommandCreateRequest"] {
        schemas[command]["properties"]["default_member_permissions"]["type"] = json!(["string", "integer", "null"]);
    }
}

/// What the description has against this body. `template` is the path as the description writes it.
pub fn breaches(method: &str, template: &str, body: &Value) -> Vec<String> {
    let Some(validator) = validator(method, template) else {
        return Vec::new();
    };
    let described = |error: jsonschema::ValidationError<'_>| format!("Discord's API description, at `{}`: {error}", error.instance_path());
    validator.iter_errors(body).map(described).collect()
}

fn validator(method: &str, template: &str) -> Option<Arc<Validator>> {
    let registry = DESCRIPTION.as_ref()?;
    let escaped = template.replace('/', "~1").replace('{', "%7B").replace('}', "%7D");
    let operation = method.to_lowercase();
    let reference = format!("{ADDRESS}#/paths/{escaped}/{operation}/requestBody/content/application~1json/schema");
    let mut validators = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    let validator = validators.entry(reference).or_insert_with_key(|reference| {
        let schema = json!({ "$ref": reference });
        let validator = jsonschema::options().with_registry(registry).build(&schema);
        Arc::new(validator.expect("a route whose body the API description knows"))
    });
    Some(Arc::clone(validator))
}

/// The description lies where it is looked for.
pub fn has_api_description() -> bool {
    DESCRIPTION.is_some()
}
