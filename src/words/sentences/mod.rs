//! What there is to say: a method for each sentence, named as the message in `locales/` is.

mod answers;
mod corpus;
mod fetching;
mod pictures;
mod surfaces;

/// Makes a method of [`Words`] for each sentence, and a list of their names.
macro_rules! sentences {
    ($( $(#[$doc:meta])* $name:ident ( $($argument:ident : $kind:ty),* ); )*) => {
        impl $crate::words::Words {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self $(, $argument: $kind)*) -> String {
                    self.say(stringify!($name), &[$((stringify!($argument), fluent_bundle::FluentValue::from($argument))),*])
                }
            )*
        }

        /// The names of all sentences.
        #[cfg(test)]
        pub(super) const KEYS: &[&str] = &[$(stringify!($name)),*];
    };
}

use sentences;

/// The names of all sentences.
#[cfg(test)]
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    [answers::KEYS, surfaces::KEYS, corpus::KEYS, fetching::KEYS, pictures::KEYS].concat().into_iter()
}
