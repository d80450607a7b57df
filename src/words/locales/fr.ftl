# What Accord says in French. Each message is a method of the same name in src/words/.

## Whose voice it is

lane_text = Ce que dit l’accord
lane_reporting = Ce que disent les comptes rendus
lane_opinion = Opinion
lane_note = Les notes d’Accord sur les sources
documents_heading = Ce que disent les documents

## Silence

not_said = Le corpus ne le dit pas.
no_words = Il n’y a là aucun mot à rechercher.
no_such_clause = Il n’y a pas de clause { $asked } : l’accord compte { $count ->
    [one] { $count } clause
   *[other] { $count } clauses
}.
no_such_provision = Ce corpus ne contient pas de { $asked }.
no_such_provision_in = « { $title } » ne contient pas de { $asked }.
provision_near = Il y a { $only }.
provisions_near = Il y a { $first } à { $last }.
previous_provision = Précédent : { $citation }
next_provision = Suivant : { $citation }
provision_cut = Le texte est long : seul le début de chaque partie est montré. Consultez une partie pour la lire en entier.
no_clauses = Ce corpus n’a pas de clauses numérotées.
unknown_clause = Aucune clause ne porte ce nom.
unknown_party = Le corpus ne connaît aucune partie de ce nom.
unknown_party_near = Le corpus ne connaît aucune partie de ce nom. Vouliez-vous dire { $meant } ?
no_critique = Personne dans le corpus ne dit rien de tel.
rephrase_not_said = Essayez les noms et les mots que les documents emploieraient, ou cherchez une clause par son numéro.
rephrase_no_words = Posez votre question avec un nom, un numéro ou un mot que les documents emploieraient.
rephrase_clause = Cherchez une clause par son numéro, son intitulé ou ses premiers mots.
rephrase_no_clauses = Posez plutôt une question en langage courant.
rephrase_party = Essayez le nom tel que les documents l’écrivent, ou sa forme courte habituelle.
rephrase_critique = Omettez le nom ou la clause pour voir tout ce qui est dit.
searched = Recherche effectuée dans { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} de { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}.
indexed = Indexation : { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} de { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}.
closest = Ce qui s’en rapproche le plus

## Answers

which = De quoi voulez-vous parler ?
read_as = Compris comme : { $english }. Les citations sont dans la langue d’origine.
quotes_as_written = Les citations sont dans la langue d’origine.
quote_of = Citation { $number } sur { $total }
not_an_answer = Ceci n’est pas une réponse ({ $number } sur { $total })
of_clause = clause { $number }
clause_heading = Clause { $number } : { $heading }
heading_is_ours = L’intitulé a été donné par Accord ; les mots ci-dessous sont ceux de l’accord.
asked = Question posée : { $question }
carries_on = À la suite de : { $before }
critique_line = Critique de { $by } : { $stance }, à propos de { $topic }
more_in_file = { $count ->
    [one] { $count } autre citation figure
   *[other] { $count } autres citations figurent
} dans le fichier joint.
quote_goes_on = La citation est coupée ici faute de place ; elle continue dans la source.
archived_copy = copie archivée
archived_page = Copie archivée
source_page = La page elle-même
same_source = De la même source que le numéro { $number }
source_of_quotes = { $count ->
    [one] Citation
   *[other] Citations
} { $numbers } : { $source }
source_of_closest = Au plus près, n° { $numbers } : { $source }
link_damaged = son lien est endommagé
host_gone = son site hôte n’existe plus
and_more = … et { $count } de plus.

## Trouble

leaving = Je redémarre et ne prends aucune nouvelle question pendant un instant. Merci de reposer la vôtre dans une minute.
broken = Un problème est survenu de mon côté, et il a été consigné. S’il se reproduit, prévenez la personne qui me fait fonctionner : erreur { $incident }.
unproven = Je n’ai pas pu prouver ma citation d’après sa source, donc je ne dis rien. Merci de prévenir la personne qui me fait fonctionner : erreur { $incident }.
unknown_command = Je ne connais pas cette commande. Discord affiche peut-être une ancienne liste : rechargez Discord, ou demandez avec /help.

## Controls

in_context = En contexte
critiques = Critiques
more = Plus de passages
receipt = Justificatif
continue_in_thread = Poursuivre dans un fil
share = Partager
useful = Utile
wrong_passage = Mauvais passage
missing_source = Source manquante
delete = Supprimer
full_text = Toutes les citations de cette réponse, sans coupure

## Cards

binds = Parties liées : { $parties }
names = Parties nommées : { $parties }
duties = Obligations, dans les mots de l’accord
owed_by = Incombe à : { $parties }
dates = Dates, dans les mots de l’accord
date_means = { $what } : { $means }
party_is = Selon Accord : { $role } ({ $kind } ; { $side }).
also_called = Autres noms : { $names }

## Help

help = Je réponds aux questions à ce sujet. Tout ce que je réponds est cité, et chaque citation a été retrouvée, mot pour mot, dans sa source un instant auparavant. Quand les documents n’en disent rien, je le dis.
help_clauses = `/clause` pour lire une clause : par numéro, intitulé ou thème.
help_more = `/ask` pour poser une question ; activez `private` pour être la seule personne à voir la réponse. Vous pouvez aussi me mentionner avec une question, m’écrire en message privé, ou répondre à l’une de mes réponses pour poursuivre.
help_reads = Je ne lis que les commandes, les messages qui me mentionnent et les messages privés. `/privacy` indique ce qui est enregistré.

## Pages

passages = Passages
nothing_found = Aucun passage ne contient un seul de ces mots : { $words }
found_with = Passages contenant : { $words }
found_passages = { $total ->
    [one] { $total } passage contient
   *[other] { $total } passages contiennent
} certains des mots ; { $listed ->
    [one] voici le meilleur
   *[other] voici les { $listed } meilleurs
}. Page { $page } sur { $pages }. Une liste n’affirme rien : jugez par vous-même.
found_all_passages = { $total ->
    [one] { $total } passage contient
   *[other] { $total } passages contiennent
} certains des mots. Page { $page } sur { $pages }. Une liste n’affirme rien : jugez par vous-même.
source_of_passages = { $count ->
    [one] Passage
   *[other] Passages
} { $numbers } : { $source }
passage_of = Passage { $number } sur { $total }
previous_page = Page précédente
next_page = Page suivante
page_of = Page { $page } sur { $pages }
sources_of = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
open_a_source = Ouvrir une source
source_facts = { $lane } ; { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} ; { $critiques ->
    [0] aucune critique de l’accord
    [one] { $critiques } critique de l’accord
   *[other] { $critiques } critiques de l’accord
}
source_full_text = Le corpus en contient le texte même.
source_note = Le corpus contient une note à son sujet, rédigée par Accord, car il n’est pas permis d’en reprendre le texte.
source_link_damaged = Le corpus contient une note à son sujet ; le lien vers cette source est endommagé.
source_dead_host = Le corpus contient une note à son sujet ; son site hôte n’existe plus.
source_licence = Licence : { $licence }
source_known = Comment on le sait : { $known }
copy_fetched = Copie du { $day }, de { $address }.
copy_archived = Copie archivée, capturée le { $captured } et récupérée le { $day }, de { $address }.
copy_handed_in = Copie d’un fichier remis le { $day }.
changed_since = cité d’après la copie ; la page a changé depuis
gone_since = cité d’après la copie ; la page a disparu depuis
note_beside = La note d’Accord à son sujet est aussi dans le corpus : { $id }.
page_beside = La page dont le texte est tiré est aussi dans le corpus : { $id }.
source_opens = Elle commence ainsi :
what_they_say = Ce que dit { $by }
said_about = Ce qui est dit de la clause { $clause }
said_about_by = Ce que dit { $by } de la clause { $clause }
said_at_all = Ce qui est dit de l’accord
critiques_found = { $total ->
    [one] { $total } avis
   *[other] { $total } avis
}. Page { $page } sur { $pages }.
sources = Sources

## Beside each other

compared = Comparaison : { $point }
more_of_lane = … et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
} sur cette clause : `/critique` les liste toutes.
lane_empty = Le corpus ne contient rien de ce type.
lane_silent = { $passages ->
    [one] Le seul passage de ce type n’aborde pas ce point.
   *[other] Les { $passages } passages de ce type n’abordent pas ce point.
}
before = Avant
passage_itself = Le passage
after = Après
quote_in_context = Citation { $number } sur { $total } dans son contexte
context_of_quote = Contexte de la citation { $number }
quote_gone = Ces mots ne figurent plus dans le corpus : il a été réindexé entre-temps. Merci de reposer votre question.

## Checked quotes

check_exact = Citation exacte : ces mots figurent dans le corpus. Qui les dit : { $speaker }.
check_altered = Citation modifiée : le corpus contient ces mots, mais pas tout à fait sous cette forme. Qui les dit : { $speaker }.
check_misattributed = Attribution erronée : ces mots figurent dans le corpus, mais ce n’est pas { $by } qui les dit. Qui les dit : { $speaker }.
check_misattributed_to_none = Attribution erronée : ces mots figurent dans le corpus, mais une autre voix les dit : { $speaker }.
check_not_found = Citation introuvable dans { $documents ->
    [one] ce seul document
   *[other] ces { $documents } documents
}. Cela ne permet en rien de savoir si ces mots ont été dits ailleurs.
checked_words = Ce qui a été vérifié :
check_omission = Quelque chose est omis entre les fragments ; les fragments eux-mêmes figurent bien ainsi, dans cet ordre.
corpus_words = Les mots du corpus
differences = Ce qui diffère
how_differences_are_marked = [−…] figure dans le corpus et a été omis ; [+…] a été ajouté.
message_without_words = Ce message ne contient aucun mot qui puisse être recherché.

## Pressed

pressed_too_late = Ce bouton vient d’une autre de mes versions, ou sa réponse n’est plus lisible. Merci de reposer votre question avec `/ask`.
not_yours_to_delete = Seules la personne qui a posé la question et celles qui peuvent gérer les messages ici peuvent supprimer cette réponse.
thread_opened = La conversation se poursuit dans { $thread }. Mentionnez-moi là-bas, ou répondez-moi, pour poser d’autres questions.
thread_refused = Je ne peux pas ouvrir de fil ici. Les personnes qui gèrent ce serveur peuvent m’autoriser à créer des fils publics.
feedback_kept = Merci. Votre avis est enregistré avec le texte de la question, afin que le corpus puisse être corrigé. `/privacy` permet de l’afficher et de le supprimer.
which_source = Quelle source manque-t-il ?
no_receipt = Je ne vous ai donné ici aucune réponse dont le justificatif soit conservé.
receipt_gone = Il n’est plus possible d’établir un justificatif de cette réponse : le corpus a été réindexé entre-temps. Merci de reposer votre question.
receipt_file = Le justificatif d’une réponse : ce qui a été demandé et cité, avec des empreintes de hachage
receipt_how = Le justificatif de cette réponse. Toute personne qui dispose du même corpus peut le vérifier, octet par octet : `accord verify receipt.json`.

## Privacy

privacy = **Ce que j’enregistre**
    - Aucune question n’est enregistrée, ni aucun message. Je lis les commandes, les messages qui me mentionnent, les réponses qui me sont adressées et les messages privés ; rien d’autre ne me parvient.
    - De chaque réponse, un justificatif : à qui j’ai répondu, où, et ce qui a été cité, sans la question. Il est supprimé au bout de { $receipts } jours.
    - Vos retours, quand vous en donnez : votre avis, ce que vous écrivez avec, et le texte de la question. Ils sont supprimés au bout de { $feedback } jours.
    - Ce que les admins modifient, et ce que d’autres tentent de modifier sans en avoir le droit : qui, quoi et quand. C’est supprimé au bout de { $audit } jours, et pas avant, pour que l’on puisse toujours répondre des modifications.
    - Les paramètres d’un serveur. Tout ce qui appartient à un serveur est supprimé quand on m’en retire.
show_my_data = Afficher mes données
delete_my_data = Supprimer mes données
delete_my_data_surely = Oui, supprimer mes données
delete_sure = Supprimer définitivement vos justificatifs et vos retours ?
my_data = Enregistré à votre sujet : { $receipts ->
    [one] { $receipts } justificatif
   *[other] { $receipts } justificatifs
}, { $feedback ->
    [one] { $feedback } avis
   *[other] { $feedback } avis
}, { $audit ->
    [one] { $audit } entrée du journal des modifications
   *[other] { $audit } entrées du journal des modifications
}.
data_deleted = Supprimé : { $receipts ->
    [one] { $receipts } justificatif
   *[other] { $receipts } justificatifs
} et { $feedback ->
    [one] { $feedback } avis
   *[other] { $feedback } avis
}. { $kept ->
    [0] Rien d’autre n’était enregistré à votre sujet.
    [one] { $kept } entrée du journal des modifications est conservée, pour que l’on puisse toujours répondre des modifications.
   *[other] { $kept } entrées du journal des modifications sont conservées, pour que l’on puisse toujours répondre des modifications.
}

## About

about = Accord { $version }. Je réponds aux questions par des citations, et par rien d’autre.
about_proof = Avant d’envoyer une citation, je la retrouve, octet par octet, dans le texte de sa source, et je confronte ce texte à son empreinte de hachage. Ce que je ne peux pas prouver, je ne le dis pas.
snapshot = Contenu : { $snapshot }

## Settings

settings = Mon comportement sur ce serveur
for_server_managers = C’est réservé aux personnes qui peuvent gérer ce serveur.
answers_everywhere = Je réponds dans tous les salons que je peux lire.
answers_in = Je réponds dans { $channels } ; ailleurs, seulement en privé, quand une commande est utilisée.
answers_privately = Les réponses aux commandes sont privées, sauf si on les demande publiques.
answers_openly = Les réponses aux commandes sont publiques, sauf si on les demande privées.
silent_here = Dans ce salon, je ne réponds qu’en privé : les gestionnaires de ce serveur ont choisi d’autres salons pour moi.
answer_privately = Répondre en privé
answer_openly = Répondre publiquement
speaks = Langue dans laquelle je m’adresse à tous : { $language } ; aux commandes, je réponds dans la langue de la personne qui les utilise.
speaks_as_asked = Je parle la langue de la personne qui pose la question, dans la mesure où je la connais.
any_language = La langue de qui pose la question
choose_channels = Choisissez des salons (aucun = tous)
choose_language = Choisissez une langue

## Sources that are not there

no_such_source = Aucune source ne s’appelle { $asked }. `/sources` en donne la liste.
no_such_source_near = Aucune source ne s’appelle { $asked }. Vouliez-vous dire { $meant } ?

## Parts of the corpus

source_does_not_say = Rien dans « { $title } » ne dit cela.
kind_does_not_say = Rien de ce type dans le corpus ne dit cela : { $lane }.
source_does_not_say_as = Rien de ce type dans « { $title } » ne dit cela : { $lane }.
answered_elsewhere = Ailleurs, le corpus y répond : reposez la question sans restreindre la recherche.
silent_elsewhere = Ailleurs, le corpus ne le dit pas non plus. Essayez les noms et les mots que les documents emploieraient.
searched_within = Recherche effectuée dans { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.

## Pace

you_ask_fast = Vous avez posé beaucoup de questions en peu de temps. Je pourrai prendre votre prochaine question <t:{ $until }:R>.
channel_asks_fast = Beaucoup de questions sont posées dans ce salon. Je pourrai y prendre la prochaine question <t:{ $until }:R>. Ailleurs, ce sera peut-être plus tôt.
server_asks_fast = Beaucoup de questions sont posées sur ce serveur. Je pourrai y prendre la prochaine question <t:{ $until }:R>. En message privé, ce sera peut-être plus tôt.

## The corpus, for admins

for_corpus_admins = Le corpus est commun à tous les serveurs. Seuls le propriétaire de ce bot et les personnes que son opérateur a désignées peuvent le modifier.
reindex_running = Le corpus est en cours de réindexation, ou ses sources en cours de récupération.
reindex_busy = Le corpus est déjà en cours d’indexation, ou ses sources en cours de récupération. Une seule tâche à la fois.
reindex_stopping = L’arrêt a été demandé. Le message de la tâche dit ce qu’il en advient.
reindex_not_running = Aucune indexation ni récupération n’est en cours.
reindex_stopped = L’indexation a été arrêtée. Ce qui est en service est resté tel quel.
reindex_failed = L’indexation a échoué, et ce qui est en service est resté tel quel. La personne qui me fait fonctionner en trouvera la cause dans le journal : erreur { $incident }.
reindex_refused = Le corpus ne peut pas être indexé en l’état ; ce qui est en service est resté tel quel. { $problems ->
    [one] Le problème
   *[other] Le premier des { $problems } problèmes
} : { $first }
reindex_reading = Lecture du corpus…
reindex_comparing = Comparaison avec ce qui est en service : { $done } sur { $total } sources…
reindex_writing = Écriture de l’index : { $percent } % du corpus…
reindex_remaining = Encore { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
} environ.
reindex_verifying = Vérification de ce qui a été écrit…
reindex_publishing = Publication…
reindex_meanwhile = Pendant ce temps, les réponses aux questions viennent de l’index précédent.
reindex_done = Le corpus est réindexé et en service : { $generation }.
reindex_unchanged = Rien n’a changé depuis la dernière indexation du corpus.
reindex_planned = Voici ce qu’une réindexation changerait. Rien n’a été modifié.
changed_sources = Sources nouvelles : { $added }, retirées : { $removed }, modifiées : { $changed }, inchangées : { $unchanged }.
source_added = Nouvelle : { $title } ({ $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
})
source_removed = Retirée : { $title } ({ $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
})
source_changed = Modifiée : { $title }. Passages nouveaux : { $added }, disparus : { $removed }, modifiés : { $changed }, déplacés : { $moved }.
source_changed_beside = Modifiée : { $title }. Ses passages disent la même chose.
clause_added = La clause { $number } est nouvelle.
clause_removed = La clause { $number } a disparu.
clause_changed = La clause { $number } a changé :
clause_changed_beside = Clause { $number } : ses mots sont les mêmes ; ce qui est noté à son sujet a changé.
knowledge_changed = Ce qui est noté à côté des sources a changé aussi : noms, critiques, questions connues ou mots d’autres langues. Le fichier en donne la liste.
sources_left_out = { $count ->
    [one] { $count } fichier n’a pas pu être lu et a été laissé de côté. Le journal le nomme.
   *[other] { $count } fichiers n’ont pas pu être lus et ont été laissés de côté. Le journal les nomme.
}
nothing_to_compare = Il n’y a pas d’index antérieur auquel comparer.
no_difference = Les deux disent la même chose.
difference_file = Toutes les différences, pour les machines
reindex_now = Indexer maintenant
reindex_stop = Arrêter l’indexation
rollback_now = Revenir à l’index précédent
rollback_sure = Revenir de { $before } à { $after } ? Cet index est aussitôt mis en service et le reste jusqu’à la prochaine indexation du corpus.
rollback_stale = Ce qui est en service a changé depuis que la question a été posée. Rien n’a été fait ; veuillez recommencer.
rolled_back = Retour effectué de { $before } à { $after }, désormais en service. Il le reste jusqu’à la prochaine indexation du corpus.
rollback_refused = Il n’y a pas d’index antérieur auquel revenir.
serving_now = En service : { $generation }
built_at = Construit le <t:{ $at }:f>, <t:{ $at }:R>.
serving_rolled_back = Un admin y est revenu ; les plus récents sont conservés.
generations_kept = Également conservés :
generation_line = { $generation } : { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} de { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, contenu { $snapshot }
generation_damaged = { $generation } est endommagé et ne peut pas être utilisé.
feedback_so_far = Retours jusqu’ici : { $useful } « Utile », { $wrong } « Mauvais passage », { $missing } « Source manquante ».

## Récupérer, ajouter et retirer des sources

fetch_asking = Récupération des sources : { $done } sur { $total }…
fetch_stop = Arrêter la récupération
fetch_done = Récupéré : { $taken } copies nouvelles ou différentes, sur { $total ->
    [one] { $total } source
   *[other] { $total } sources
}.
fetch_stopped = La récupération a été arrêtée. Ce qui avait déjà été récupéré reste.
fetch_failed = Les sources n’ont pas pu être récupérées. La personne qui me gère trouvera la cause dans le journal : erreur { $incident }.
fetch_file = Ce qu’il est advenu de chaque source, pour les machines
fetch_kept = la copie précédente reste
fetch_next = Les réponses en tiendront compte une fois le corpus indexé.
outcome_fetched = récupérée
outcome_unchanged = inchangée
outcome_archived = une capture du Web Archive
outcome_unsure = non retenue : il n’est pas sûr que ce soit le texte
outcome_not_text = non retenue : rien qui se lise comme du texte
outcome_too_large = non retenue : trop volumineuse
outcome_blocked = récupération non autorisée
outcome_dead = n’existe plus, ou personne ne répond
outcome_damaged_link = le lien qui y mène est endommagé
outcome_no_address = aucune adresse connue
add_one_of = Indiquez soit une adresse, soit un fichier, l’un des deux.
source_taken_up = Ajoutée : { $title } (`{ $source }`). Les réponses en tiendront compte une fois le corpus indexé.
source_not_taken_up = Rien n’a été ajouté. { $title } : { $outcome }.
add_listed = Le corpus contient déjà cette adresse, sous le nom `{ $source }`. `/corpus fetch` la récupère.
add_not_readable = Ce fichier ne peut pas être lu. Donnez-en un dont le nom se termine par .html, .pdf, .txt ou .md.
add_too_large = Ce fichier est trop volumineux : { $most } Mo au maximum.
add_lost = Le fichier n’a pas pu être obtenu auprès de Discord. Veuillez réessayer.
source_taken_away = Retirée : `{ $source }`. Une fois le corpus indexé, il n’en restera rien.
copy_taken_away = La copie de `{ $source }` a été retirée. Une fois le corpus indexé, la note à son sujet prendra sa place.
drift_found = Des sources ne sont plus ce qu’elles étaient quand leurs copies ont été faites. Modifiées : { $changed }. Disparues : { $gone }.
drift_changed = Modifiée : { $title }
drift_gone = Disparue : { $title }
drift_quotes = Elles sont citées d’après les copies conservées, ce qui est indiqué.
drift_file = Ce qui a changé dans chaque source, pour les machines

## Pictures

map_title = Qui est lié par chaque clause, et qui en dit quoi
no_map = Ce corpus n’a pas de clauses numérotées, il n’y a donc rien à cartographier.
no_timeline = Le corpus ne mentionne aucun jour ni aucun mois avec son année.
timeline_cut = Le corpus mentionne plus de dates qu’il n’en est listé ici.
map_bound = liée
map_named = nommée
map_bound_means = la clause l’oblige à quelque chose
map_named_means = la clause parle d’elle, sans plus
map_clause = Clause { $number }
map_critiques = Qui en dit quelque chose, et dans quel esprit
map_whole = L’accord dans son ensemble
stance_supportive = favorable
stance_sceptical = sceptique
stance_mixed = mitigé
stance_reporting = descriptif
map_nothing_said = personne dans le corpus
map_more_clauses = { $count ->
    [one] et { $count } autre clause
   *[other] et { $count } autres clauses
}
map_more_parties = { $count ->
    [one] et { $count } autre partie
   *[other] et { $count } autres parties
}
map_more_critics = et { $count } de plus
map_more_dates = { $count ->
    [one] et { $count } autre date
   *[other] et { $count } autres dates
}
map_still_more_dates = et d’autres dates, qui ne sont pas comptées
map_more_sentences = Et { $count } de plus.
map_listed = { $names } et { $more } de plus
map_in_words = Un tableau de { $clauses ->
    [one] { $clauses } clause
   *[other] { $clauses } clauses
} et { $parties ->
    [one] de { $parties } partie
   *[other] des { $parties } parties
} qu’elles lient ou nomment, avec qui dit quoi de chaque clause.
map_clause_binds = La clause { $number } ({ $heading }) lie { $binds }.
map_clause_binds_and_names = La clause { $number } ({ $heading }) lie { $binds } ; elle nomme aussi { $names }.
map_clause_names = La clause { $number } ({ $heading }) ne lie personne ; elle nomme { $names }.
map_clause_alone = La clause { $number } ({ $heading }) ne lie ni ne nomme personne.
map_critic = { $who } ({ $stances })
map_critics_of = Sur la clause { $number } : { $critics }.
map_critics_of_all = Sur l’accord dans son ensemble : { $critics }.
timeline_title = Les dates du corpus, dans l’ordre
timeline_words = Dans les mots du corpus
timeline_range = { $first } à { $last }
timeline_published = Publication
timeline_opinion = { $speaker } (opinion)
timeline_reporting = { $speaker } (compte rendu)
timeline_said = Propos
timeline_recurs = à partir de là, { $recurs } : { $what }
timeline_source = { $title }, { $publisher }
timeline_quoted = « { $words } »
timeline_in_words = { $count ->
    [one] Une chronologie de { $count } entrée, { $first }.
   *[other] Une chronologie de { $count } entrées, de { $first } à { $last }.
}
timeline_entry = { $date }, { $kind } : { $what }.

## Commands: what they and their options are called and described as. Names are permanent.

command-ask =
    .name = demander
    .description = Poser une question ; la réponse est citée, avec ses sources
    .question-name = question
    .question-description = Votre question, en langage courant
    .private-name = privé
    .private-description = Ne montrer la réponse qu’à vous
    .source-name = source
    .source-description = Chercher dans cette source seulement
    .lane-name = type
    .lane-description = Chercher dans un seul type de source
    .lane-text = les mots de l’accord
    .lane-reporting = comptes rendus
    .lane-opinion = opinion
    .lane-note = notes d’Accord
command-clause =
    .name = clause
    .description = Lire une clause en entier
    .which-name = laquelle
    .which-description = Son numéro, son intitulé ou quelques-uns de ses mots
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-party =
    .name = partie
    .description = Qui est quelqu’un dans l’accord, et où c’est dit
    .name-name = nom
    .name-description = Un nom, court ou long
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-critique =
    .name = critique
    .description = Ce qui est dit de l’accord, et par qui
    .clause-name = clause
    .clause-description = Au sujet de cette clause seulement
    .by-name = par
    .by-description = Par cette personne ou cet organisme seulement
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-compare =
    .name = comparer
    .description = Le même point dans les mots de l’accord, dans les comptes rendus et dans les opinions
    .point-name = point
    .point-description = Une clause, ou un point en langage courant
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-search =
    .name = rechercher
    .description = Trouver tous les passages contenant ces mots
    .words-name = mots
    .words-description = Ce qu’il faut rechercher
    .source-name = source
    .source-description = Chercher dans cette source seulement
    .lane-name = type
    .lane-description = Chercher dans un seul type de source
    .lane-text = les mots de l’accord
    .lane-reporting = comptes rendus
    .lane-opinion = opinion
    .lane-note = notes d’Accord
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-quote =
    .name = citation
    .description = Vérifier si une citation est exacte, modifiée ou de quelqu’un d’autre
    .text-name = texte
    .text-description = Les mots à vérifier
    .by-name = par
    .by-description = À qui ces mots sont attribués
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-sources =
    .name = sources
    .description = Les sources du corpus, ou l’une d’entre elles
    .id-name = id
    .id-description = Quelle source
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-timeline =
    .name = chronologie
    .description = Les dates que le corpus mentionne, dans l’ordre
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-map =
    .name = carte
    .description = Une image des clauses, des parties et des critiques
    .private-name = privé
    .private-description = Ne l’afficher que pour vous
command-receipt =
    .name = justificatif
    .description = Le justificatif de votre dernière réponse ici, vérifiable n’importe où
command-help =
    .name = aide
    .description = Ce que je sais, et comment m’interroger
command-about =
    .name = à-propos
    .description = Ce que je suis, d’où viennent mes réponses, et comment mes citations sont prouvées
command-privacy =
    .name = confidentialité
    .description = Ce qui est enregistré à votre sujet, combien de temps, et comment le faire supprimer
command-find-sources =
    .name = Trouver des sources à ce sujet
command-check-quote =
    .name = Vérifier cette citation
command-corpus =
    .name = corpus
    .description = Le corpus d’où les réponses sont citées
    .status-name = état
    .status-description = Ce qui est en service, et si une indexation est en cours
    .reindex-name = réindexer
    .reindex-description = Relire le corpus et mettre en service ce qui est nouveau
    .reindex-dry_run-name = simulation
    .reindex-dry_run-description = Montrer seulement ce qui changerait
    .diff-name = différences
    .diff-description = Ce que la dernière réindexation a changé
    .rollback-name = rétablir
    .rollback-description = Revenir à l’index qui précède celui-ci
    .fetch-name = récupérer
    .fetch-description = Récupérer le texte intégral des sources vers lesquelles le corpus renvoie
    .fetch-source-name = source
    .fetch-source-description = Seulement cette source
    .add-name = ajouter
    .add-description = Ajouter une source à vous : une page web ou un fichier
    .add-url-name = adresse
    .add-url-description = L’adresse d’une page web ou d’un PDF
    .add-file-name = fichier
    .add-file-description = Un fichier : .html, .pdf, .txt ou .md
    .add-title-name = titre
    .add-title-description = Son titre, s’il n’est pas celui qu’elle indique elle-même
    .add-lane-name = type
    .add-lane-description = De qui est cette voix
    .lane-text = le texte de l’accord
    .lane-reporting = compte rendu
    .lane-opinion = opinion
    .remove-name = retirer
    .remove-description = Retirer une source ajoutée ou une copie récupérée
    .remove-source-name = source
    .remove-source-description = Laquelle
    .sources-name = sources
    .sources-description = Toutes les sources, et combien le corpus contient de chacune
command-settings =
    .name = paramètres
    .description = Où je réponds sur ce serveur, avec quelle discrétion, et dans quelle langue
