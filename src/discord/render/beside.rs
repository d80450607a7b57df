//! Words beside words: the same point in every lane, a quote among its neighbours, a pasted quotation beside the corpus's.

use super::fit::{fit, name};
use super::inert::{block_quote, inert, one_line};
use super::{View, conversation, full_text, original_language, quotes, sources, text_heading};
use crate::answer::{AnswerError, Answerer, Comparison, InContext, LaneSilence, Quote, QuoteCheck, QuoteOutcome, Side};
use crate::corpus::Lane;
use crate::discord::body::{Body, Button, Embed, Row};
use crate::discord::custom_id::Press;
use crate::discord::limits::{BUTTONS, EMBED_DESCRIPTION, FIELD_NAME, FIELD_VALUE, length};
use crate::text::{Change, Span, Stretch};
use crate::words::{CUT, Words};

/// The most of a pasted quotation that is shown again.
const PASTED: usize = 900;
/// What a passage may take, and what each of those around it: together less than all cards of a message may.
const PASSAGE: usize = 3600;
const NEIGHBOUR: usize = 900;
/// Discord's mark for words that stand out, and what stands for it while the words around are made inert: a character that no
/// text has use for.
const BOLD: &str = "**";
const MARK: char = '\u{e000}';

/// The same point in every lane, side by side.
pub(in crate::discord) fn comparison(answerer: &Answerer, comparison: &Comparison, view: &View) -> Result<Body, AnswerError> {
    let voice = view.voice();
    let mut lines = vec![format!("**{}**", voice.compared(&name(&comparison.point, conversation::QUESTION)))];
    lines.extend(comparison.translation.as_ref().map(|read| voice.read_as(&name(&read.english, conversation::QUESTION))));
    if let Some(silence) = &comparison.silence {
        lines.extend([voice.silence(silence), voice.rephrase(silence)]);
        return Ok(Body::text(lines.join("\n")));
    }
    let quotes: Vec<Quote> = comparison.sides.iter().flat_map(|side| side.quotes.clone()).collect();
    let proven = answerer.prove(&quotes)?;
    let mut any_cut = false;
    let mut fields = Vec::new();
    for side in &comparison.sides {
        let heading = if side.lane == Lane::Text { text_heading(answerer.generation(), voice) } else { voice.lane_heading(side.lane) };
        let own = proven.iter().filter(|proven| side.quotes.iter().any(|quote| quote.number() == proven.quote().number()));
        let room = FIELD_VALUE.saturating_sub(length(&voice.more_of_lane(usize::MAX)) + 4) / side.quotes.len().max(1);
        let mut parts = Vec::new();
        for proven in own {
            let (text, is_cut) = quotes::brief(proven, quotes.len(), room.saturating_sub(2), voice);
            any_cut |= is_cut;
            parts.push(text);
        }
        parts.extend(silent(side, voice));
        parts.extend((side.more > 0).then(|| voice.more_of_lane(side.more)));
        fields.push((fit(&heading, FIELD_NAME, str::to_owned).text.to_owned(), parts.join("\n\n")));
    }
    let rows = Row::of_buttons(sources::buttons(&proven, |numbers, source| voice.source_of(numbers, source))).collect();
    let file = any_cut.then(|| full_text(&proven, voice));
    if !proven.is_empty() && comparison.translation.is_none() {
        lines.extend(original_language(voice));
    }
    let mut embeds = vec![Embed { fields, ..Embed::default() }];
    embeds.extend(sources::list(&proven, voice));
    Ok(Body { content: lines.join("\n"), embeds, rows, file })
}

fn silent(side: &Side, voice: &Words) -> Option<String> {
    Some(match side.silence.as_ref()? {
        LaneSilence::Empty => voice.lane_empty(),
        LaneSilence::NotSaid { passages } => voice.lane_silent(*passages),
    })
}

/// A quote's passage with the one before and the one after, and buttons to the answer's other quotes.
pub(in crate::discord) fn in_context(
    answerer: &Answerer,
    context: &InContext,
    at: usize,
    quotes: &str,
    count: usize,
    voice: &Words,
) -> Result<Body, AnswerError> {
    let mut embeds = Vec::new();
    let mut source = String::new();
    let parts =
        [(&context.before, voice.before()), (&Some(context.passage.clone()), voice.passage_itself()), (&context.after, voice.after())];
    for (quote, title) in parts {
        let Some(quote) = quote else { continue };
        let proven = quote.prove(answerer.generation())?;
        source = sources::line(proven.source(), voice);
        let is_passage = quote.span() == context.passage.span();
        let fitted = fit(proven.words(), if is_passage { PASSAGE } else { NEIGHBOUR }, block_quote);
        let from_its_start = |at: usize| at.saturating_sub(quote.span().start);
        let quoted = is_passage.then(|| Span::new(from_its_start(context.quoted.start), from_its_start(context.quoted.end)));
        let mut description = standing_out(fitted.text, quoted);
        if fitted.is_cut {
            description = format!("{description} {CUT}\n{}", voice.quote_goes_on());
        }
        embeds.push(Embed { title, description, ..Embed::default() });
    }
    let mut lines = vec![format!("**{}**", voice.quote_in_context(at + 1, count)), source];
    lines.extend((!context.headings.is_empty()).then(|| name(&context.headings.join(" › "), 300)));
    lines.extend(original_language(voice));
    let to = |at| Press::InContext { at, turn: true, quotes: quotes.to_owned() };
    let others = (0..count).filter(|other| *other != at).take(BUTTONS);
    let button = |other: usize| Button::press(voice.context_of_quote(other + 1), to(other));
    let rows = Row::of_buttons(others.map(button).collect()).collect();
    Ok(Body { content: lines.join("\n"), embeds, rows, file: None })
}

/// The words as a block quote, in which those of `span` stand out.
fn standing_out(words: &str, span: Option<Span>) -> String {
    let parts = span.filter(|_| !words.contains(MARK)).and_then(|span| {
        let end = span.end.min(words.len());
        Some((words.get(..span.start)?, words.get(span.start..end)?, words.get(end..)?))
    });
    match parts {
        // Where all is quoted, nothing need stand out.
        Some((before, quoted, after)) if !quoted.trim().is_empty() && !format!("{before}{after}").trim().is_empty() => {
            block_quote(&format!("{before}{MARK}{quoted}{MARK}{after}")).replace(MARK, BOLD)
        }
        _ => block_quote(words),
    }
}

/// Whether pasted words stand in the corpus, with what differs, word by word.
pub(in crate::discord) fn checked(answerer: &Answerer, text: &str, check: &QuoteCheck, voice: &Words) -> Result<Body, AnswerError> {
    let manifest = answerer.generation().manifest();
    let closest = check.closest.as_ref().map(|quote| quote.prove(answerer.generation())).transpose()?;
    let speaker = closest.as_ref().map(|proven| name(proven.quote().speaker(), 100)).unwrap_or_default();
    let verdict = match check.outcome {
        QuoteOutcome::Exact => voice.check_exact(&speaker),
        QuoteOutcome::Altered => voice.check_altered(&speaker),
        QuoteOutcome::Misattributed => match &check.by {
            Some(by) => voice.check_misattributed(&name(by, 100), &speaker),
            None => voice.check_misattributed_to_none(&speaker),
        },
        QuoteOutcome::NotFound => voice.check_not_found(manifest.documents),
    };
    let pasted = fit(text, PASTED, block_quote);
    let mut lines = vec![format!("**{verdict}**"), voice.checked_words(), block_quote(pasted.text)];
    lines.extend(pasted.is_cut.then(|| CUT.to_owned()));
    lines.extend(check.omission.then(|| voice.check_omission()));
    lines.extend(original_language(voice).filter(|_| closest.is_some()));
    let mut body = Body::text(lines.join("\n"));
    let Some(proven) = closest else { return Ok(body) };
    let label = if check.outcome == QuoteOutcome::NotFound { voice.closest() } else { voice.corpus_words() };
    let (quoted, is_cut) = quotes::brief(&proven, 1, EMBED_DESCRIPTION / 2, voice);
    let description = format!("{quoted}\n{}", sources::line(proven.source(), voice));
    body.embeds.push(Embed { title: label, description, ..Embed::default() });
    if check.outcome == QuoteOutcome::Altered {
        let (text, _) = differences(&check.diff, EMBED_DESCRIPTION / 3);
        let description = format!("{text}\n{}", voice.how_differences_are_marked());
        body.embeds.push(Embed { title: voice.differences(), description, ..Embed::default() });
    }
    body.file = is_cut.then(|| full_text(std::slice::from_ref(&proven), voice));
    body.rows =
        Row::of_buttons(sources::buttons(std::slice::from_ref(&proven), |numbers, source| voice.source_of(numbers, source))).collect();
    Ok(body)
}

/// What differs, readable without colours: struck out what is missing from what was pasted, bold what was added to it.
pub(in crate::discord) fn differences(diff: &[Stretch], room: usize) -> (String, bool) {
    let mut shown = String::new();
    for stretch in diff {
        let words = inert(&one_line(&stretch.text));
        let part = match stretch.change {
            Change::Same => words,
            Change::Removed => format!("\\[−~~{words}~~\\]"),
            Change::Added => format!("\\[+**{words}**\\]"),
        };
        if length(&shown) + length(&part) + 2 + length(CUT) > room {
            return (format!("{shown} {CUT}"), true);
        }
        shown.push_str(if shown.is_empty() { "" } else { " " });
        shown.push_str(&part);
    }
    (shown, false)
}
