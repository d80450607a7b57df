use reqwest::Method;
use serde_json::{Value, json};

use super::crude::{Crude, ask, assert_violation, messages_of, polite, prepared};
use crate::support::discord::{Attachment, FakeDiscord};

/// The head of a PNG that is 640 wide and 480 high: as much as Discord needs to know its size.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";

fn pictured() -> Value {
    let mut body = polite("a card");
    body["embeds"] = json!([{ "title": "Clause 1", "image": { "url": "attachment://card.png" } }]);
    body["attachments"] = json!([{ "id": 0, "filename": "card.png", "description": "Clause 1, as it stands" }]);
    body
}

#[tokio::test]
async fn a_picture_has_a_size_an_address_and_words_for_who_cannot_see_it() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    let path = format!("/interactions/{}/{}/callback?with_response=true", asked.id, asked.token);
    let (status, answer) = bot.upload(&path, &json!({ "type": 4, "data": pictured() }), &[(0, "card.png", PICTURE)]).await;
    let message = &answer["resource"]["message"];
    let served = &message["attachments"][0];
    assert_eq!(
        (status, &served["width"], &served["height"], &served["content_type"]),
        (200, &json!(640), &json!(480), &json!("image/png"))
    );
    assert_eq!(message["embeds"][0]["image"]["url"], served["url"], "what was attached has an address");
    assert_eq!(bot.fetch(served["url"].as_str().expect("an address")).await, PICTURE);

    let shown = discord.response(&asked).await;
    let card: &Attachment = shown.attachment("card.png");
    assert_eq!((card.bytes.as_slice(), shown.alt_text("card.png")), (PICTURE, Some("Clause 1, as it stands")));
    insta::assert_snapshot!(shown.rendered(), @r"
    a card

    │ # Clause 1
    │ image: card.png

    attached: card.png: Clause 1, as it stands
    ");
}

#[tokio::test]
async fn files_can_be_changed_and_follow() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 5 })).await;
    assert_eq!(bot.upload_by(Method::PATCH, &bot.original(&asked), &pictured(), &[(0, "card.png", PICTURE)]).await.0, 200);
    let first = discord.response(&asked).await;
    let mut other = polite("another card");
    other["attachments"] = json!([{ "id": 0, "filename": "other.png" }]);
    other["embeds"] = json!([{ "image": { "url": "attachment://card.png" } }]);
    assert_eq!(bot.upload_by(Method::PATCH, &bot.original(&asked), &other, &[(0, "other.png", PICTURE)]).await.0, 400);
    assert_violation(&discord, "shows `card.png`, which is not attached");
    other["embeds"] = json!([{ "image": { "url": "attachment://other.png" } }]);
    assert_eq!(bot.upload_by(Method::PATCH, &bot.original(&asked), &other, &[(0, "other.png", PICTURE)]).await.0, 200);
    let second = discord.until_shown(&first, |now| now.content == "another card").await;
    assert_eq!((first.filenames(), second.filenames()), (vec!["card.png"], vec!["other.png"]), "what is not listed goes");
    assert_eq!(bot.upload(&bot.webhook(&asked), &polite("and more"), &[(0, "more.md", b"more")]).await.0, 200);
    assert_eq!(discord.follow_up(&asked).await.attachment("more.md").bytes, b"more");
}

#[tokio::test]
async fn uploads_keep_to_what_the_interaction_says() {
    let (discord, bot, mut socket) = prepared().await;
    discord.limit_uploads(4);
    ask(&discord).await;
    let (event, asked) = super::crude::next_interaction(&mut socket).await;
    assert_eq!(event["attachment_size_limit"], 4);
    let path = format!("/interactions/{}/{}/callback", asked.id, asked.token);
    let body = json!({ "type": 4, "data": polite("a file") });
    let (status, answer) = bot.upload(&path, &body, &[(0, "a.md", b"12345")]).await;
    assert_eq!((status, &answer["code"]), (413, &json!(40005)));
    assert_violation(&discord, "files of 5 bytes; at most 4");
    assert_eq!(bot.upload(&path, &body, &[(0, "a.md", b"1234")]).await.0, 204);
    discord.response(&asked).await;
}

#[tokio::test]
async fn file_names_stay_as_they_are() {
    let discord = FakeDiscord::start().await;
    let bot = Crude::of(&discord);
    for name in ["my card.png", "straße.md", ""] {
        let mut body = polite("a file");
        body["attachments"] = json!([{ "id": 0, "filename": name }]);
        assert_eq!(bot.upload(&messages_of(&discord), &body, &[(0, "a.png", PICTURE)]).await.0, 400);
        assert_violation(&discord, "would be changed by Discord");
    }
}
