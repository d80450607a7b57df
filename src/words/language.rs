//! The languages that Accord speaks.

use unic_langid::LanguageIdentifier;

/// A language that Accord speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 5] = [Self::English, Self::Chinese, Self::Spanish, Self::French, Self::German];

    /// The language for one of Discord's locales (docs.discord.com, reference, locales): the nearest there is, or English.
    #[must_use]
    pub fn for_locale(locale: &str) -> Self {
        match locale.split(['-', '_']).next().unwrap_or_default() {
            "zh" => Self::Chinese,
            "es" => Self::Spanish,
            "fr" => Self::French,
            "de" => Self::German,
            _ => Self::English,
        }
    }

    /// The language of this code, as [`Language::code`] gives it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its code: what settings hold, and the name of its file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
            Self::Spanish => "es-ES",
            Self::French => "fr",
            Self::German => "de",
        }
    }

    /// Its own name for itself.
    #[must_use]
    pub fn endonym(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
            Self::Spanish => "Español",
            Self::French => "Français",
            Self::German => "Deutsch",
        }
    }

    /// Discord's locales that are registered with this language's names.
    #[must_use]
    pub fn locales(self) -> &'static [&'static str] {
        match self {
            Self::English => &["en-US", "en-GB"],
            Self::Chinese => &["zh-CN"],
            Self::Spanish => &["es-ES", "es-419"],
            Self::French => &["fr"],
            Self::German => &["de"],
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    /// Its sentences.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("locales/en.ftl"),
            Self::Chinese => include_str!("locales/zh-CN.ftl"),
            Self::Spanish => include_str!("locales/es-ES.ftl"),
            Self::French => include_str!("locales/fr.ftl"),
            Self::German => include_str!("locales/de.ftl"),
        }
    }
}
