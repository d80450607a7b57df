//! Discord's numbers. Lengths are counted in UTF-16 units, which are never fewer than the code points that Discord's
//! documentation speaks of. Source: docs.discord.com/developers, read in August 2026.

/// `content` of a message (resources/message).
pub(super) const CONTENT: usize = 2000;
/// All the text of a message's embeds together (resources/message, embed limits).
pub(super) const EMBEDS_TOTAL: usize = 6000;
/// An embed's description.
pub(super) const EMBED_DESCRIPTION: usize = 4096;
/// Buttons in one row (components/reference).
pub(super) const BUTTONS: usize = 5;
/// A button's label.
pub(super) const BUTTON_LABEL: usize = 80;
/// A link button's address.
pub(super) const BUTTON_URL: usize = 512;
/// A component's `custom_id`.
pub(super) const CUSTOM_ID: usize = 100;
/// Options in a menu, and values that may be chosen at once.
pub(super) const MENU_OPTIONS: usize = 25;
/// A menu option's label and its description, each.
pub(super) const MENU_OPTION: usize = 100;
/// A thread's name (resources/channel).
pub(super) const THREAD_NAME: usize = 100;
/// A file's description (resources/message, attachments).
pub(super) const FILE_DESCRIPTION: usize = 1024;
/// An embed's field: its name, and its value.
pub(super) const FIELD_NAME: usize = 256;
/// See [`FIELD_NAME`].
pub(super) const FIELD_VALUE: usize = 1024;
/// Suggestions while typing (interactions/application-commands).
pub(super) const CHOICES: usize = 25;
/// A suggestion's name, and its value.
pub(super) const CHOICE: usize = 100;

/// Length as it is held against the limits.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
