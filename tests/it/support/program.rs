//! The built program, as people run it: in a folder of its own, with a corpus and an index of its own, nothing of the
//! tester's environment, and nobody to talk to.

use std::fs;
use std::io::{BufRead, BufReader, PipeWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// The program in its folder, with `corpus` and `index` where it looks for them by itself.
pub struct Program {
    home: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A run that was begun.
pub struct Running(Child);

/// Files by their paths below a folder.
type Files = Vec<(PathBuf, Vec<u8>)>;

impl Program {
    /// With the repository's corpus, and no index yet.
    pub fn fresh() -> Self {
        let program = Self::without_corpus();
        put(&program.path("corpus"), shipped());
        program
    }

    /// With the repository's corpus and an index of it.
    pub fn indexed() -> Self {
        let program = Self::fresh();
        put(&program.path("index"), built());
        program
    }

    /// With a corpus of these files, and no index yet.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let program = Self::without_corpus();
        fs::create_dir(program.path("corpus")).expect("a corpus folder");
        for (name, text) in files {
            program.write(&format!("corpus/{name}"), text);
        }
        program
    }

    /// With neither corpus nor index.
    pub fn without_corpus() -> Self {
        Self { home: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Runs the program to its end.
    pub fn run(&self, words: &[&str]) -> Ran {
        self.start(words).ended()
    }

    /// Runs the program to its end with these environment variables.
    pub fn run_with(&self, variables: &[(&str, &str)], words: &[&str]) -> Ran {
        let mut command = self.command(words);
        Running(command.envs(variables.iter().copied()).stdout(Stdio::piped()).spawn().expect("the program starts")).ended()
    }

    /// Begins a run.
    pub fn start(&self, words: &[&str]) -> Running {
        Running(self.command(words).stdout(Stdio::piped()).spawn().expect("the program starts"))
    }

    /// Runs the program while it writes to this pipe.
    pub fn run_into(&self, pipe: PipeWriter, words: &[&str]) -> Ran {
        let child = self.command(words).stdout(pipe).spawn();
        Running(child.expect("the program starts")).ended()
    }

    /// Asks a question and reads the answer as people do.
    pub fn ask(&self, question: &str) -> Ran {
        self.run(&["ask", "--", question])
    }

    /// Asks a question and reads the answer as machines do.
    pub fn ask_json(&self, question: &str) -> Value {
        self.run(&["ask", "--json", "--", question]).json()
    }

    /// Answers every line of a file.
    pub fn batch(&self, lines: &str) -> Ran {
        self.write("questions.jsonl", lines);
        self.run(&["ask", "--json", "--batch", "questions.jsonl"])
    }

    /// Answers every line of a file, and reads the answers.
    pub fn answers(&self, lines: &str) -> Vec<Value> {
        self.batch(lines).found().jsonl()
    }

    /// Types these lines, one after the other.
    pub fn chat(&self, lines: &[&str]) -> Ran {
        let mut child = self.command(&["chat"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut typed = child.stdin.take().expect("a keyboard");
        for line in lines {
            writeln!(typed, "{line}").expect("the program reads");
        }
        drop(typed);
        Running(child).ended()
    }

    /// Types these lines, and reads the answer to the last of them.
    pub fn last_answer(&self, lines: &[&str]) -> String {
        let (_, before) = lines.split_last().expect("a line");
        let all = self.chat(lines).found().out;
        let earlier = self.chat(before).found().out;
        let answer = all.strip_prefix(&earlier).expect("an answer does not depend on later questions");
        // A blank line stands between answers.
        answer.strip_prefix('\n').filter(|_| !earlier.is_empty()).unwrap_or(answer).to_owned()
    }

    /// The exact text of a source.
    pub fn text(&self, source: &str) -> String {
        self.run(&["text", source]).found().out
    }

    /// Builds the index, and says which content it holds.
    pub fn index(&self) -> String {
        let manifest = self.run(&["index", "--json"]).found().json();
        manifest["snapshot"].as_str().expect("a snapshot id").to_owned()
    }

    /// Builds a new generation, also when nothing has changed.
    pub fn force_index(&self) {
        self.run(&["index", "--force"]).found();
    }

    /// A path below the program's folder.
    pub fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    /// Writes a file.
    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        put(self.home.path(), &[(PathBuf::from(file), content.as_ref().to_owned())]);
    }

    /// Changes the first place where a file says `from`.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).expect("a file to edit");
        assert!(text.contains(from), "{file} does not say {from:?} any more: mend the test");
        self.write(file, text.replacen(from, to, 1));
    }

    /// Removes a file.
    pub fn remove_file(&self, file: &str) {
        fs::remove_file(self.path(file)).expect("a file to remove");
    }

    /// Removes a folder and all that is in it.
    pub fn remove(&self, folder: &str) {
        fs::remove_dir_all(self.path(folder)).expect("a folder to remove");
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_accord"));
        command.args(words).current_dir(self.home.path()).env_clear().stdin(Stdio::null()).stderr(Stdio::piped());
        command
    }
}

impl Running {
    /// Reads as many lines from stderr as there are up to `lines`, kills the program then, and waits until it is gone. Gives
    /// what was read.
    pub fn killed_after(self, lines: usize) -> Vec<String> {
        self.killed_later(lines, Duration::ZERO)
    }

    /// The same, and lets the program go on for as long as `later` before it is killed.
    pub fn killed_later(mut self, lines: usize, later: Duration) -> Vec<String> {
        let told = BufReader::new(self.0.stderr.take().expect("a stderr"));
        let read = told.lines().take(lines).map(|line| line.expect("the program writes UTF-8")).collect();
        std::thread::sleep(later);
        // One that has come to its end by itself is killed in vain.
        self.0.kill().expect("a program of our own to kill");
        self.0.wait().expect("a program that has ended");
        read
    }

    /// Waits for the end of the run.
    pub fn ended(self) -> Ran {
        let Output { status, stdout, stderr } = self.0.wait_with_output().expect("the program ends");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Ran { code: status.code().expect("the program was not killed"), out: text(stdout), err: text(stderr) }
    }
}

impl Ran {
    /// It was found, or done.
    pub fn found(self) -> Self {
        self.ended_with(0)
    }

    /// The corpus does not say, or more than one thing may be meant.
    pub fn not_found(self) -> Self {
        self.ended_with(1)
    }

    /// Something is wrong.
    pub fn failed(self) -> Self {
        self.ended_with(2)
    }

    /// Nothing was told beside the answer.
    pub fn quietly(self) -> Self {
        assert_eq!(self.err, "", "something was told on stderr");
        self
    }

    /// What was printed, read as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("not JSON: {error}: {self:?}"))
    }

    /// What was printed, read as one JSON value a line.
    pub fn jsonl(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("not JSON: {error}: {line}"))).collect()
    }

    fn ended_with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "another exit code was expected: {self:#?}");
        self
    }
}

/// The words of an answer's quotes, in order.
pub fn quoted(answer: &Value) -> Vec<&str> {
    answer["quotes"].as_array().expect("quotes").iter().map(|quote| quote["text"].as_str().expect("words")).collect()
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn read(folder: &Path) -> Files {
    let content = |file: PathBuf| {
        let bytes = fs::read(&file).expect("a file");
        (file.strip_prefix(folder).expect("a path below").to_owned(), bytes)
    };
    files_below(folder).into_iter().map(content).collect()
}

fn put(folder: &Path, files: &[(PathBuf, Vec<u8>)]) {
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
}

/// The repository's corpus.
fn shipped() -> &'static Files {
    static SHIPPED: OnceLock<Files> = OnceLock::new();
    SHIPPED.get_or_init(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")))
}

/// An index of it, built once by the program itself.
fn built() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| {
        let program = Program::fresh();
        program.index();
        read(&program.path("index"))
    })
}
