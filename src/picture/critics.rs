//! Who says something about a clause, and in what spirit.

use crate::corpus::Critique;

/// One voice, with every stance that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Critic<'k> {
    /// Who it is.
    pub(super) by: &'k str,
    /// Its stances, each once, in the order of its critiques.
    pub(super) stances: Vec<&'k str>,
    critiques: usize,
}

/// Those who speak about clause `number`, or about the agreement as a whole; who says most stands first.
pub(super) fn critics(critiques: &[Critique], number: Option<u32>) -> Vec<Critic<'_>> {
    let mut critics: Vec<Critic<'_>> = Vec::new();
    let about = |critique: &&Critique| number.map_or(critique.clauses.is_empty(), |number| critique.clauses.contains(&number));
    for critique in critiques.iter().filter(about) {
        let known = critics.iter_mut().find(|critic| critic.by == critique.by);
        match known {
            Some(critic) => {
                critic.critiques += 1;
                if !critic.stances.contains(&critique.stance.as_str()) {
                    critic.stances.push(&critique.stance);
                }
            }
            None => critics.push(Critic { by: &critique.by, stances: vec![&critique.stance], critiques: 1 }),
        }
    }
    critics.sort_by_key(|critic| std::cmp::Reverse(critic.critiques));
    critics
}
