//! What was seen lately, so that an event that Discord delivers twice is answered once.

use std::collections::{HashSet, VecDeque};

/// How many ids are remembered: after a broken connection Discord repeats what was missed, which is seconds' worth.
const REMEMBERED: usize = 1000;

/// The ids of recent events, oldest first.
#[derive(Debug, Default)]
pub(super) struct Recent {
    order: VecDeque<u64>,
    known: HashSet<u64>,
}

impl Recent {
    /// Whether this id is new; it is not from now on.
    pub(super) fn is_new(&mut self, id: u64) -> bool {
        if !self.known.insert(id) {
            return false;
        }
        self.order.push_back(id);
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once_and_memory_is_bounded() {
        let mut recent = Recent::default();
        assert!(recent.is_new(1) && !recent.is_new(1));
        for id in 2..=1001 {
            assert!(recent.is_new(id));
        }
        assert!(!recent.is_new(1001) && recent.is_new(1));
        assert_eq!(recent.known.len(), REMEMBERED);
    }
}
