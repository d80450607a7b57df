//! Gives each use of a command, a button or a form to its surface.

use serenity::http::Http;
use serenity::model::application::{CommandInteraction, ComponentInteraction, ComponentInteractionDataKind, ModalInteraction};

use super::asker::Asker;
use super::body::Body;
use super::custom_id::{Press, Read};
use super::failure::{Failure, guarded};
use super::render;
use super::reply::InteractionReply;
use super::room::Room;
use super::surface::{
    Options, Use, about, ask, check, corpus, feedback, help, look_up, on_answer, pictures, privacy, receipt, search, settings, thread,
};

/// Serves a command.
pub(super) async fn command(room: &Room, http: &Http, command: &CommandInteraction) {
    let (reply, asker) = (InteractionReply::to(http, command), asker_of(command));
    let used = Use { room, http, reply: &reply, asker: &asker };
    let options = command.data.options();
    serve(&used, "command", commanded(&used, command, &Options(&options))).await;
}

async fn commanded(used: &Use<'_>, command: &CommandInteraction, options: &Options<'_>) -> Result<(), Failure> {
    match command.data.name.as_str() {
        ask::NAME => ask::answer(used, options).await,
        look_up::CLAUSE => look_up::clause(used, options).await,
        look_up::PARTY => look_up::party(used, options).await,
        look_up::CRITIQUE => look_up::critique(used, options).await,
        look_up::COMPARE => look_up::compare(used, options).await,
        look_up::SOURCES => look_up::sources(used, options).await,
        search::NAME => search::answer(used, options).await,
        check::NAME => check::answer(used, options).await,
        pictures::MAP => pictures::map(used, options).await,
        pictures::TIMELINE => pictures::timeline(used, options).await,
        receipt::NAME => receipt::answer(used).await,
        help::NAME => help::answer(used).await,
        about::NAME => about::answer(used).await,
        privacy::NAME => privacy::answer(used).await,
        settings::NAME => settings::answer(used).await,
        corpus::NAME => corpus::answer(used, options).await,
        search::FIND_SOURCES => search::for_message(used, &pointed_at(used, command)).await,
        check::ON_MESSAGE => check::of_message(used, &pointed_at(used, command)).await,
        _ => Ok(used.reply.privately(&Body::text(used.asker.voice().unknown_command())).await?),
    }
}

/// The words of the message that a command was used on. Discord gives them without the message-content intent. Of an answer of
/// ours they are those that it quotes first.
fn pointed_at(used: &Use<'_>, command: &CommandInteraction) -> String {
    let Some(message) = command.data.resolved.messages.values().next() else { return String::new() };
    let own = used.room.me() == Some(message.author.id);
    let quoted = || message.embeds.iter().filter_map(|embed| render::first_quote(embed.description.as_deref()?)).next();
    own.then(quoted).flatten().unwrap_or_else(|| message.content.clone())
}

/// Serves a button or a menu.
pub(super) async fn press(room: &Room, http: &Http, press: &ComponentInteraction) {
    let (reply, asker) = (InteractionReply::to_press(http, press), asker_of_press(press));
    let used = Use { room, http, reply: &reply, asker: &asker };
    serve(&used, "button", pressed(&used, press)).await;
}

async fn pressed(used: &Use<'_>, press: &ComponentInteraction) -> Result<(), Failure> {
    let message = &press.message;
    // Only what we said ourselves is taken for ours: anybody can write what looks like an answer.
    if used.room.me() != Some(message.author.id) {
        return on_answer::too_old(used).await;
    }
    let Read::Known(known) = Press::read(&press.data.custom_id) else { return on_answer::too_old(used).await };
    match known {
        Press::InContext { at, turn, quotes } => on_answer::in_context(used, at, turn, quotes).await,
        Press::More { scope } => search::more(used, scope, &message.content).await,
        Press::Share { scope } => on_answer::share(used, scope, message).await,
        Press::Delete { .. } => on_answer::delete(used, message).await,
        Press::Feedback { verdict, quotes } => feedback::given(used, verdict, quotes, message).await,
        Press::Receipt { quotes } => receipt::of(used, message, &quotes).await,
        Press::Continue => thread::open(used, message).await,
        Press::Critiques { turn, of } => on_answer::critiques(used, turn, of, chosen(press), message).await,
        Press::Open(press) => on_answer::open(used, *press).await,
        Press::Look { up, what } => on_answer::picked(used, up, chosen(press).unwrap_or(what), message).await,
        Press::Example { number } => help::example(used, number).await,
        Press::Page { page, scope, words } => search::page(used, page, scope, words, message).await,
        Press::Sources { page } => look_up::sources_page(used, page, message).await,
        Press::MyData => privacy::show(used).await,
        Press::Forget { sure } => privacy::forget(used, sure).await,
        Press::Settings(setting) => settings::set(used, setting, press).await,
        Press::Corpus(what) => corpus::pressed(used, what).await,
    }
}

/// What was chosen from a menu.
fn chosen(press: &ComponentInteraction) -> Option<String> {
    match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().cloned(),
        _ => None,
    }
}

/// Serves a form.
pub(super) async fn form(room: &Room, http: &Http, form: &ModalInteraction) {
    let reply = InteractionReply::to_form(http, form);
    let place = (form.channel_id, form.channel.as_ref());
    let asker = Asker::of(form.user.id, place, form.guild_id, &form.locale, form.member.as_ref(), None);
    let used = Use { room, http, reply: &reply, asker: &asker };
    let work = async {
        match Press::read(&form.data.custom_id) {
            Read::Known(Press::Feedback { verdict, quotes }) if is_on_ours(room, form) => {
                feedback::written(&used, verdict, quotes, form).await
            }
            _ => on_answer::too_old(&used).await,
        }
    };
    serve(&used, "form", work).await;
}

/// Whether a form was opened by a button on a message of ours.
fn is_on_ours(room: &Room, form: &ModalInteraction) -> bool {
    form.message.as_ref().is_some_and(|message| room.me() == Some(message.author.id))
}

/// Suggests values for what is being typed.
pub(super) async fn suggest(room: &Room, http: &Http, typing: &CommandInteraction) {
    let (reply, asker) = (InteractionReply::to(http, typing), asker_of(typing));
    let used = Use { room, http, reply: &reply, asker: &asker };
    let (option, typed) = typing.data.autocomplete().map_or(("", ""), |option| (option.name, option.value));
    // Suggestions that fail are no suggestions: the operator sees why, the user types on.
    let options = typing.data.options();
    let subcommand = Options(&options).subcommand().map(|(name, _)| name);
    let _apology = guarded("suggestions", asker.voice(), look_up::suggest(&used, (&typing.data.name, subcommand), option, typed)).await;
}

/// Does the work for whoever used something, unless the bot is leaving or too much is asked of it.
async fn serve(used: &Use<'_>, surface: &'static str, work: impl Future<Output = Result<(), Failure>>) {
    let (room, asker, voice) = (used.room, used.asker, used.asker.voice());
    let refused = if room.is_leaving() { Some(voice.leaving()) } else { room.take(asker).err().map(|wait| wait.sentence(voice)) };
    let apology = match refused {
        Some(sentence) => guarded(surface, voice, async { Ok(used.reply.privately(&Body::text(sentence)).await?) }).await,
        None => guarded(surface, voice, work).await,
    };
    if let Some(sentence) = apology {
        used.reply.apologise(sentence).await;
    }
}

fn asker_of(command: &CommandInteraction) -> Asker {
    let (place, owners) = ((command.channel_id, command.channel.as_ref()), &command.authorizing_integration_owners);
    Asker::of(command.user.id, place, command.guild_id, &command.locale, command.member.as_deref(), Some(owners))
}

fn asker_of_press(press: &ComponentInteraction) -> Asker {
    let (place, owners) = ((press.channel_id, press.channel.as_ref()), &press.authorizing_integration_owners);
    Asker::of(press.user.id, place, press.guild_id, &press.locale, press.member.as_ref(), Some(owners))
}
