//! What is done every hour so that neither memory nor the store grows for ever.
//!
//! serenity's rate limiter has an entry for every interaction ever answered, and forgets none.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use serenity::http::{Http, Ratelimit, RatelimitingBucket};
use serenity::model::Timestamp;
use tokio::sync::Mutex;
use tokio::time::sleep;

use super::room::Room;

/// How often: an entry takes some 200 bytes, so that an hour's worth is nothing; and nothing that is kept for days is kept
/// much longer.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Drops what is over, every hour, for ever. The store was swept when it was opened.
pub(super) async fn keep_up(http: Arc<Http>, room: Arc<Room>) {
    loop {
        sleep(EVERY).await;
        if let Some(limiter) = &http.ratelimiter {
            forget(&mut *limiter.routes().write().await, SystemTime::now());
        }
        let now = Timestamp::now().unix_timestamp();
        room.pace.prune(now);
        match room.with_store(move |store| store.sweep(now)).await {
            Ok(swept) => tracing::debug!(?swept, "what was too old is deleted"),
            Err(failure) => tracing::error!(cause = %failure, "what is too old could not be deleted"),
        }
    }
}

/// Forgets the buckets that nobody uses and that hold nothing back any more.
fn forget(routes: &mut HashMap<RatelimitingBucket, Arc<Mutex<Ratelimit>>>, now: SystemTime) {
    routes.retain(|_, bucket| {
        let in_use = Arc::strong_count(bucket) > 1;
        in_use || bucket.try_lock().is_ok_and(|bucket| bucket.reset().is_some_and(|reset| reset > now))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serenity::http::Route;
    use serenity::model::id::{ChannelId, InteractionId};

    #[test]
    fn only_what_is_in_use_is_kept() {
        let bucket = |id| Route::InteractionResponse { interaction_id: InteractionId::new(id), token: "t" }.ratelimiting_bucket();
        let used = Arc::new(Mutex::new(Ratelimit::default()));
        let mut routes: HashMap<_, _> = (1..=100).map(|id| (bucket(id), Arc::default())).collect();
        let channel = Route::ChannelMessages { channel_id: ChannelId::new(1) }.ratelimiting_bucket();
        routes.insert(channel, Arc::clone(&used));
        forget(&mut routes, SystemTime::now());
        assert_eq!(routes.keys().copied().collect::<Vec<_>>(), [channel]);
    }
}
