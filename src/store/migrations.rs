//! The tables' versions: each step is SQL, done once, all of them or none.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;

/// Every step from an empty file on; the version of a file is how many of them it has had. A step that was published is
/// never changed.
pub(super) const STEPS: [&str; 3] = [include_str!("migrations/1.sql"), include_str!("migrations/2.sql"), include_str!("migrations/3.sql")];

/// Stands in the file's header, so that another program's database is not taken for ours: "ACRD" in ASCII.
const APPLICATION: i64 = 0x4143_5244;

/// Brings a file's tables up to the newest version.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::of(file, error);
    // Whoever opens the file at the same moment waits here, and then finds everything done.
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let number = |name| step.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(failed);
    let (found, application) = (number("user_version")?, number("application_id")?);
    let tables: i64 = step.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    let is_new = found == 0 && application == 0 && tables == 0;
    if application != APPLICATION && !is_new {
        return Err(StoreError::Foreign { file: file.to_owned() });
    }
    // A slice's length always fits.
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    let Some(missing) = usize::try_from(found).ok().and_then(|done| STEPS.get(done..)) else {
        return Err(StoreError::Newer { file: file.to_owned(), found, known });
    };
    for sql in missing {
        step.execute_batch(sql).map_err(failed)?;
    }
    step.pragma_update(None, "application_id", APPLICATION).map_err(failed)?;
    step.pragma_update(None, "user_version", known).map_err(failed)?;
    step.commit().map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// A file as the first version left it.
    fn first_version(file: &Path) -> Connection {
        let connection = Connection::open(file).unwrap();
        connection.execute_batch(STEPS[0]).unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        connection
    }

    fn version(file: &Path) -> i64 {
        Connection::open(file).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_file_of_the_first_version_keeps_its_rows() {
        let folder = tempfile::tempdir().unwrap();
        let file = Store::file(folder.path());
        let old = first_version(&file);
        old.execute("INSERT INTO receipts VALUES ('r', 5, 1, 2, 3, NULL, '{}')", []).unwrap();
        drop(old);
        let store = Store::open(folder.path()).unwrap();
        assert_eq!(store.receipt("r").unwrap().unwrap().at, 5);
        assert_eq!(version(&file), 3);
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = Store::file(folder.path());
        // The second step cannot be done: what it makes is there, and is something else.
        first_version(&file).execute_batch("CREATE TABLE audit_by_age (x)").unwrap();
        Store::open(folder.path()).unwrap_err();
        assert_eq!(version(&file), 1);
        let made: i64 = Connection::open(&file)
            .unwrap()
            .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'receipts_of_user'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(made, 0);
    }

    #[test]
    fn a_newer_file_is_refused_and_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::open(folder.path()).unwrap());
        let file = Store::file(folder.path());
        Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
        let said = Store::open(folder.path()).unwrap_err().to_string();
        let file = file.display().to_string();
        assert!(said.contains(&file) && said.contains("version 99") && said.contains("up to 3"), "{said}");
        assert_eq!(version(Path::new(&file)), 99);
    }

    #[test]
    fn another_programs_database_is_not_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        Connection::open(Store::file(folder.path())).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Foreign { .. })));
    }
}
