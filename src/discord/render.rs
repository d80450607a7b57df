//! An answer as a message. Only quotes that were proven a moment ago get in.

use super::body::{Body, Embed};
use super::fit::{name, plain};
use super::limits::{CONTENT, EMBED_DESCRIPTION, length};
use super::{quotes, sources};
use crate::answer::{Answer, AnswerError, Answerer, Card, Choice, Outcome, Silence};
use crate::corpus::Lane;
use crate::index::{Generation, Manifest};
use crate::words;

/// The most that an echoed question takes.
const QUESTION: usize = 300;
/// The most that a clause's heading takes.
const HEADING: usize = 200;
/// The most that a choice's name, its description and what to ask for it take.
const CHOICE_PART: usize = 120;
/// The most that a sentence takes which holds a name of the corpus's.
const SENTENCE: usize = 400;
/// The most that a corpus's title, its description and an example question take in a help text.
const TITLE: usize = 200;
const ABOUT: usize = 600;
const EXAMPLE: usize = 150;
/// How many example questions there are.
const EXAMPLES: usize = 3;

/// What our own sentences take at most: the longest is the help's.
const OURS: usize = 600;
const _: () = assert!(QUESTION + SENTENCE + HEADING + OURS <= CONTENT);
const _: () = assert!(TITLE + ABOUT + EXAMPLES * EXAMPLE + OURS <= CONTENT);

/// An answer as a message; `asked` is the question where nobody else could see it.
pub(super) fn answer(answerer: &Answerer, answer: &Answer, asked: Option<&str>) -> Result<Body, AnswerError> {
    let proven = answerer.prove(answer.quotes())?;
    let mut lines: Vec<String> = asked.map(|asked| words::asked(&name(asked, QUESTION))).into_iter().collect();
    lines.extend(answer.translation.as_ref().map(|read| words::read_as(&name(&read.english, QUESTION))));
    let mut body = Body::default();
    match &answer.outcome {
        Outcome::Found(_) => {
            lines.extend(card(answer));
            let is_agreement = !answerer.generation().knowledge().clauses.is_empty();
            let heading = if is_agreement { words::lane_heading(Lane::Text) } else { words::documents_heading() };
            body.embeds = quotes::answer(&proven, heading);
            body.links = sources::buttons(&proven, words::source_of);
        }
        Outcome::Ambiguous(choices) => body.embeds = vec![which(choices)],
        Outcome::NotFound { silence, .. } => {
            lines.extend(silent(silence, answerer.generation().manifest()));
            body.embeds = quotes::closest(&proven);
            body.links = sources::buttons(&proven, words::closest_source_of);
        }
    }
    body.content = lines.join("\n");
    Ok(body)
}

/// What stands over a clause that was looked up.
fn card(answer: &Answer) -> Vec<String> {
    let Some(Card::Clause(clause)) = &answer.card else { return Vec::new() };
    let heading = words::clause_heading(clause.number, &name(&clause.heading, HEADING));
    vec![format!("**{heading}**"), words::heading_is_ours().to_owned()]
}

fn silent(silence: &Silence, manifest: &Manifest) -> Vec<String> {
    let mut lines = vec![format!("**{}**", name(&words::silence(silence), SENTENCE))];
    match silence {
        Silence::NotSaid => lines.push(words::searched(manifest.documents, manifest.passages)),
        Silence::NotWithin(searched) if searched.passages > 0 => lines.push(words::lookup::searched_within(searched.passages)),
        _ => {}
    }
    lines.push(words::rephrase(silence).to_owned());
    lines
}

/// The choices, each with what to ask for it.
fn which(choices: &[Choice]) -> Embed {
    let room = EMBED_DESCRIPTION - length(&words::and_more(usize::MAX));
    let mut description = String::new();
    let mut left = choices.len();
    for choice in choices {
        let ask = choice.ask.replace('`', "'");
        let mut line = format!("- {}", words::choice(&name(&choice.label, CHOICE_PART), &plain(&ask, CHOICE_PART)));
        if !choice.description.is_empty() {
            line.push_str("\n  ");
            line.push_str(&name(&choice.description, CHOICE_PART));
        }
        if length(&description) + length(&line) + 1 > room {
            break;
        }
        description.push_str(&line);
        description.push('\n');
        left -= 1;
    }
    if left > 0 {
        description.push_str(&words::and_more(left));
    }
    Embed { title: words::which().to_owned(), description: description.trim_end().to_owned() }
}

/// What the bot can do, for this corpus.
pub(super) fn help(generation: &Generation) -> Body {
    let manifest = generation.manifest();
    let questions: Vec<String> = manifest.questions.iter().take(EXAMPLES).map(|question| name(question, EXAMPLE)).collect();
    let has_clauses = !generation.knowledge().clauses.is_empty();
    Body::text(words::help(&name(&manifest.title, TITLE), &name(&manifest.about, ABOUT), &questions, has_clauses))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::corpus::Corpus;
    use crate::discord::inert::tests::nasty;
    use crate::discord::limits::{BUTTON_LABEL, BUTTON_URL, BUTTONS, EMBEDS_TOTAL};
    use crate::index::Generations;
    use proptest::prelude::*;

    /// Whether Discord would take this message.
    fn fits(body: &Body) -> bool {
        let total: usize = body.embeds.iter().map(|embed| length(&embed.title) + length(&embed.description)).sum();
        length(&body.content) <= CONTENT
            && !(body.content.is_empty() && body.embeds.is_empty())
            && total <= EMBEDS_TOTAL
            && body.embeds.iter().all(|embed| length(&embed.description) <= EMBED_DESCRIPTION && !embed.description.trim().is_empty())
            && body.links.len() <= BUTTONS
            && body.links.iter().all(|link| length(&link.label) <= BUTTON_LABEL && length(&link.url) <= BUTTON_URL)
    }

    #[test]
    fn every_answer_of_the_evaluation_fits() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let index = tempfile::tempdir().unwrap();
        let generations = Generations::at(index.path());
        generations.publish(&Corpus::load(&root.join("corpus")).unwrap(), &mut |_, _| {}).unwrap();
        let answerer = Answerer::new(generations.open().unwrap().generation);
        let questions = std::fs::read_to_string(root.join("tests/evals/questions.jsonl")).unwrap();
        for line in questions.lines().filter(|line| !line.trim().is_empty()) {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let asked = line["text"].as_str().unwrap();
            let body = answer(&answerer, &answerer.answer(&answerer.question(asked, None)).unwrap(), Some(asked)).unwrap();
            assert!(fits(&body), "{asked}: {body:#?}");
        }
        assert!(fits(&help(answerer.generation())));
    }

    proptest! {
        // A list of choices is long to make.
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn choices_fit(parts in prop::collection::vec((nasty(), nasty(), nasty()), 1..30)) {
            let choices: Vec<Choice> = parts.into_iter().map(|(label, description, ask)| Choice { label, description, ask }).collect();
            prop_assert!(length(&which(&choices).description) <= EMBED_DESCRIPTION);
        }

        #[test]
        fn whatever_is_silent_fits(asked in nasty(), meant in nasty()) {
            let asked = words::asked(&name(&asked, QUESTION));
            let said = name(&words::silence(&Silence::UnknownParty(Some(meant))), SENTENCE);
            prop_assert!(length(&asked) + length(&said) + 300 <= CONTENT);
        }

        #[test]
        fn help_fits(title in nasty(), about in nasty(), example in nasty()) {
            let questions = vec![name(&example, EXAMPLE); EXAMPLES];
            prop_assert!(length(&words::help(&name(&title, TITLE), &name(&about, ABOUT), &questions, true)) <= CONTENT);
        }
    }
}
