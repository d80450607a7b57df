# What Accord says in German. Each message is a method of the same name in src/words/.

## Whose voice it is

lane_text = Wortlaut des Abkommens
lane_reporting = Berichterstattung
lane_opinion = Meinung
lane_note = Accords Notizen zu den Quellen
documents_heading = Wortlaut der Dokumente

## Silence

not_said = Dazu sagt das Korpus nichts.
no_words = Darin ist kein Wort, nach dem sich suchen lässt.
no_such_clause = Es gibt keine Klausel { $asked }: Das Abkommen hat { $count ->
    [one] 1 Klausel
   *[other] { $count } Klauseln
}.
no_such_provision = { $asked } gibt es in diesem Korpus nicht.
no_such_provision_in = „{ $title }“ hat kein { $asked }.
provision_near = Es gibt { $only }.
provisions_near = Es gibt { $first } bis { $last }.
previous_provision = Davor: { $citation }
next_provision = Danach: { $citation }
provision_cut = Das ist lang: Von jedem Teil steht hier der Anfang. Schlag einen Teil nach, um ihn ganz zu lesen.
no_clauses = Dieses Korpus hat keine nummerierten Klauseln.
unknown_clause = Keine Klausel heißt so.
unknown_party = Das Korpus kennt keine Partei dieses Namens.
unknown_party_near = Das Korpus kennt keine Partei dieses Namens. Meintest du { $meant }?
no_critique = Niemand im Korpus sagt etwas Derartiges.
rephrase_not_said = Versuch es mit den Namen und Wörtern, die die Dokumente verwenden würden, oder schlag eine Klausel unter ihrer Nummer nach.
rephrase_no_words = Frag mit einem Namen, einer Nummer oder einem Wort, das die Dokumente verwenden würden.
rephrase_clause = Schlag eine Klausel unter ihrer Nummer, ihrer Überschrift oder ihren ersten Wörtern nach.
rephrase_no_clauses = Stell stattdessen eine Frage in einfachen Worten.
rephrase_party = Versuch es mit dem Namen, wie ihn die Dokumente schreiben, oder mit seiner üblichen Kurzform.
rephrase_critique = Lass den Namen oder die Klausel weg, um alles zu sehen, was gesagt wird.
searched = Durchsucht: { $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
} aus { $documents ->
    [one] 1 Dokument
   *[other] { $documents } Dokumenten
}.
indexed = Indexiert: { $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
} aus { $documents ->
    [one] 1 Dokument
   *[other] { $documents } Dokumenten
}.
closest = Was dem am nächsten kommt

## Answers

which = Was davon meinst du?
read_as = Verstanden als: { $english }. Zitate stehen in der Originalsprache.
quotes_as_written = Zitate stehen in der Originalsprache.
quote_of = Zitat { $number } von { $total }
not_an_answer = Keine Antwort, { $number } von { $total }
of_clause = Klausel { $number }
clause_heading = Klausel { $number }: { $heading }
heading_is_ours = Die Überschrift stammt von Accord; die Worte darunter sind die des Abkommens.
asked = Gefragt wurde: { $question }
carries_on = Fortsetzung von: { $before }
critique_line = Stellungnahme von { $by }: { $stance }, zu { $topic }
more_in_file = { $count ->
    [one] 1 weiteres Zitat steht
   *[other] { $count } weitere Zitate stehen
} in der angehängten Datei.
quote_goes_on = Das Zitat ist hier aus Platzgründen gekürzt; in der Quelle geht es weiter.
archived_copy = Archivkopie
archived_page = Archivkopie
source_page = Die Seite selbst
same_source = Aus derselben Quelle wie Nummer { $number }
source_of_quotes = { $count ->
    [one] Zitat
   *[other] Zitate
} { $numbers }: { $source }
source_of_closest = Nächstliegende { $numbers }: { $source }
link_damaged = der Link ist beschädigt
host_gone = der Host existiert nicht mehr
and_more = … und noch { $count }.

## Trouble

leaving = Ich starte gerade neu und nehme einen Moment lang keine neuen Fragen an. Bitte frag in einer Minute noch einmal.
broken = Bei mir ist etwas schiefgegangen, und es wurde vermerkt. Wenn es wieder passiert, melde es denen, die mich betreiben: Fehler { $incident }.
unproven = Ich konnte mein Zitat nicht an seiner Quelle nachweisen, deshalb sage ich nichts. Bitte melde das denen, die mich betreiben: Fehler { $incident }.
unknown_command = Diesen Befehl kenne ich nicht. Vielleicht zeigt Discord eine alte Liste an: Lade sie neu oder frag mit /help.

## Controls

in_context = Im Kontext
critiques = Stellungnahmen
more = Weitere Textstellen
receipt = Beleg
continue_in_thread = Im Thread fortsetzen
share = Teilen
useful = Hilfreich
wrong_passage = Falsche Textstelle
missing_source = Fehlende Quelle
delete = Löschen
full_text = Alle Zitate dieser Antwort, ungekürzt

## Cards

binds = Bindet: { $parties }
names = Nennt: { $parties }
duties = Pflichten, im Wortlaut des Abkommens
owed_by = Geschuldet von: { $parties }
dates = Datumsangaben, im Wortlaut des Abkommens
date_means = { $what }: { $means }
party_is = In Accords Worten: { $role } ({ $kind }; { $side }).
also_called = Auch genannt: { $names }

## Help

help = Ich beantworte Fragen dazu. Alles, was ich antworte, ist zitiert, und jedes Zitat wurde einen Moment zuvor Wort für Wort in seiner Quelle wiedergefunden. Wenn die Dokumente dazu nichts sagen, sage ich das.
help_clauses = `/clause`, um eine Klausel zu lesen: nach Nummer, Überschrift oder Thema.
help_more = `/ask`, um eine Frage zu stellen; mit `private` siehst nur du die Antwort. Oder erwähne mich mit einer Frage, schreib mir direkt oder antworte auf eine meiner Antworten, um weiterzufragen.
help_reads = Ich lese nur Befehle, Nachrichten, die mich erwähnen, und Direktnachrichten. `/privacy` sagt, was gespeichert wird.

## Pages

passages = Textstellen
nothing_found = Keine Textstelle enthält auch nur eines der Wörter: { $words }
found_with = Textstellen mit: { $words }
found_passages = { $total ->
    [one] 1 Textstelle enthält
   *[other] { $total } Textstellen enthalten
} einige der Wörter; aufgelistet { $listed ->
    [one] ist die beste
   *[other] sind die besten { $listed }
}. Seite { $page } von { $pages }. Eine Liste behauptet nichts: Urteile selbst.
found_all_passages = { $total ->
    [one] 1 Textstelle enthält
   *[other] { $total } Textstellen enthalten
} einige der Wörter. Seite { $page } von { $pages }. Eine Liste behauptet nichts: Urteile selbst.
source_of_passages = { $count ->
    [one] Textstelle
   *[other] Textstellen
} { $numbers }: { $source }
passage_of = Textstelle { $number } von { $total }
previous_page = Vorherige Seite
next_page = Nächste Seite
page_of = Seite { $page } von { $pages }
sources_of = { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}
open_a_source = Eine Quelle öffnen
source_facts = { $lane }; { $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
}; { $critiques ->
    [0] keine Stellungnahme zum Abkommen
    [one] 1 Stellungnahme zum Abkommen
   *[other] { $critiques } Stellungnahmen zum Abkommen
}
source_full_text = Das Korpus enthält die Quelle in ihren eigenen Worten.
source_note = Das Korpus enthält dazu eine Notiz in Accords Worten, weil der Text der Quelle nicht mitgeliefert werden darf.
source_link_damaged = Das Korpus enthält dazu eine Notiz; der Link zur Quelle ist beschädigt.
source_dead_host = Das Korpus enthält dazu eine Notiz; der Host der Quelle existiert nicht mehr.
source_licence = Lizenz: { $licence }
source_known = Woher das bekannt ist: { $known }
copy_fetched = Kopie vom { $day }, von { $address }.
copy_archived = Archivkopie, aufgenommen am { $captured } und abgerufen am { $day }, von { $address }.
copy_handed_in = Kopie einer Datei, die am { $day } übergeben wurde.
changed_since = aus der Kopie zitiert; die Seite hat sich seitdem geändert
gone_since = aus der Kopie zitiert; die Seite gibt es seitdem nicht mehr
note_beside = Accords Notiz dazu steht auch im Korpus: { $id }.
page_beside = Die Seite, von der der Text stammt, steht auch im Korpus: { $id }.
source_opens = So beginnt die Quelle:
what_they_say = Was { $by } sagt
said_about = Was über Klausel { $clause } gesagt wird
said_about_by = Was { $by } über Klausel { $clause } sagt
said_at_all = Was über das Abkommen gesagt wird
critiques_found = { $total ->
    [one] 1 Aussage
   *[other] { $total } Aussagen
}. Seite { $page } von { $pages }.
sources = Quellen

## Beside each other

compared = Verglichen: { $point }
more_of_lane = … und { $count ->
    [one] 1 weitere
   *[other] { $count } weitere
} zu dieser Klausel: `/critique` listet alle auf.
lane_empty = Das Korpus enthält nichts von dieser Art.
lane_silent = { $passages ->
    [one] Die eine Textstelle dieser Art sagt
   *[other] Die { $passages } Textstellen dieser Art sagen
} nichts zu diesem Punkt.
before = Davor
passage_itself = Die Textstelle
after = Danach
quote_in_context = Zitat { $number } von { $total } in seinem Kontext
context_of_quote = Kontext von Zitat { $number }
quote_gone = Diese Worte stehen nicht mehr im Korpus: Es wurde seither neu indexiert. Bitte frag noch einmal.

## Checked quotes

check_exact = Exakt: Diese Worte stehen im Korpus. Es sagt sie: { $speaker }.
check_altered = Verändert: Das Korpus enthält diese Worte, aber nicht ganz so. Es sagt sie: { $speaker }.
check_misattributed = Falsch zugeschrieben: Die Worte stehen im Korpus, aber nicht als Worte von { $by }. Es sagt sie: { $speaker }.
check_misattributed_to_none = Falsch zugeschrieben: Die Worte stehen im Korpus, aber jemand anderes sagt sie: { $speaker }.
check_not_found = Nicht gefunden in { $documents ->
    [one] diesem einen Dokument
   *[other] diesen { $documents } Dokumenten
}. Das sagt nichts darüber, ob die Worte anderswo gesagt wurden.
checked_words = Was geprüft wurde:
check_omission = Zwischen den Teilen ist etwas ausgelassen; die Teile selbst stehen so da, in dieser Reihenfolge.
corpus_words = Der Wortlaut im Korpus
differences = Was abweicht
how_differences_are_marked = [−…] steht im Korpus und wurde weggelassen; [+…] wurde hinzugefügt.
message_without_words = Diese Nachricht enthält keine Wörter, nach denen sich suchen ließe.

## Pressed

pressed_too_late = Dieser Button stammt von einer anderen Version von mir, oder seine Antwort lässt sich nicht mehr lesen. Bitte frag noch einmal mit `/ask`.
not_yours_to_delete = Nur wer gefragt hat oder hier Nachrichten verwalten darf, kann diese Antwort löschen.
thread_opened = Das Gespräch geht in { $thread } weiter. Erwähne mich dort oder antworte mir, um weiterzufragen.
thread_refused = Ich kann hier keinen Thread eröffnen. Wer diesen Server verwaltet, kann mir erlauben, öffentliche Threads zu erstellen.
feedback_kept = Danke. Deine Bewertung wird zusammen mit dem Text der Frage gespeichert, damit das Korpus ausgebessert werden kann. `/privacy` zeigt sie und löscht sie.
which_source = Welche Quelle fehlt?
no_receipt = Ich habe dir hier keine Antwort gegeben, deren Beleg aufbewahrt wird.
receipt_gone = Ein Beleg für diese Antwort lässt sich nicht mehr erstellen: Das Korpus wurde seither neu indexiert. Bitte frag noch einmal.
receipt_file = Der Beleg einer Antwort: was gefragt und zitiert wurde, mit Hashes
receipt_how = Der Beleg dieser Antwort. Wer dasselbe Korpus hat, kann ihn prüfen, Byte für Byte: `accord verify receipt.json`.

## Privacy

privacy = **Was ich speichere**
    - Keine Frage wird gespeichert und keine Nachricht. Ich lese Befehle, Nachrichten, die mich erwähnen, Antworten an mich und Direktnachrichten; sonst erreicht mich nichts.
    - Zu jeder Antwort ein Beleg: wer sie bekam, wo, und was zitiert wurde, ohne die Frage. Er wird nach { $receipts } Tagen gelöscht.
    - Rückmeldungen, wenn du welche gibst: deine Bewertung, was du dazu schreibst, und der Text der Frage. Sie werden nach { $feedback } Tagen gelöscht.
    - Was Admins ändern und was andere ohne Berechtigung zu ändern versuchen: wer, was und wann. Das wird nach { $audit } Tagen gelöscht und nicht vorher, damit Änderungen nachvollziehbar bleiben.
    - Die Einstellungen eines Servers. Alles, was zu einem Server gehört, wird gelöscht, wenn ich von ihm entfernt werde.
show_my_data = Meine Daten anzeigen
delete_my_data = Meine Daten löschen
delete_my_data_surely = Ja, meine Daten löschen
delete_sure = Deine Belege und deine Rückmeldungen endgültig löschen?
my_data = Über dich gespeichert: { $receipts ->
    [one] 1 Beleg
   *[other] { $receipts } Belege
}, { $feedback ->
    [one] 1 Bewertung
   *[other] { $feedback } Bewertungen
}, { $audit ->
    [one] 1 Eintrag im Änderungsprotokoll
   *[other] { $audit } Einträge im Änderungsprotokoll
}.
data_deleted = Gelöscht: { $receipts ->
    [one] 1 Beleg
   *[other] { $receipts } Belege
} und { $feedback ->
    [one] 1 Bewertung
   *[other] { $feedback } Bewertungen
}. { $kept ->
    [0] Sonst war nichts über dich gespeichert.
    [one] 1 Eintrag im Änderungsprotokoll wird aufbewahrt, damit Änderungen nachvollziehbar bleiben.
   *[other] { $kept } Einträge im Änderungsprotokoll werden aufbewahrt, damit Änderungen nachvollziehbar bleiben.
}

## About

about = Accord { $version }. Ich beantworte Fragen mit Zitaten und mit nichts anderem.
about_proof = Bevor ich ein Zitat sende, finde ich es Byte für Byte im Text seiner Quelle wieder und gleiche diesen Text mit seinem Hash ab. Was ich nicht nachweisen kann, sage ich nicht.
snapshot = Inhalt: { $snapshot }

## Settings

settings = Wie ich mich auf diesem Server verhalte
for_server_managers = Das ist denen vorbehalten, die diesen Server verwalten dürfen.
answers_everywhere = Ich antworte in jedem Kanal, den ich lesen kann.
answers_in = Ich antworte in { $channels }; anderswo nur privat, wenn ein Befehl verwendet wird.
answers_privately = Antworten auf Befehle sind privat, sofern sie nicht öffentlich angefordert werden.
answers_openly = Antworten auf Befehle sind öffentlich, sofern sie nicht privat angefordert werden.
silent_here = In diesem Kanal antworte ich nur privat: Die Serververwaltung hat andere Kanäle für mich ausgewählt.
answer_privately = Privat antworten
answer_openly = Öffentlich antworten
speaks = Zu allen spreche ich { $language }; auf Befehle antworte ich in der Sprache der Person, die sie verwendet.
speaks_as_asked = Ich spreche die Sprache der Person, die fragt, soweit ich diese Sprache kenne.
any_language = Die Sprache der Person, die fragt
choose_channels = Kanäle auswählen; keiner heißt alle
choose_language = Sprache auswählen

## Sources that are not there

no_such_source = Es gibt keine Quelle namens { $asked }. `/sources` listet die Quellen auf.
no_such_source_near = Es gibt keine Quelle namens { $asked }. Meintest du { $meant }?

## Parts of the corpus

source_does_not_say = Nichts in „{ $title }“ besagt das.
kind_does_not_say = Nichts von dieser Art im Korpus besagt das: { $lane }.
source_does_not_say_as = Nichts von dieser Art in „{ $title }“ besagt das: { $lane }.
answered_elsewhere = An anderer Stelle beantwortet das Korpus die Frage: Stell sie noch einmal, ohne sie einzugrenzen.
silent_elsewhere = Auch an anderer Stelle sagt das Korpus das nicht. Versuch es mit den Namen und Wörtern, die die Dokumente verwenden würden.
searched_within = Durchsucht: { $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
}.

## Pace

you_ask_fast = Du hast in kurzer Zeit viel gefragt. Deine nächste Frage kann ich <t:{ $until }:R> annehmen.
channel_asks_fast = In diesem Kanal wird gerade viel gefragt. Die nächste Frage kann ich hier <t:{ $until }:R> annehmen. Anderswo geht es vielleicht früher.
server_asks_fast = Auf diesem Server wird gerade viel gefragt. Die nächste Frage kann ich hier <t:{ $until }:R> annehmen. In einer Direktnachricht geht es vielleicht früher.

## The corpus, for admins

for_corpus_admins = Alle Server nutzen dasselbe Korpus. Ändern können es nur die Person, der dieser Bot gehört, und alle, die von der Betreiberseite benannt wurden.
reindex_running = Das Korpus wird gerade neu indexiert, oder seine Quellen werden abgerufen.
reindex_busy = Das Korpus wird bereits indexiert, oder seine Quellen werden abgerufen. Eins nach dem anderen.
reindex_stopping = Der Abbruch ist angefordert. Was daraus wird, steht in der Nachricht dazu.
reindex_not_running = Zurzeit wird nichts indexiert oder abgerufen.
reindex_stopped = Die Indexierung wurde abgebrochen. Was bereitgestellt wird, ist so wie zuvor.
reindex_failed = Die Indexierung ist fehlgeschlagen, und was bereitgestellt wird, ist so wie zuvor. Wer mich betreibt, findet die Ursache im Protokoll: Fehler { $incident }.
reindex_refused = Das Korpus kann so, wie es ist, nicht indexiert werden; was bereitgestellt wird, ist so wie zuvor. { $problems ->
    [one] Das Problem
   *[other] Das erste von { $problems } Problemen
}: { $first }
reindex_reading = Das Korpus wird gelesen …
reindex_comparing = Vergleich mit dem, was bereitgestellt wird: { $done } von { $total } Quellen …
reindex_writing = Der Index wird geschrieben: { $percent } % des Korpus …
reindex_remaining = Noch etwa { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
}.
reindex_verifying = Das Geschriebene wird geprüft …
reindex_publishing = Der Index wird veröffentlicht …
reindex_meanwhile = Fragen werden währenddessen aus dem bisherigen Index beantwortet.
reindex_done = Das Korpus ist neu indexiert und wird bereitgestellt: { $generation }.
reindex_unchanged = Seit das Korpus indexiert wurde, hat sich nichts geändert.
reindex_planned = Das würde eine Neuindexierung ändern. Geändert wurde nichts.
changed_sources = Quellen: { $added } neu, { $removed } entfernt, { $changed } geändert, { $unchanged } wie zuvor.
source_added = Neu: { $title } ({ $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
})
source_removed = Entfernt: { $title } ({ $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
})
source_changed = Geändert: { $title }. Textstellen: { $added } neu, { $removed } weggefallen, { $changed } geändert, { $moved } verschoben.
source_changed_beside = Geändert: { $title }. Ihre Textstellen sagen dasselbe.
clause_added = Klausel { $number } ist neu.
clause_removed = Klausel { $number } ist weggefallen.
clause_changed = Klausel { $number } hat sich geändert:
clause_changed_beside = Klausel { $number }: Der Wortlaut ist derselbe; geändert hat sich, was über sie festgehalten ist.
knowledge_changed = Geändert hat sich auch, was neben den Quellen festgehalten ist: Namen, Kritiken, bekannte Fragen oder Wörter anderer Sprachen. Die Datei führt es auf.
sources_left_out = { $count ->
    [one] 1 Datei konnte nicht gelesen werden und wurde ausgelassen. Das Protokoll nennt sie.
   *[other] { $count } Dateien konnten nicht gelesen werden und wurden ausgelassen. Das Protokoll nennt sie.
}
nothing_to_compare = Es gibt keinen früheren Index, mit dem sich vergleichen ließe.
no_difference = Die beiden sagen dasselbe.
difference_file = Jeder Unterschied, maschinenlesbar
reindex_now = Jetzt indexieren
reindex_stop = Indexierung abbrechen
rollback_now = Zum vorherigen Index zurückkehren
rollback_sure = Von { $before } zu { $after } zurückkehren? Dieser Index wird sofort bereitgestellt und bleibt, bis das Korpus wieder indexiert wird.
rollback_stale = Was bereitgestellt wird, hat sich seit der Rückfrage geändert. Es wurde nichts getan; bitte beginne von vorn.
rolled_back = Zurückgekehrt von { $before } zu { $after }. Letzteres wird jetzt bereitgestellt und bleibt, bis das Korpus wieder indexiert wird.
rollback_refused = Es gibt keinen früheren Index, zu dem sich zurückkehren ließe.
serving_now = Bereitgestellt wird: { $generation }
built_at = Erstellt am <t:{ $at }:f>, <t:{ $at }:R>.
serving_rolled_back = Ein Admin ist dazu zurückgekehrt; neuere werden aufbewahrt.
generations_kept = Außerdem aufbewahrt:
generation_line = { $generation }: { $passages ->
    [one] 1 Textstelle
   *[other] { $passages } Textstellen
} aus { $documents ->
    [one] 1 Dokument
   *[other] { $documents } Dokumenten
}, Inhalt { $snapshot }
generation_damaged = { $generation } ist beschädigt und kann nicht verwendet werden.
feedback_so_far = Rückmeldungen bisher: { $useful }-mal hilfreich, { $wrong }-mal falsche Textstelle, { $missing }-mal fehlende Quelle.

## Quellen abrufen, hinzufügen und entfernen

fetch_asking = Die Quellen werden abgerufen: { $done } von { $total } …
fetch_stop = Abruf abbrechen
fetch_done = Abgerufen: { $taken } neue oder andere Kopien, von { $total ->
    [one] 1 Quelle
   *[other] { $total } Quellen
}.
fetch_stopped = Der Abruf wurde abgebrochen. Was vorher abgerufen war, bleibt.
fetch_failed = Die Quellen konnten nicht abgerufen werden. Wer mich betreibt, findet die Ursache im Protokoll: Fehler { $incident }.
fetch_file = Was aus jeder Quelle geworden ist, für Maschinen
fetch_kept = die bisherige Kopie bleibt
fetch_next = Geantwortet wird daraus, sobald das Korpus indexiert ist.
outcome_fetched = abgerufen
outcome_unchanged = unverändert
outcome_archived = eine Aufnahme aus dem Web Archive
outcome_unsure = nicht übernommen: Es ist nicht sicher, dass das der Text ist
outcome_not_text = nicht übernommen: nichts, was sich als Text lesen lässt
outcome_too_large = nicht übernommen: zu groß
outcome_blocked = darf nicht abgerufen werden
outcome_dead = nicht mehr da, oder niemand antwortet
outcome_damaged_link = der Link dorthin ist beschädigt
outcome_no_address = keine Adresse bekannt
add_one_of = Gib entweder eine Adresse oder eine Datei an, eins von beiden.
source_taken_up = Hinzugefügt: { $title } (`{ $source }`). Geantwortet wird daraus, sobald das Korpus indexiert ist.
source_not_taken_up = Es wurde nichts hinzugefügt. { $title }: { $outcome }.
add_listed = Das Korpus führt diese Adresse schon, als `{ $source }`. `/corpus fetch` ruft sie ab.
add_not_readable = Diese Datei lässt sich nicht lesen. Gib eine an, deren Name auf .html, .pdf, .txt oder .md endet.
add_too_large = Diese Datei ist zu groß: Höchstens { $most } MB sind möglich.
add_lost = Die Datei war von Discord nicht zu bekommen. Bitte versuche es noch einmal.
source_taken_away = Entfernt: `{ $source }`. Sobald das Korpus indexiert ist, ist nichts mehr davon übrig.
copy_taken_away = Die Kopie von `{ $source }` wurde entfernt. Sobald das Korpus indexiert ist, steht die Notiz dazu an ihrer Stelle.
drift_found = Quellen sind nicht mehr, was sie waren, als ihre Kopien gemacht wurden. Geändert: { $changed }. Verschwunden: { $gone }.
drift_changed = Geändert: { $title }
drift_gone = Verschwunden: { $title }
drift_quotes = Zitiert wird aus den gespeicherten Kopien, und das steht dabei.
drift_file = Was sich in jeder Quelle geändert hat, für Maschinen

## Pictures

map_title = Wen jede Klausel bindet und wer was dazu sagt
no_map = Dieses Korpus hat keine nummerierten Klauseln, also gibt es nichts darzustellen.
no_timeline = Das Korpus nennt keinen Tag und keinen Monat mit Jahreszahl.
timeline_cut = Das Korpus enthält mehr Datumsangaben, als hier aufgelistet sind.
map_bound = gebunden
map_named = genannt
map_bound_means = die Klausel verpflichtet sie zu etwas
map_named_means = die Klausel spricht von ihr, mehr nicht
map_clause = Klausel { $number }
map_critiques = Wer etwas dazu sagt und mit welcher Haltung
map_whole = Das Abkommen als Ganzes
stance_supportive = zustimmend
stance_sceptical = skeptisch
stance_mixed = gemischt
stance_reporting = berichtend
map_nothing_said = niemand im Korpus
map_more_clauses = { $count ->
    [one] und 1 weitere Klausel
   *[other] und { $count } weitere Klauseln
}
map_more_parties = { $count ->
    [one] und 1 weitere Partei
   *[other] und { $count } weitere Parteien
}
map_more_critics = und { $count } weitere
map_more_dates = { $count ->
    [one] und 1 weitere Datumsangabe
   *[other] und { $count } weitere Datumsangaben
}
map_still_more_dates = und weitere Datumsangaben, die nicht gezählt sind
map_more_sentences = { $count ->
    [one] Und 1 weiterer.
   *[other] Und { $count } weitere.
}
map_listed = { $names } und { $more } weitere
map_in_words = Eine Tabelle mit { $clauses ->
    [one] 1 Klausel
   *[other] { $clauses } Klauseln
} und { $parties ->
    [one] 1 Partei, die darin gebunden oder genannt ist,
   *[other] { $parties } Parteien, die darin gebunden oder genannt sind,
} samt der Angabe, wer was zu jeder Klausel sagt.
map_clause_binds = Klausel { $number } ({ $heading }) bindet { $binds }.
map_clause_binds_and_names = Klausel { $number } ({ $heading }) bindet { $binds }; außerdem nennt sie { $names }.
map_clause_names = Klausel { $number } ({ $heading }) bindet niemanden; sie nennt { $names }.
map_clause_alone = Klausel { $number } ({ $heading }) bindet und nennt niemanden.
map_critic = { $who } ({ $stances })
map_critics_of = Zu Klausel { $number }: { $critics }.
map_critics_of_all = Zum Abkommen als Ganzem: { $critics }.
timeline_title = Die Datumsangaben im Korpus, in zeitlicher Reihenfolge
timeline_words = In den Worten des Korpus
timeline_range = { $first } bis { $last }
timeline_published = Veröffentlicht
timeline_opinion = { $speaker } (Meinung)
timeline_reporting = { $speaker } (Berichterstattung)
timeline_said = Gesagt
timeline_recurs = von da an, { $recurs }: { $what }
timeline_source = { $title }, { $publisher }
timeline_quoted = „{ $words }“
timeline_in_words = { $count ->
    [one] Eine Zeitleiste mit 1 Eintrag, { $first }.
   *[other] Eine Zeitleiste mit { $count } Einträgen, von { $first } bis { $last }.
}
timeline_entry = { $date }, { $kind }: { $what }.

## Commands: what they and their options are called and described as. Names are permanent.

command-ask =
    .name = fragen
    .description = Stell eine Frage; die Antwort ist zitiert, mit ihren Quellen
    .question-name = frage
    .question-description = Deine Frage, in einfachen Worten
    .private-name = privat
    .private-description = Die Antwort nur dir zeigen
    .source-name = quelle
    .source-description = Nur in dieser Quelle suchen
    .lane-name = quellenart
    .lane-description = Nur in einer Art von Quellen suchen
    .lane-text = Wortlaut des Abkommens
    .lane-reporting = Berichterstattung
    .lane-opinion = Meinung
    .lane-note = Accords Notizen
command-clause =
    .name = klausel
    .description = Eine Klausel vollständig lesen
    .which-name = welche
    .which-description = Ihre Nummer, ihre Überschrift oder einige ihrer Wörter
    .private-name = privat
    .private-description = Nur dir zeigen
command-party =
    .name = partei
    .description = Wer jemand im Abkommen ist und wo das steht
    .name-name = name
    .name-description = Ein Name, kurz oder lang
    .private-name = privat
    .private-description = Nur dir zeigen
command-critique =
    .name = stellungnahmen
    .description = Was über das Abkommen gesagt wird und von wem
    .clause-name = klausel
    .clause-description = Nur zu dieser Klausel
    .by-name = von
    .by-description = Nur von dieser Person oder Einrichtung
    .private-name = privat
    .private-description = Nur dir zeigen
command-compare =
    .name = vergleichen
    .description = Derselbe Punkt im Wortlaut des Abkommens, in der Berichterstattung und in der Meinung
    .point-name = punkt
    .point-description = Eine Klausel oder ein Punkt in einfachen Worten
    .private-name = privat
    .private-description = Nur dir zeigen
command-search =
    .name = suchen
    .description = Jede Textstelle mit diesen Wörtern finden
    .words-name = wörter
    .words-description = Wonach gesucht werden soll
    .source-name = quelle
    .source-description = Nur in dieser Quelle suchen
    .lane-name = quellenart
    .lane-description = Nur in einer Art von Quellen suchen
    .lane-text = Wortlaut des Abkommens
    .lane-reporting = Berichterstattung
    .lane-opinion = Meinung
    .lane-note = Accords Notizen
    .private-name = privat
    .private-description = Nur dir zeigen
command-quote =
    .name = zitat
    .description = Prüfen, ob ein Zitat exakt ist, verändert ist oder von jemand anderem stammt
    .text-name = text
    .text-description = Die Worte, die geprüft werden sollen
    .by-name = von
    .by-description = Wer sie gesagt haben soll
    .private-name = privat
    .private-description = Nur dir zeigen
command-sources =
    .name = quellen
    .description = Die Quellen des Korpus oder eine davon
    .id-name = quelle
    .id-description = Welche Quelle
    .private-name = privat
    .private-description = Nur dir zeigen
command-timeline =
    .name = zeitleiste
    .description = Die Datumsangaben im Korpus, in zeitlicher Reihenfolge
    .private-name = privat
    .private-description = Nur dir zeigen
command-map =
    .name = übersicht
    .description = Ein Bild der Klauseln, Parteien und Stellungnahmen
    .private-name = privat
    .private-description = Nur dir zeigen
command-receipt =
    .name = beleg
    .description = Der Beleg der letzten Antwort, die du hier bekommen hast; überall überprüfbar
command-help =
    .name = hilfe
    .description = Was ich weiß und wie du mich fragst
command-about =
    .name = info
    .description = Was ich bin, woraus ich antworte und wie meine Zitate nachgewiesen werden
command-privacy =
    .name = datenschutz
    .description = Was über dich gespeichert wird, wie lange und wie du es löschen lässt
command-find-sources =
    .name = Quellen hierzu finden
command-check-quote =
    .name = Dieses Zitat prüfen
command-corpus =
    .name = korpus
    .description = Das Korpus, aus dem die Antworten zitiert werden
    .status-name = status
    .status-description = Was bereitgestellt wird und ob gerade indexiert wird
    .reindex-name = neu-indexieren
    .reindex-description = Das Korpus neu einlesen und bereitstellen, was neu ist
    .reindex-dry_run-name = probelauf
    .reindex-dry_run-description = Nur zeigen, was sich ändern würde
    .diff-name = änderungen
    .diff-description = Was die letzte Neuindexierung geändert hat
    .rollback-name = rollback
    .rollback-description = Zum Index vor diesem zurückkehren
    .fetch-name = abrufen
    .fetch-description = Den vollen Text der Quellen abrufen, auf die das Korpus verweist
    .fetch-source-name = quelle
    .fetch-source-description = Nur diese Quelle
    .add-name = hinzufügen
    .add-description = Eine eigene Quelle hinzufügen: eine Webseite oder eine Datei
    .add-url-name = adresse
    .add-url-description = Die Adresse einer Webseite oder einer PDF-Datei
    .add-file-name = datei
    .add-file-description = Eine Datei: .html, .pdf, .txt oder .md
    .add-title-name = titel
    .add-title-description = Wie sie heißt, wenn nicht so, wie sie selbst sagt
    .add-lane-name = quellenart
    .add-lane-description = Wessen Stimme es ist
    .lane-text = Wortlaut des Abkommens
    .lane-reporting = Berichterstattung
    .lane-opinion = Meinung
    .remove-name = entfernen
    .remove-description = Eine hinzugefügte Quelle oder eine abgerufene Kopie entfernen
    .remove-source-name = quelle
    .remove-source-description = Welche
    .sources-name = quellen
    .sources-description = Jede Quelle und wie viel davon vorhanden ist
command-settings =
    .name = einstellungen
    .description = Wo ich auf diesem Server antworte, wie privat und in welcher Sprache
