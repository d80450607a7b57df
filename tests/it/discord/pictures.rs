//! Pictures: attached, shown, and told in words to those who cannot see them.

use serde_json::json;

use crate::support::world::World;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[tokio::test]
async fn the_map_is_a_picture_with_words_for_it() {
    let world = World::new().await;
    let map = world.slash("map", json!({})).await;
    assert!(map.attachment("map.png").bytes.starts_with(PNG));
    assert_eq!(map.embeds[0]["image"]["url"], "attachment://map.png");
    insta::assert_snapshot!("map", map.rendered());
    let private = world.slash("map", json!({ "private": true })).await;
    assert!(private.ephemeral);
    world.leave().await;
}

#[tokio::test]
async fn the_timeline_is_a_picture_and_the_dates_with_their_words() {
    let world = World::new().await;
    let timeline = world.slash("timeline", json!({})).await;
    assert!(timeline.attachment("timeline.png").bytes.starts_with(PNG));
    assert_eq!(timeline.embeds[0]["image"]["url"], "attachment://timeline.png");
    insta::assert_snapshot!("timeline", timeline.rendered());
    world.leave().await;
}
