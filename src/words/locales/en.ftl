# What Accord says in English. Each message is a method of the same name in src/words/.

## Whose voice it is

lane_text = The agreement says
lane_reporting = Reporting says
lane_opinion = Opinion
lane_note = Accord's notes on the sources
documents_heading = The documents say

## Silence

not_said = The corpus does not say.
no_words = There is no word in that to search for.
no_such_clause = There is no clause { $asked }: the agreement has { $count ->
    [one] 1 clause
   *[other] { $count } clauses
}.
no_such_provision = There is no { $asked } in this corpus.
no_such_provision_in = “{ $title }” has no { $asked }.
provision_near = It has { $only }.
provisions_near = It has { $first } to { $last }.
previous_provision = Previous: { $citation }
next_provision = Next: { $citation }
provision_cut = This is long: it is shown with the beginning of each of its parts. Look a part up to read it whole.
no_clauses = This corpus has no numbered clauses.
unknown_clause = No clause is called that.
unknown_party = The corpus knows no party of that name.
unknown_party_near = The corpus knows no party of that name. Did you mean { $meant }?
no_critique = Nobody in the corpus says anything of the kind.
rephrase_not_said = Try the names and the words that the documents would use, or look a clause up by its number.
rephrase_no_words = Ask with a name, a number or a word that the documents would use.
rephrase_clause = Look a clause up by its number, its heading or its first words.
rephrase_no_clauses = Ask a question in plain words instead.
rephrase_party = Try the name as the documents spell it, or its usual short form.
rephrase_critique = Leave the name or the clause out to see all that is said.
searched = Searched { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
} of { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}.
indexed = Indexed { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
} of { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}.
closest = What comes closest

## Answers

which = Which one do you mean?
read_as = Read as: { $english }. Quotations are in the original language.
quotes_as_written = Quotations are in the original language.
quote_of = Quote { $number } of { $total }
not_an_answer = Not an answer, { $number } of { $total }
of_clause = clause { $number }
clause_heading = Clause { $number }: { $heading }
heading_is_ours = The heading is Accord's; the words below are the agreement's.
asked = Asked: { $question }
carries_on = Carries on: { $before }
critique_line = Critique by { $by }: { $stance }, on { $topic }
more_in_file = { $count ->
    [one] 1 more quotation stands
   *[other] { $count } more quotations stand
} in the attached file.
quote_goes_on = The quote is cut here to fit; it goes on in the source.
archived_copy = archived copy
archived_page = Archived copy
source_page = The page itself
same_source = From the same source as number { $number }
source_of_quotes = { $count ->
    [one] Quote
   *[other] Quotes
} { $numbers }: { $source }
source_of_closest = Closest { $numbers }: { $source }
link_damaged = its link is damaged
host_gone = its host is gone
and_more = … and { $count } more.

## Trouble

leaving = I am restarting and take no new questions for a moment. Please ask again in a minute.
broken = Something went wrong on my side, and it has been noted. If it happens again, tell whoever runs me: error { $incident }.
unproven = I could not prove my quotation against its source, so I say nothing. Please tell whoever runs me: error { $incident }.
unknown_command = I do not know this command. Discord may be showing an old list: reload it, or ask with /help.

## Controls

in_context = In context
critiques = Critiques
more = More passages
receipt = Receipt
continue_in_thread = Continue in thread
share = Share
useful = Useful
wrong_passage = Wrong passage
missing_source = Missing source
delete = Delete
full_text = All quotations of this answer, uncut

## Cards

binds = Binds: { $parties }
names = Names: { $parties }
duties = Duties, in the agreement's words
owed_by = Owed by: { $parties }
dates = Dates, in the agreement's words
date_means = { $what }: { $means }
party_is = In Accord's words: { $role } ({ $kind }; { $side }).
also_called = Also called: { $names }

## Help

help = I answer questions about it. All that I answer is quoted, and each quotation was found again, word for word, in its source a moment before. When the documents do not say, I say so.
help_clauses = `/clause` to read a clause: by number, heading or topic.
help_more = `/ask` a question; set `private` to see the answer alone. Or mention me with a question, write to me directly, or reply to an answer of mine to ask on.
help_reads = I read only commands, messages that mention me and direct messages. `/privacy` says what is stored.

## Pages

passages = Passages
nothing_found = No passage holds any of: { $words }
found_with = Passages with: { $words }
found_passages = { $total ->
    [one] 1 passage holds
   *[other] { $total } passages hold
} some of the words; the best { $listed } are listed. Page { $page } of { $pages }. A list claims nothing: judge for yourself.
found_all_passages = { $total ->
    [one] 1 passage holds
   *[other] { $total } passages hold
} some of the words. Page { $page } of { $pages }. A list claims nothing: judge for yourself.
source_of_passages = { $count ->
    [one] Passage
   *[other] Passages
} { $numbers }: { $source }
passage_of = Passage { $number } of { $total }
previous_page = Previous page
next_page = Next page
page_of = Page { $page } of { $pages }
sources_of = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
open_a_source = Open a source
source_facts = { $lane }; { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}; { $critiques ->
    [0] no critique of the agreement
    [one] 1 critique of the agreement
   *[other] { $critiques } critiques of the agreement
}
source_full_text = The corpus holds its own words.
source_note = The corpus holds a note on it in Accord's words, because its text may not be carried along.
source_link_damaged = The corpus holds a note on it; the link to it is damaged.
source_dead_host = The corpus holds a note on it; its host is gone.
source_licence = Licence: { $licence }
source_known = How this is known: { $known }
copy_fetched = Copy of { $day }, from { $address }.
copy_archived = Archived copy, captured { $captured } and fetched { $day }, from { $address }.
copy_handed_in = Copy of a file that was handed in on { $day }.
changed_since = quoted from the copy; the page has changed since
gone_since = quoted from the copy; the page is gone since
note_beside = Accord's note on it is in the corpus too: { $id }.
page_beside = The page that it was taken from is in the corpus too: { $id }.
source_opens = It begins:
what_they_say = What { $by } says
said_about = What is said about clause { $clause }
said_about_by = What { $by } says about clause { $clause }
said_at_all = What is said about the agreement
critiques_found = { $total ->
    [one] 1 statement
   *[other] { $total } statements
}. Page { $page } of { $pages }.
sources = Sources

## Beside each other

compared = Compared: { $point }
more_of_lane = … and { $count ->
    [one] 1 more
   *[other] { $count } more
} on this clause: `/critique` lists all.
lane_empty = The corpus has nothing of this kind.
lane_silent = { $passages ->
    [one] The 1 passage of this kind does
   *[other] The { $passages } passages of this kind do
} not speak to this point.
before = Before it
passage_itself = The passage
after = After it
quote_in_context = Quote { $number } of { $total } in its context
context_of_quote = Context of quote { $number }
quote_gone = These words do not stand in the corpus any more: it has been indexed anew since. Please ask again.

## Checked quotes

check_exact = Exact: these words stand in the corpus. Who says them: { $speaker }.
check_altered = Altered: the corpus has these words, but not quite like this. Who says them: { $speaker }.
check_misattributed = Misattributed: the words stand in the corpus, but it is not { $by } who says them. Who says them: { $speaker }.
check_misattributed_to_none = Misattributed: the words stand in the corpus, but somebody else says them: { $speaker }.
check_not_found = Not found in { $documents ->
    [one] this 1 document
   *[other] these { $documents } documents
}. That says nothing about whether they were said elsewhere.
checked_words = What was checked:
check_omission = Something is left out between the parts; the parts themselves stand so, in this order.
corpus_words = The corpus's words
differences = What differs
how_differences_are_marked = [−…] stands in the corpus and was left out; [+…] was added.
message_without_words = That message has no words that could be looked for.

## Pressed

pressed_too_late = This button is from another version of mine, or its answer cannot be read any more. Please ask again with `/ask`.
not_yours_to_delete = Only whoever asked, and those who may manage messages here, can delete this answer.
thread_opened = The conversation goes on in { $thread }. Mention me there, or reply to me, to ask on.
thread_refused = I cannot open a thread here. Whoever manages this server can allow me to create public threads.
feedback_kept = Thank you. Your verdict is stored together with the text of the question, so that the corpus can be mended. `/privacy` shows it and deletes it.
which_source = Which source is missing?
no_receipt = I have given you no answer here whose receipt is kept.
receipt_gone = A receipt of this answer cannot be made any more: the corpus has been indexed anew since. Please ask again.
receipt_file = The receipt of an answer: what was asked and quoted, with hashes
receipt_how = The receipt of this answer. Anyone with the same corpus can check it, byte for byte: `accord verify receipt.json`.

## Privacy

privacy = **What I store**
    - No question is stored, and no message. I read commands, messages that mention me, replies to me and direct messages; nothing else reaches me.
    - Of each answer a receipt: who was answered, where, and what was quoted, without the question. It is deleted after { $receipts } days.
    - Feedback, when you give it: your verdict, what you write with it, and the text of the question. It is deleted after { $feedback } days.
    - What admins change, and what others try to change without the right to: who, what and when. It is deleted after { $audit } days, and not before, so that changes stay accountable.
    - The settings of a server. All that belongs to a server is deleted when I am removed from it.
show_my_data = Show my data
delete_my_data = Delete my data
delete_my_data_surely = Yes, delete my data
delete_sure = Delete your receipts and your feedback for good?
my_data = Stored about you: { $receipts ->
    [one] 1 receipt
   *[other] { $receipts } receipts
}, { $feedback ->
    [one] 1 verdict
   *[other] { $feedback } verdicts
}, { $audit ->
    [one] 1 entry in the log of changes
   *[other] { $audit } entries in the log of changes
}.
data_deleted = Deleted: { $receipts ->
    [one] 1 receipt
   *[other] { $receipts } receipts
} and { $feedback ->
    [one] 1 verdict
   *[other] { $feedback } verdicts
}. { $kept ->
    [0] Nothing else was stored about you.
    [one] 1 entry in the log of changes is kept, so that changes stay accountable.
   *[other] { $kept } entries in the log of changes are kept, so that changes stay accountable.
}

## About

about = Accord { $version }. I answer questions with quotations, and with nothing else.
about_proof = Before I send a quotation I find it again, byte for byte, in the text of its source, and hold that text against its hash. What I cannot prove I do not say.
snapshot = Content: { $snapshot }

## Settings

settings = How I behave in this server
for_server_managers = This is for those who may manage this server.
answers_everywhere = I answer in every channel that I can read.
answers_in = I answer in { $channels }; elsewhere only privately, when a command is used.
answers_privately = Answers to commands are private, unless they are asked for openly.
answers_openly = Answers to commands are open, unless they are asked for privately.
silent_here = In this channel I answer only privately: whoever manages this server has chosen other channels for me.
answer_privately = Answer privately
answer_openly = Answer openly
speaks = To all I speak { $language }; commands are answered in the language of whoever uses them.
speaks_as_asked = I speak the language of whoever asks, as far as I know it.
any_language = The language of whoever asks
choose_channels = Choose channels; none means all
choose_language = Choose a language

## Sources that are not there

no_such_source = There is no source called { $asked }. `/sources` lists them.
no_such_source_near = There is no source called { $asked }. Did you mean { $meant }?

## Parts of the corpus

source_does_not_say = Nothing in “{ $title }” says that.
kind_does_not_say = Nothing of this kind in the corpus says that: { $lane }.
source_does_not_say_as = Nothing of this kind in “{ $title }” says that: { $lane }.
answered_elsewhere = Elsewhere the corpus answers it: ask again without narrowing it down.
silent_elsewhere = Elsewhere the corpus does not say it either. Try the names and the words that the documents would use.
searched_within = Searched { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}.

## Pace

you_ask_fast = You have asked a lot in a short time. I can take your next question <t:{ $until }:R>.
channel_asks_fast = A lot is being asked in this channel. I can take the next question here <t:{ $until }:R>. Elsewhere it may be sooner.
server_asks_fast = A lot is being asked in this server. I can take the next question here <t:{ $until }:R>. In a direct message it may be sooner.

## The corpus, for admins

for_corpus_admins = The corpus is shared by all servers. Only the owner of this bot, and those whom its operator named, can change it.
reindex_running = The corpus is being indexed anew, or its sources fetched.
reindex_busy = The corpus is being indexed already, or its sources fetched. One at a time.
reindex_stopping = The job was told to stop. Its message says what came of it.
reindex_not_running = Nothing is being indexed or fetched.
reindex_stopped = The indexing was stopped. What is being served is as it was before.
reindex_failed = The indexing failed, and what is being served is as it was before. Whoever runs me finds the cause in the log: error { $incident }.
reindex_refused = The corpus cannot be indexed as it is; what is being served is as it was before. { $problems ->
    [one] The problem
   *[other] The first of { $problems } problems
}: { $first }
reindex_reading = Reading the corpus …
reindex_comparing = Comparing with what is being served: { $done } of { $total } sources …
reindex_writing = Writing the index: { $percent } % of the corpus …
reindex_remaining = About { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} left.
reindex_verifying = Checking what was written …
reindex_publishing = Publishing …
reindex_meanwhile = Questions are answered meanwhile, from the index of before.
reindex_done = The corpus is indexed anew and being served: { $generation }.
reindex_unchanged = Nothing has changed since the corpus was indexed.
reindex_planned = This is what indexing anew would change. Nothing has been changed.
changed_sources = Sources: { $added } new, { $removed } removed, { $changed } changed, { $unchanged } as before.
source_added = New: { $title } ({ $passages ->
    [one] 1 passage
   *[other] { $passages } passages
})
source_removed = Removed: { $title } ({ $passages ->
    [one] 1 passage
   *[other] { $passages } passages
})
source_changed = Changed: { $title }. Passages: { $added } new, { $removed } gone, { $changed } changed, { $moved } moved.
source_changed_beside = Changed: { $title }. Its passages say the same.
clause_added = Clause { $number } is new.
clause_removed = Clause { $number } is gone.
clause_changed = Clause { $number } has changed:
clause_changed_beside = Clause { $number }: its words are the same; what is noted about it has changed.
knowledge_changed = What is noted beside the sources has changed too: names, critiques, known questions or words of other languages. The file lists it.
sources_left_out = { $count ->
    [one] 1 file could not be read and was left out. The log names it.
   *[other] { $count } files could not be read and were left out. The log names them.
}
nothing_to_compare = There is no earlier index to compare with.
no_difference = The two say the same.
difference_file = Every difference, for machines
reindex_now = Index now
reindex_stop = Stop indexing
rollback_now = Go back to the index before
rollback_sure = Go back from { $before } to { $after }? It is served at once and stays until the corpus is indexed again.
rollback_stale = What is being served has changed since you were asked. Nothing was done; please begin again.
rolled_back = Gone back from { $before } to { $after }, which is being served now. It stays until the corpus is indexed again.
rollback_refused = There is no earlier index to go back to.
serving_now = Being served: { $generation }
built_at = Built <t:{ $at }:f>, <t:{ $at }:R>.
serving_rolled_back = An admin has gone back to it; newer ones are kept.
generations_kept = Also kept:
generation_line = { $generation }: { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
} of { $documents ->
    [one] 1 document
   *[other] { $documents } documents
}, content { $snapshot }
generation_damaged = { $generation } is damaged and cannot be used.
feedback_so_far = Feedback so far: { $useful } useful, { $wrong } wrong passage, { $missing } missing source.

## Fetching, adding and removing sources

fetch_asking = Fetching the sources: { $done } of { $total } …
fetch_stop = Stop fetching
fetch_done = Fetched: { $taken } new or other copies, of { $total ->
    [one] 1 source
   *[other] { $total } sources
}.
fetch_stopped = The fetching was stopped. What was fetched before stays.
fetch_failed = The sources could not be fetched. Whoever runs me finds the cause in the log: error { $incident }.
fetch_file = What came of each source, for machines
fetch_kept = the copy of before stays
fetch_next = They are answered from once the corpus is indexed.
outcome_fetched = fetched
outcome_unchanged = as it was
outcome_archived = a capture of the Web Archive
outcome_unsure = not taken: it is not sure that this is the text
outcome_not_text = not taken: nothing that can be read as text
outcome_too_large = not taken: too large
outcome_blocked = not allowed to be fetched
outcome_dead = not there any more, or nobody answers
outcome_damaged_link = the link to it is damaged
outcome_no_address = no address is known
add_one_of = Give either an address or a file, one of the two.
source_taken_up = Added: { $title } (`{ $source }`). It is answered from once the corpus is indexed.
source_not_taken_up = Nothing was added. { $title }: { $outcome }.
add_listed = The corpus lists this address already, as `{ $source }`. `/corpus fetch` fetches it.
add_not_readable = This file cannot be read. Give one whose name ends in .html, .pdf, .txt or .md.
add_too_large = This file is too large: { $most } MB are the most.
add_lost = The file could not be had from Discord. Please try again.
source_taken_away = Removed: `{ $source }`. Once the corpus is indexed, nothing of it is left.
copy_taken_away = The copy of `{ $source }` was removed. Once the corpus is indexed, the note on it stands in its place.
drift_found = Sources are not what they were when their copies were made. Changed: { $changed }. Gone: { $gone }.
drift_changed = Changed: { $title }
drift_gone = Gone: { $title }
drift_quotes = Quotes from them come from their stored copies, and say so.
drift_file = What changed in each source, for machines

## Pictures

map_title = Whom each clause binds, and who says what about it
no_map = This corpus has no numbered clauses, so there is nothing to map.
no_timeline = The corpus names no day or month with its year.
timeline_cut = The corpus names more dates than are listed here.
map_bound = bound
map_named = named
map_bound_means = the clause obliges it to something
map_named_means = the clause speaks of it, and no more
map_clause = Clause { $number }
map_critiques = Who says something about it, and in what spirit
map_whole = The agreement as a whole
stance_supportive = supportive
stance_sceptical = sceptical
stance_mixed = mixed
stance_reporting = reporting
map_nothing_said = nobody in the corpus
map_more_clauses = { $count ->
    [one] and 1 more clause
   *[other] and { $count } more clauses
}
map_more_parties = { $count ->
    [one] and 1 more party
   *[other] and { $count } more parties
}
map_more_critics = and { $count } more
map_more_dates = { $count ->
    [one] and 1 more date
   *[other] and { $count } more dates
}
map_still_more_dates = and more dates, which are not counted
map_more_sentences = And { $count } more.
map_listed = { $names } and { $more } more
map_in_words = A table of { $clauses ->
    [one] 1 clause
   *[other] { $clauses } clauses
} and { $parties ->
    [one] 1 party
   *[other] { $parties } parties
} that they bind or name, with who says what about each clause.
map_clause_binds = Clause { $number } ({ $heading }) binds { $binds }.
map_clause_binds_and_names = Clause { $number } ({ $heading }) binds { $binds }; it also names { $names }.
map_clause_names = Clause { $number } ({ $heading }) binds nobody; it names { $names }.
map_clause_alone = Clause { $number } ({ $heading }) binds and names nobody.
map_critic = { $who } ({ $stances })
map_critics_of = On clause { $number }: { $critics }.
map_critics_of_all = On the agreement as a whole: { $critics }.
timeline_title = The dates in the corpus, in order
timeline_words = In the corpus's words
timeline_range = { $first } to { $last }
timeline_published = Published
timeline_opinion = { $speaker } (opinion)
timeline_reporting = { $speaker } (reporting)
timeline_said = Said
timeline_recurs = from then on, { $recurs }: { $what }
timeline_source = { $title }, { $publisher }
timeline_quoted = “{ $words }”
timeline_in_words = { $count ->
    [one] A timeline of 1 entry, { $first }.
   *[other] A timeline of { $count } entries, from { $first } to { $last }.
}
timeline_entry = { $date }, { $kind }: { $what }.

## Commands: what they and their options are called and described as. Names are permanent.

command-ask =
    .name = ask
    .description = Ask a question; the answer is quoted, with its sources
    .question-name = question
    .question-description = Your question, in plain words
    .private-name = private
    .private-description = Show the answer to you alone
    .source-name = source
    .source-description = Look in this source alone
    .lane-name = lane
    .lane-description = Look in one kind of source alone
    .lane-text = the agreement's words
    .lane-reporting = reporting
    .lane-opinion = opinion
    .lane-note = Accord's notes
command-clause =
    .name = clause
    .description = Read a clause in full
    .which-name = which
    .which-description = Its number, its heading or some of its words
    .private-name = private
    .private-description = Show it to you alone
command-party =
    .name = party
    .description = Who somebody is in the agreement, and where it says so
    .name-name = name
    .name-description = A name, short or long
    .private-name = private
    .private-description = Show it to you alone
command-critique =
    .name = critique
    .description = What is said about the agreement, and by whom
    .clause-name = clause
    .clause-description = About this clause alone
    .by-name = by
    .by-description = By this person or body alone
    .private-name = private
    .private-description = Show it to you alone
command-compare =
    .name = compare
    .description = The same point in the agreement's words, in reporting and in opinion
    .point-name = point
    .point-description = A clause, or a point in plain words
    .private-name = private
    .private-description = Show it to you alone
command-search =
    .name = search
    .description = Find every passage with these words
    .words-name = words
    .words-description = What to search for
    .source-name = source
    .source-description = Look in this source alone
    .lane-name = lane
    .lane-description = Look in one kind of source alone
    .lane-text = the agreement's words
    .lane-reporting = reporting
    .lane-opinion = opinion
    .lane-note = Accord's notes
    .private-name = private
    .private-description = Show it to you alone
command-quote =
    .name = quote
    .description = Check whether a quotation is exact, altered or somebody else's
    .text-name = text
    .text-description = The words to check
    .by-name = by
    .by-description = Who is said to have said them
    .private-name = private
    .private-description = Show it to you alone
command-sources =
    .name = sources
    .description = The sources of the corpus, or one of them
    .id-name = id
    .id-description = Which source
    .private-name = private
    .private-description = Show it to you alone
command-timeline =
    .name = timeline
    .description = The dates that the corpus names, in order
    .private-name = private
    .private-description = Show it to you alone
command-map =
    .name = map
    .description = A picture of clauses, parties and critiques
    .private-name = private
    .private-description = Show it to you alone
command-receipt =
    .name = receipt
    .description = The receipt of your last answer here, to be checked anywhere
command-help =
    .name = help
    .description = What I know, and how to ask me
command-about =
    .name = about
    .description = What I am, what I answer from, and how my quotations are proven
command-privacy =
    .name = privacy
    .description = What is stored about you, for how long, and how to have it deleted
command-find-sources =
    .name = Find sources for this
command-check-quote =
    .name = Check this quote
command-corpus =
    .name = corpus
    .description = The corpus that answers are quoted from
    .status-name = status
    .status-description = What is being served, and whether it is being indexed
    .reindex-name = reindex
    .reindex-description = Read the corpus again and serve what is new
    .reindex-dry_run-name = dry_run
    .reindex-dry_run-description = Only show what would change
    .diff-name = diff
    .diff-description = What the last re-indexing changed
    .rollback-name = rollback
    .rollback-description = Go back to the index before this one
    .fetch-name = fetch
    .fetch-description = Fetch the full text of the sources that the corpus links to
    .fetch-source-name = source
    .fetch-source-description = Only this source
    .add-name = add
    .add-description = Add a source of your own: a web page or a file
    .add-url-name = url
    .add-url-description = The address of a web page or a PDF
    .add-file-name = file
    .add-file-description = A file: .html, .pdf, .txt or .md
    .add-title-name = title
    .add-title-description = What it is called, if not as it says itself
    .add-lane-name = lane
    .add-lane-description = Whose voice it is
    .lane-text = the agreement's words
    .lane-reporting = reporting
    .lane-opinion = opinion
    .remove-name = remove
    .remove-description = Remove a source that was added, or a copy that was fetched
    .remove-source-name = source
    .remove-source-description = Which one
    .sources-name = sources
    .sources-description = Every source, with how much of it there is
command-settings =
    .name = settings
    .description = Where I answer in this server, how privately, and in which language
