use std::sync::Arc;

use serde_json::json;
use serenity::all::{
    ActionRowComponent, Command, CommandOptionType, Context, CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton,
    CreateCommand, CreateCommandOption, CreateEmbed, CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage,
    EditInteractionResponse, EventHandler, GatewayIntents, Http, HttpBuilder, Interaction, Message, Ready, ShardManager,
};
use serenity::async_trait;
use tokio::task::JoinHandle;

use crate::support::discord::FakeDiscord;

/// A small, well-behaved bot.
struct Handler;

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _ready: Ready) {
        let question = CreateCommandOption::new(CommandOptionType::String, "question", "What to ask");
        let ask = CreateCommand::new("ask").description("Asks").add_option(question.required(true));
        Command::set_global_commands(&context.http, vec![ask]).await.expect("commands are taken");
    }

    async fn message(&self, context: Context, message: Message) {
        let own = context.http.get_current_user().await.expect("a user").id;
        if message.author.id != own && message.mentions.iter().any(|user| user.id == own) {
            let answer = CreateMessage::new()
                .content("Yes?")
                .embed(CreateEmbed::new().title("Answer"))
                .components(vec![CreateActionRow::Buttons(vec![CreateButton::new("more").label("More")])])
                .add_file(CreateAttachment::bytes(*b"all", "all.md"))
                .reference_message(&message)
                .allowed_mentions(nobody());
            message.channel_id.send_message(&context.http, answer).await.expect("the answer is taken");
        }
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        match interaction {
            Interaction::Command(command) => {
                command.defer_ephemeral(&context.http).await.expect("the deferral is taken");
                let answer = EditInteractionResponse::new().content("Because.").allowed_mentions(nobody());
                command.edit_response(&context.http, answer).await.expect("the edit is taken");
            }
            Interaction::Component(press) => {
                let row = press.message.components.first().expect("the row of the pressed button");
                assert!(matches!(row.components[0], ActionRowComponent::Button(_)));
                let update = CreateInteractionResponseMessage::new().content("More.").allowed_mentions(nobody());
                let update = CreateInteractionResponse::UpdateMessage(update);
                press.create_response(&context.http, update).await.expect("the update is taken");
            }
            _ => {}
        }
    }
}

struct Running {
    shards: Arc<ShardManager>,
    client: JoinHandle<()>,
}

impl Running {
    async fn start(http: Http) -> Self {
        let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
        let client = serenity::client::ClientBuilder::new_with_http(http, intents).event_handler(Handler);
        let mut client = client.await.expect("a client");
        let shards = Arc::clone(&client.shard_manager);
        let client = tokio::spawn(async move { client.start().await.expect("a clean end") });
        Self { shards, client }
    }

    async fn stop(self) {
        self.shards.shutdown_all().await;
        self.client.await.expect("no panic in the client");
    }
}

/// HTTP straight to the fake, serenity's rate limiter off.
fn plain(discord: &FakeDiscord) -> Http {
    HttpBuilder::new(discord.token()).proxy(discord.api_base()).ratelimiter_disabled(true).build()
}

/// HTTPS to `discord.com`, which is the fake; serenity's rate limiter on.
fn secure(discord: &FakeDiscord) -> Http {
    let certificate = std::fs::read(discord.ca_pem_path()).expect("the authority's certificate");
    let client = reqwest::Client::builder()
        .use_rustls_tls()
        .no_proxy()
        .add_root_certificate(reqwest::Certificate::from_pem(&certificate).expect("PEM"))
        .resolve("discord.com", discord.tls_addr())
        .build()
        .expect("an HTTPS client");
    HttpBuilder::new(discord.token()).client(client).build()
}

async fn converse(discord: &FakeDiscord, http: Http) {
    let running = Running::start(http).await;
    discord.ready().await;
    let (alice, general) = (discord.user("alice"), discord.channel("general"));

    let question = discord.mention(&alice, &general, "hello?").await;
    let answer = discord.reply(&question).await;
    assert_eq!(answer.rendered(), "Yes?\n\n│ # Answer\n\n[More]\n\nattached: all.md");

    let asked = discord.slash(&alice, &general, "ask", json!({ "question": "why?" })).await;
    assert!(discord.acknowledgement(&asked).await.ephemeral);
    assert_eq!(discord.response(&asked).await.content, "Because.");

    let pressed = discord.press(&alice, &answer, "More").await;
    assert_eq!(discord.response(&pressed).await.content, "More.");
    running.stop().await;
}

#[tokio::test]
async fn a_serenity_client_is_served_over_plain_http() {
    let discord = FakeDiscord::start().await;
    converse(&discord, plain(&discord)).await;
}

#[tokio::test]
async fn a_serenity_client_is_served_over_tls() {
    let discord = FakeDiscord::builder().tls().start().await;
    converse(&discord, secure(&discord)).await;
}

#[tokio::test]
async fn a_serenity_client_resumes_what_was_broken() {
    let discord = FakeDiscord::start().await;
    let running = Running::start(plain(&discord)).await;
    discord.ready().await;
    discord.drop_connection();
    discord.resumed(1).await;
    discord.reconnect();
    discord.resumed(2).await;
    discord.close(4000);
    discord.resumed(3).await;
    let question = discord.mention(&discord.user("alice"), &discord.channel("general"), "still there?").await;
    assert_eq!(discord.reply(&question).await.content, "Yes?");
    running.stop().await;
}

#[tokio::test]
async fn a_serenity_client_reads_what_is_drawn() {
    let discord = FakeDiscord::start().await;
    let http = plain(&discord);
    let (alice, bob) = (discord.user("alice"), discord.user("bob"));
    discord.owned_by_team(&[(&alice, "admin"), (&bob, "developer")]);
    let team = http.get_current_application_info().await.expect("an application").team.expect("a team");
    assert_eq!((team.members.len(), team.owner_user_id.get()), (2, alice.id));
    discord.owned_by(&bob);
    let application = http.get_current_application_info().await.expect("an application");
    assert_eq!((application.owner.expect("an owner").id.get(), application.team.is_none()), (bob.id, true));

    let running = Running::start(plain(&discord)).await;
    discord.ready().await;
    let question = discord.mention(&alice, &discord.channel("general"), "hello?").await;
    let answer = discord.reply(&question).await;
    let thread = discord.open_thread(&alice, &answer, "more").await;
    let inside = discord.mention(&bob, &thread, "and here?").await;
    discord.reply(&inside).await;
    let thread = serenity::all::ChannelId::new(thread.id);
    let said = thread.messages(&http, serenity::all::GetMessages::new().limit(10)).await.expect("the thread's messages");
    assert_eq!(said.len(), 3);
    assert_eq!(said[0].referenced_message.as_ref().map(|message| message.id.get()), Some(inside.id));
    assert_eq!(said[2].kind, serenity::all::MessageType::ThreadStarterMessage);
    running.stop().await;
}
