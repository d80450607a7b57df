//! `accord eval`: figures, and the files that others read.

use std::fs;

use crate::support::program::Program;

/// A set of three documents and three questions, one of which nothing answers.
fn small_set(program: &Program) {
    program.write(
        "set/corpus.jsonl",
        "{\"_id\":\"d1\",\"title\":\"Rivers\",\"text\":\"The Danube flows through Vienna. It is 2,850 kilometres long.\"}\n\
         {\"_id\":\"d2\",\"title\":\"Rivers\",\"text\":\"The Rhine rises in Switzerland and ends in the Netherlands.\"}\n\
         {\"_id\":\"d3\",\"title\":\"Mountains\",\"text\":\"The Eiger stands above Grindelwald. Its north face was climbed in 1938.\"}\n",
    );
    program.write(
        "set/queries.jsonl",
        "{\"_id\":\"q1\",\"text\":\"Which river flows through Vienna?\",\"metadata\":{\"answerable\":true,\"answers\":[\"Danube\"]}}\n\
         {\"_id\":\"q2\",\"text\":\"When was the north face of the Eiger climbed?\",\"metadata\":{\"answerable\":true,\"answers\":[\"1938\"]}}\n\
         {\"_id\":\"q3\",\"text\":\"Who painted the ceiling of the chapel?\",\"metadata\":{\"answerable\":false}}\n",
    );
    program.write("set/qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td3\t1\n");
}

#[test]
fn a_set_in_beir_s_layout_is_measured() {
    let program = Program::fresh();
    small_set(&program);
    let report = program.run(&["eval", "set", "--json"]).found().json();
    assert_eq!((&report["answerable"], &report["unanswerable"]), (&2.into(), &1.into()));
    assert_eq!(report["hit_at_1"], 1.0);
    assert_eq!(report["inexact_quotes"], 0);
    assert_eq!(report["questions"].as_object().map(serde_json::Map::len), Some(3), "every question's own outcome is there");
}

#[test]
fn the_ranking_is_written_in_trec_s_run_format() {
    let program = Program::fresh();
    small_set(&program);
    program.run(&["eval", "set", "--run", "run.txt"]).found();
    let run = fs::read_to_string(program.path("run.txt")).expect("a run");
    let first: Vec<&str> = run.lines().next().expect("a line").split(' ').collect();
    assert_eq!(first.len(), 6);
    assert_eq!((first[0], first[1], first[2], first[3], first[5]), ("q1", "Q0", "d1", "1", "accord"));
    let scores: Vec<f32> = run.lines().filter(|line| line.starts_with("q1 ")).map(score).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "the best is first: {scores:?}");
}

fn score(line: &str) -> f32 {
    line.split(' ').nth(4).and_then(|score| score.parse().ok()).expect("a score")
}

#[test]
fn the_risk_coverage_curve_is_drawn() {
    let program = Program::fresh();
    small_set(&program);
    program.run(&["eval", "set", "--plot", "curve.svg"]).found();
    let svg = fs::read_to_string(program.path("curve.svg")).expect("a picture");
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>") && svg.contains("<polyline"), "{svg}");
}

#[test]
fn a_worse_figure_fails_and_says_how_sure_the_difference_is() {
    let program = Program::fresh();
    small_set(&program);
    let mut baseline = program.run(&["eval", "set", "--json"]).found().json();
    program.write("same.json", baseline.to_string());
    program.run(&["eval", "set", "--compare", "same.json"]).found().quietly();

    baseline["false_answers"] = 0.0.into();
    baseline["hit_at_5"] = 0.5.into();
    baseline["mrr_at_10"] = 2.0.into();
    baseline["questions"]["q1"][2] = 0.5.into();
    program.write("other.json", baseline.to_string());
    let ran = program.run(&["eval", "set", "--compare", "other.json"]).failed();
    assert!(ran.err.contains("better than other.json: hit@5 is 1.0000, it was 0.5000"), "{}", ran.err);
    assert!(
        ran.err.contains("worse than other.json: MRR@10 is 1.0000, it was 2.0000 (p = 1.000, paired randomisation test)"),
        "{}",
        ran.err
    );
}

#[test]
fn each_draw_takes_another_half_out() {
    let program = Program::fresh();
    small_set(&program);
    let left =
        |draw: &str| program.run(&["eval", "set", "--json", "--leave-out", "passages", "--draw", draw]).found().json()["snapshot"].clone();
    let draws: Vec<_> = ["1", "3", "4", "6"].iter().map(|draw| left(draw)).collect();
    assert!(draws.iter().any(|passages| *passages != draws[0]), "{draws:?}");
    assert!(program.run(&["eval", "set", "--draw", "1"]).failed().err.contains("--leave-out"));
}
