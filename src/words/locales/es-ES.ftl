# What Accord says in Spanish. Each message is a method of the same name in src/words/.

## Whose voice it is

lane_text = El acuerdo dice
lane_reporting = Las informaciones dicen
lane_opinion = Opinión
lane_note = Notas de Accord sobre las fuentes
documents_heading = Los documentos dicen

## Silence

not_said = El corpus no lo dice.
no_words = Ahí no hay ninguna palabra que buscar.
no_such_clause = No hay ninguna cláusula { $asked }: el acuerdo tiene { $count ->
    [one] 1 cláusula
   *[other] { $count } cláusulas
}.
no_such_provision = En este corpus no hay { $asked }.
no_such_provision_in = «{ $title }» no tiene { $asked }.
provision_near = Hay { $only }.
provisions_near = Hay de { $first } a { $last }.
previous_provision = Anterior: { $citation }
next_provision = Siguiente: { $citation }
provision_cut = Es largo: se muestra el comienzo de cada parte. Consulta una parte para leerla entera.
no_clauses = Este corpus no tiene cláusulas numeradas.
unknown_clause = Ninguna cláusula se llama así.
unknown_party = El corpus no conoce ninguna parte con ese nombre.
unknown_party_near = El corpus no conoce ninguna parte con ese nombre. ¿Querías decir { $meant }?
no_critique = Nadie en el corpus dice nada de ese tipo.
rephrase_not_said = Prueba con los nombres y las palabras que usarían los documentos, o busca una cláusula por su número.
rephrase_no_words = Pregunta con un nombre, un número o una palabra que usarían los documentos.
rephrase_clause = Busca una cláusula por su número, su título o sus primeras palabras.
rephrase_no_clauses = En su lugar, haz una pregunta con palabras sencillas.
rephrase_party = Prueba con el nombre tal como lo escriben los documentos, o con su forma corta habitual.
rephrase_critique = Deja fuera el nombre o la cláusula para ver todo lo que se dice.
searched = Se ha buscado en { $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
} de { $documents ->
    [one] 1 documento
   *[other] { $documents } documentos
}.
indexed = { $passages ->
    [one] Se ha indexado 1 pasaje
   *[other] Se han indexado { $passages } pasajes
} de { $documents ->
    [one] 1 documento
   *[other] { $documents } documentos
}.
closest = Lo que más se acerca

## Answers

which = ¿A cuál te refieres?
read_as = Lo he leído así: { $english }. Las citas están en el idioma original.
quotes_as_written = Las citas están en el idioma original.
quote_of = Cita { $number } de { $total }
not_an_answer = No es una respuesta, { $number } de { $total }
of_clause = cláusula { $number }
clause_heading = Cláusula { $number }: { $heading }
heading_is_ours = El título es de Accord; las palabras de abajo son del acuerdo.
asked = Pregunta: { $question }
carries_on = Continuación de: { $before }
critique_line = Crítica de { $by }: { $stance }, sobre { $topic }
more_in_file = { $count ->
    [one] 1 cita más está
   *[other] { $count } citas más están
} en el archivo adjunto.
quote_goes_on = La cita se corta aquí para que quepa; continúa en la fuente.
archived_copy = copia archivada
archived_page = Copia archivada
source_page = La propia página
same_source = De la misma fuente que el número { $number }
source_of_quotes = { $count ->
    [one] Cita
   *[other] Citas
} { $numbers }: { $source }
source_of_closest = Lo más cercano { $numbers }: { $source }
link_damaged = su enlace está dañado
host_gone = su servidor ya no existe
and_more = … y { $count } más.

## Trouble

leaving = Me estoy reiniciando y por un momento no acepto preguntas nuevas. Vuelve a preguntar dentro de un minuto, por favor.
broken = Algo ha fallado por mi parte y ha quedado registrado. Si vuelve a ocurrir, díselo a quien me administra: error { $incident }.
unproven = No he podido probar que mi cita coincide con su fuente, así que no digo nada. Por favor, díselo a quien me administra: error { $incident }.
unknown_command = No conozco este comando. Puede que Discord esté mostrando una lista antigua: recárgala o pregunta con /help.

## Controls

in_context = En contexto
critiques = Críticas
more = Más pasajes
receipt = Comprobante
continue_in_thread = Continuar en un hilo
share = Compartir
useful = Útil
wrong_passage = Pasaje equivocado
missing_source = Falta una fuente
delete = Eliminar
full_text = Todas las citas de esta respuesta, sin cortes

## Cards

binds = Vincula a: { $parties }
names = Menciona a: { $parties }
duties = Obligaciones, en palabras del acuerdo
owed_by = A cargo de: { $parties }
dates = Fechas, en palabras del acuerdo
date_means = { $what }: { $means }
party_is = En palabras de Accord: { $role } ({ $kind }; { $side }).
also_called = Otros nombres: { $names }

## Help

help = Respondo a preguntas al respecto. Todo lo que respondo son citas, y cada cita se ha vuelto a encontrar, palabra por palabra, en su fuente un momento antes. Cuando los documentos no lo dicen, te aviso.
help_clauses = `/clause` para leer una cláusula: por número, título o tema.
help_more = `/ask` para hacer una pregunta; activa `private` para que solo tú veas la respuesta. También puedes mencionarme con una pregunta, escribirme directamente o responder a una respuesta mía para seguir preguntando.
help_reads = Solo leo comandos, mensajes que me mencionan y mensajes directos. `/privacy` dice qué se guarda.

## Pages

passages = Pasajes
nothing_found = Ningún pasaje contiene ninguna de estas palabras: { $words }
found_with = Pasajes con: { $words }
found_passages = { $total ->
    [one] 1 pasaje contiene
   *[other] { $total } pasajes contienen
} alguna de las palabras; { $listed ->
    [one] aquí figura el mejor
   *[other] aquí figuran los { $listed } mejores
}. Página { $page } de { $pages }. Una lista no afirma nada: júzgalo tú.
found_all_passages = { $total ->
    [one] 1 pasaje contiene
   *[other] { $total } pasajes contienen
} alguna de las palabras. Página { $page } de { $pages }. Una lista no afirma nada: júzgalo tú.
source_of_passages = { $count ->
    [one] Pasaje
   *[other] Pasajes
} { $numbers }: { $source }
passage_of = Pasaje { $number } de { $total }
previous_page = Página anterior
next_page = Página siguiente
page_of = Página { $page } de { $pages }
sources_of = { $count ->
    [one] 1 fuente
   *[other] { $count } fuentes
}
open_a_source = Abrir una fuente
source_facts = { $lane }; { $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
}; { $critiques ->
    [0] ninguna crítica del acuerdo
    [one] 1 crítica del acuerdo
   *[other] { $critiques } críticas del acuerdo
}
source_full_text = El corpus contiene las propias palabras de esta fuente.
source_note = El corpus contiene una nota sobre esta fuente en palabras de Accord, porque no está permitido incluir su texto.
source_link_damaged = El corpus contiene una nota sobre esta fuente; el enlace a ella está dañado.
source_dead_host = El corpus contiene una nota sobre esta fuente; su servidor ya no existe.
source_licence = Licencia: { $licence }
source_known = Cómo se sabe esto: { $known }
copy_fetched = Copia del { $day }, de { $address }.
copy_archived = Copia archivada, capturada el { $captured } y obtenida el { $day }, de { $address }.
copy_handed_in = Copia de un archivo entregado el { $day }.
changed_since = citado de la copia; la página ha cambiado desde entonces
gone_since = citado de la copia; la página ha desaparecido desde entonces
note_beside = La nota de Accord sobre esta fuente también está en el corpus: { $id }.
page_beside = La página de la que procede el texto también está en el corpus: { $id }.
source_opens = Empieza así:
what_they_say = Lo que dice { $by }
said_about = Lo que se dice de la cláusula { $clause }
said_about_by = Lo que dice { $by } de la cláusula { $clause }
said_at_all = Lo que se dice del acuerdo
critiques_found = { $total ->
    [one] 1 opinión
   *[other] { $total } opiniones
}. Página { $page } de { $pages }.
sources = Fuentes

## Beside each other

compared = Comparación: { $point }
more_of_lane = … y { $count ->
    [one] 1 más
   *[other] { $count } más
} sobre esta cláusula: `/critique` las enumera todas.
lane_empty = El corpus no tiene nada de este tipo.
lane_silent = { $passages ->
    [one] El único pasaje de este tipo no trata
   *[other] Los { $passages } pasajes de este tipo no tratan
} este punto.
before = Antes
passage_itself = El pasaje
after = Después
quote_in_context = Cita { $number } de { $total } en su contexto
context_of_quote = Contexto de la cita { $number }
quote_gone = Estas palabras ya no figuran en el corpus: se ha vuelto a indexar desde entonces. Vuelve a preguntar, por favor.

## Checked quotes

check_exact = Exacta: estas palabras figuran en el corpus. Quién las dice: { $speaker }.
check_altered = Alterada: el corpus tiene estas palabras, pero no exactamente así. Quién las dice: { $speaker }.
check_misattributed = Mal atribuida: las palabras figuran en el corpus, pero no es { $by } quien las dice. Quién las dice: { $speaker }.
check_misattributed_to_none = Mal atribuida: las palabras figuran en el corpus, pero las dice otra voz: { $speaker }.
check_not_found = No encontrada en { $documents ->
    [one] este único documento
   *[other] estos { $documents } documentos
}. Eso no dice nada sobre si esas palabras se dijeron en otro sitio.
checked_words = Lo que se ha comprobado:
check_omission = Entre los fragmentos se ha omitido algo; los fragmentos en sí figuran así, en este orden.
corpus_words = Las palabras del corpus
differences = En qué se diferencian
how_differences_are_marked = [−…] figura en el corpus y se ha omitido; [+…] se ha añadido.
message_without_words = Ese mensaje no tiene palabras que se puedan buscar.

## Pressed

pressed_too_late = Este botón es de otra versión mía, o su respuesta ya no se puede leer. Vuelve a preguntar con `/ask`, por favor.
not_yours_to_delete = Solo quien preguntó y quienes pueden gestionar mensajes aquí pueden eliminar esta respuesta.
thread_opened = La conversación continúa en { $thread }. Mencióname allí o respóndeme para seguir preguntando.
thread_refused = Aquí no puedo abrir un hilo. Quien administra este servidor puede permitirme crear hilos públicos.
feedback_kept = Gracias. Tu valoración se guarda junto con el texto de la pregunta, para poder corregir el corpus. `/privacy` la muestra y la elimina.
which_source = ¿Qué fuente falta?
no_receipt = No te he dado aquí ninguna respuesta cuyo comprobante se conserve.
receipt_gone = Ya no se puede crear un comprobante de esta respuesta: el corpus se ha vuelto a indexar desde entonces. Vuelve a preguntar, por favor.
receipt_file = El comprobante de una respuesta: qué se preguntó y qué se citó, con hashes
receipt_how = El comprobante de esta respuesta. Cualquiera que tenga el mismo corpus puede verificarlo, byte a byte: `accord verify receipt.json`.

## Privacy

privacy = **Qué guardo**
    - No se guarda ninguna pregunta ni ningún mensaje. Leo comandos, mensajes que me mencionan, respuestas a mis mensajes y mensajes directos; no me llega nada más.
    - De cada respuesta, un comprobante: a quién se respondió, dónde y qué se citó, sin la pregunta. Se elimina después de { $receipts } días.
    - Tus comentarios, cuando los haces: tu valoración, lo que escribas con ella y el texto de la pregunta. Se eliminan después de { $feedback } días.
    - Lo que cambian los administradores, y lo que otros intentan cambiar sin permiso: quién, qué y cuándo. Se elimina después de { $audit } días, y no antes, para que se puedan pedir cuentas de los cambios.
    - Los ajustes de un servidor. Todo lo que pertenece a un servidor se elimina cuando me quitan de él.
show_my_data = Mostrar mis datos
delete_my_data = Eliminar mis datos
delete_my_data_surely = Sí, eliminar mis datos
delete_sure = ¿Eliminar para siempre tus comprobantes y tus comentarios?
my_data = Guardado sobre ti: { $receipts ->
    [one] 1 comprobante
   *[other] { $receipts } comprobantes
}, { $feedback ->
    [one] 1 valoración
   *[other] { $feedback } valoraciones
}, { $audit ->
    [one] 1 entrada en el registro de cambios
   *[other] { $audit } entradas en el registro de cambios
}.
data_deleted = Eliminado: { $receipts ->
    [one] 1 comprobante
   *[other] { $receipts } comprobantes
} y { $feedback ->
    [one] 1 valoración
   *[other] { $feedback } valoraciones
}. { $kept ->
    [0] No se guardaba nada más sobre ti.
    [one] Se conserva 1 entrada en el registro de cambios, para que se puedan pedir cuentas de los cambios.
   *[other] Se conservan { $kept } entradas en el registro de cambios, para que se puedan pedir cuentas de los cambios.
}

## About

about = Accord { $version }. Respondo a las preguntas con citas, y con nada más.
about_proof = Antes de enviar una cita vuelvo a encontrarla, byte a byte, en el texto de su fuente, y cotejo ese texto con su hash. Lo que no puedo probar, no lo digo.
snapshot = Contenido: { $snapshot }

## Settings

settings = Cómo me comporto en este servidor
for_server_managers = Esto es para quienes pueden gestionar este servidor.
answers_everywhere = Respondo en todos los canales que puedo leer.
answers_in = Respondo en { $channels }; fuera de ahí, solo en privado, cuando se usa un comando.
answers_privately = Las respuestas a los comandos son privadas, salvo que se pida que sean públicas.
answers_openly = Las respuestas a los comandos son públicas, salvo que se pida que sean privadas.
silent_here = En este canal solo respondo en privado: quien gestiona este servidor ha elegido otros canales para mí.
answer_privately = Responder en privado
answer_openly = Responder en público
speaks = Idioma en el que hablo a todos: { $language }. A los comandos respondo en el idioma de quien los usa.
speaks_as_asked = Hablo el idioma de quien pregunta, en la medida en que lo conozco.
any_language = El idioma de quien pregunta
choose_channels = Elige canales; ninguno significa todos
choose_language = Elige un idioma

## Sources that are not there

no_such_source = No hay ninguna fuente llamada { $asked }. `/sources` enumera las que hay.
no_such_source_near = No hay ninguna fuente llamada { $asked }. ¿Querías decir { $meant }?

## Parts of the corpus

source_does_not_say = Nada en «{ $title }» dice eso.
kind_does_not_say = Nada de este tipo en el corpus dice eso: { $lane }.
source_does_not_say_as = Nada de este tipo en «{ $title }» dice eso: { $lane }.
answered_elsewhere = En otra parte, el corpus sí lo responde: vuelve a preguntar sin acotar la búsqueda.
silent_elsewhere = En otra parte, el corpus tampoco lo dice. Prueba con los nombres y las palabras que usarían los documentos.
searched_within = Se ha buscado en { $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
}.

## Pace

you_ask_fast = Has preguntado mucho en poco tiempo. Puedo atender tu próxima pregunta <t:{ $until }:R>.
channel_asks_fast = Se está preguntando mucho en este canal. Puedo atender la próxima pregunta aquí <t:{ $until }:R>. En otro sitio puede que sea antes.
server_asks_fast = Se está preguntando mucho en este servidor. Puedo atender la próxima pregunta aquí <t:{ $until }:R>. En un mensaje directo puede que sea antes.

## The corpus, for admins

for_corpus_admins = Todos los servidores comparten el corpus. Solo pueden cambiarlo el propietario de este bot y quienes haya designado su operador.
reindex_running = El corpus se está volviendo a indexar, o se están obteniendo sus fuentes.
reindex_busy = El corpus ya se está indexando, o se están obteniendo sus fuentes. Solo una tarea a la vez.
reindex_stopping = Se ha pedido detener la tarea. Su mensaje dice cómo termina.
reindex_not_running = No se está indexando ni obteniendo nada.
reindex_stopped = Se ha detenido la indexación. Lo que está en servicio sigue como antes.
reindex_failed = La indexación ha fallado y lo que está en servicio sigue como antes. Quien me administra encontrará la causa en el registro: error { $incident }.
reindex_refused = El corpus no se puede indexar tal como está; lo que está en servicio sigue como antes. { $problems ->
    [one] El problema
   *[other] El primero de { $problems } problemas
}: { $first }
reindex_reading = Leyendo el corpus…
reindex_comparing = Comparando con lo que está en servicio: { $done } de { $total } fuentes…
reindex_writing = Escribiendo el índice: { $percent } % del corpus…
reindex_remaining = { $seconds ->
    [one] Queda más o menos 1 segundo
   *[other] Quedan unos { $seconds } segundos
}.
reindex_verifying = Comprobando lo que se ha escrito…
reindex_publishing = Publicando…
reindex_meanwhile = Mientras tanto, las preguntas se responden con el índice anterior.
reindex_done = El corpus se ha vuelto a indexar y está en servicio: { $generation }.
reindex_unchanged = Nada ha cambiado desde que se indexó el corpus.
reindex_planned = Esto es lo que cambiaría al volver a indexar. No se ha cambiado nada.
changed_sources = Fuentes nuevas: { $added }; eliminadas: { $removed }; cambiadas: { $changed }; como antes: { $unchanged }.
source_added = Nueva: { $title } ({ $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
})
source_removed = Eliminada: { $title } ({ $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
})
source_changed = Cambiada: { $title }. Pasajes nuevos: { $added }; desaparecidos: { $removed }; cambiados: { $changed }; movidos: { $moved }.
source_changed_beside = Cambiada: { $title }. Sus pasajes dicen lo mismo.
clause_added = La cláusula { $number } es nueva.
clause_removed = La cláusula { $number } ha desaparecido.
clause_changed = La cláusula { $number } ha cambiado:
clause_changed_beside = Cláusula { $number }: sus palabras son las mismas; ha cambiado lo que se anota sobre ella.
knowledge_changed = También ha cambiado lo que se anota junto a las fuentes: nombres, críticas, preguntas conocidas o palabras de otros idiomas. El archivo lo detalla.
sources_left_out = { $count ->
    [one] No se ha podido leer 1 archivo y se ha dejado fuera. El registro dice cuál es.
   *[other] No se han podido leer { $count } archivos y se han dejado fuera. El registro dice cuáles son.
}
nothing_to_compare = No hay ningún índice anterior con el que comparar.
no_difference = Los dos dicen lo mismo.
difference_file = Todas las diferencias, para máquinas
reindex_now = Indexar ahora
reindex_stop = Detener la indexación
rollback_now = Volver al índice anterior
rollback_sure = ¿Volver de { $before } a { $after }? Este índice entra en servicio de inmediato y se mantiene hasta que el corpus se vuelva a indexar.
rollback_stale = Lo que está en servicio ha cambiado desde que se preguntó. No se ha hecho nada; empieza de nuevo, por favor.
rolled_back = Se ha vuelto de { $before } a { $after }, que ahora está en servicio. Se mantiene hasta que el corpus se vuelva a indexar.
rollback_refused = No hay ningún índice anterior al que volver.
serving_now = En servicio: { $generation }
built_at = Creado el <t:{ $at }:f>, <t:{ $at }:R>.
serving_rolled_back = Un administrador ha vuelto a este índice; los más recientes se conservan.
generations_kept = También se conservan:
generation_line = { $generation }: { $passages ->
    [one] 1 pasaje
   *[other] { $passages } pasajes
} de { $documents ->
    [one] 1 documento
   *[other] { $documents } documentos
}, contenido { $snapshot }
generation_damaged = { $generation } está dañado y no se puede usar.
feedback_so_far = Valoraciones hasta ahora: { $useful } de «Útil», { $wrong } de «Pasaje equivocado» y { $missing } de «Falta una fuente».

## Obtener, añadir y retirar fuentes

fetch_asking = Obteniendo las fuentes: { $done } de { $total }…
fetch_stop = Detener la obtención
fetch_done = Obtenido: { $taken } copias nuevas o distintas, de { $total ->
    [one] 1 fuente
   *[other] { $total } fuentes
}.
fetch_stopped = Se ha detenido la obtención. Lo que ya se había obtenido se conserva.
fetch_failed = No se han podido obtener las fuentes. Quien me gestiona encontrará la causa en el registro: error { $incident }.
fetch_file = Qué ha sido de cada fuente, para máquinas
fetch_kept = se conserva la copia anterior
fetch_next = Se responderá con ellas cuando el corpus esté indexado.
outcome_fetched = obtenida
outcome_unchanged = como estaba
outcome_archived = una captura del Web Archive
outcome_unsure = no se ha tomado: no es seguro que sea el texto
outcome_not_text = no se ha tomado: nada que se pueda leer como texto
outcome_too_large = no se ha tomado: demasiado grande
outcome_blocked = no se permite obtenerla
outcome_dead = ya no está, o nadie responde
outcome_damaged_link = el enlace que lleva a ella está dañado
outcome_no_address = no se conoce ninguna dirección
add_one_of = Indica una dirección o un archivo, una de las dos cosas.
source_taken_up = Añadida: { $title } (`{ $source }`). Se responderá con ella cuando el corpus esté indexado.
source_not_taken_up = No se ha añadido nada. { $title }: { $outcome }.
add_listed = El corpus ya tiene esta dirección, como `{ $source }`. `/corpus fetch` la obtiene.
add_not_readable = Este archivo no se puede leer. Indica uno cuyo nombre termine en .html, .pdf, .txt o .md.
add_too_large = Este archivo es demasiado grande: { $most } MB como máximo.
add_lost = No se ha podido obtener el archivo de Discord. Inténtalo de nuevo.
source_taken_away = Retirada: `{ $source }`. Cuando el corpus esté indexado, no quedará nada de ella.
copy_taken_away = Se ha retirado la copia de `{ $source }`. Cuando el corpus esté indexado, la nota sobre ella ocupará su lugar.
drift_found = Hay fuentes que ya no son lo que eran cuando se hicieron sus copias. Cambiadas: { $changed }. Desaparecidas: { $gone }.
drift_changed = Ha cambiado: { $title }
drift_gone = Ha desaparecido: { $title }
drift_quotes = Se citan a partir de las copias guardadas, y así se indica.
drift_file = Qué ha cambiado en cada fuente, para máquinas

## Pictures

map_title = A quién vincula cada cláusula y quién dice qué sobre ella
no_map = Este corpus no tiene cláusulas numeradas, así que no hay nada de lo que hacer un mapa.
no_timeline = El corpus no menciona ningún día ni mes con su año.
timeline_cut = El corpus menciona más fechas de las que se enumeran aquí.
map_bound = vinculada
map_named = mencionada
map_bound_means = la cláusula la obliga a algo
map_named_means = la cláusula habla de ella, y nada más
map_clause = Cláusula { $number }
map_critiques = Quién dice algo sobre ella y con qué actitud
map_whole = El acuerdo en su conjunto
stance_supportive = favorable
stance_sceptical = con escepticismo
stance_mixed = ambivalente
stance_reporting = informa
map_nothing_said = nadie en el corpus
map_more_clauses = { $count ->
    [one] y 1 cláusula más
   *[other] y { $count } cláusulas más
}
map_more_parties = { $count ->
    [one] y 1 parte más
   *[other] y { $count } partes más
}
map_more_critics = y { $count } más
map_more_dates = { $count ->
    [one] y 1 fecha más
   *[other] y { $count } fechas más
}
map_still_more_dates = y más fechas, que no se cuentan
map_more_sentences = Y { $count } más.
map_listed = { $names } y { $more } más
map_in_words = Una tabla de { $clauses ->
    [one] 1 cláusula
   *[other] { $clauses } cláusulas
} y de { $parties ->
    [one] 1 parte vinculada o mencionada
   *[other] { $parties } partes vinculadas o mencionadas
} { $clauses ->
    [one] por ella
   *[other] por ellas
}, con quién dice qué sobre cada cláusula.
map_clause_binds = La cláusula { $number } ({ $heading }) vincula a { $binds }.
map_clause_binds_and_names = La cláusula { $number } ({ $heading }) vincula a { $binds }; también menciona a { $names }.
map_clause_names = La cláusula { $number } ({ $heading }) no vincula a nadie; menciona a { $names }.
map_clause_alone = La cláusula { $number } ({ $heading }) no vincula ni menciona a nadie.
map_critic = { $who } ({ $stances })
map_critics_of = Sobre la cláusula { $number }: { $critics }.
map_critics_of_all = Sobre el acuerdo en su conjunto: { $critics }.
timeline_title = Las fechas del corpus, en orden
timeline_words = Con las palabras del corpus
timeline_range = { $first } a { $last }
timeline_published = Publicado
timeline_opinion = { $speaker } (opinión)
timeline_reporting = { $speaker } (información)
timeline_said = Dicho
timeline_recurs = a partir de entonces, { $recurs }: { $what }
timeline_source = { $title }, { $publisher }
timeline_quoted = «{ $words }»
timeline_in_words = { $count ->
    [one] Una cronología de 1 entrada, { $first }.
   *[other] Una cronología de { $count } entradas, de { $first } a { $last }.
}
timeline_entry = { $date }, { $kind }: { $what }.

## Commands: what they and their options are called and described as. Names are permanent.

command-ask =
    .name = preguntar
    .description = Haz una pregunta; se responde con citas, con sus fuentes
    .question-name = pregunta
    .question-description = Tu pregunta, con palabras sencillas
    .private-name = privado
    .private-description = Solo tú verás la respuesta
    .source-name = fuente
    .source-description = Busca solo en esta fuente
    .lane-name = tipo
    .lane-description = Busca solo en un tipo de fuente
    .lane-text = las palabras del acuerdo
    .lane-reporting = informaciones
    .lane-opinion = opinión
    .lane-note = notas de Accord
command-clause =
    .name = cláusula
    .description = Lee una cláusula completa
    .which-name = cuál
    .which-description = Su número, su título o algunas de sus palabras
    .private-name = privado
    .private-description = Solo tú lo verás
command-party =
    .name = parte
    .description = Quién es alguien en el acuerdo y dónde lo dice
    .name-name = nombre
    .name-description = Un nombre, corto o largo
    .private-name = privado
    .private-description = Solo tú lo verás
command-critique =
    .name = crítica
    .description = Qué se dice del acuerdo y quién lo dice
    .clause-name = cláusula
    .clause-description = Solo sobre esta cláusula
    .by-name = autor
    .by-description = Solo de esta persona u organismo
    .private-name = privado
    .private-description = Solo tú lo verás
command-compare =
    .name = comparar
    .description = El mismo punto en palabras del acuerdo, en las informaciones y en la opinión
    .point-name = punto
    .point-description = Una cláusula, o un punto expresado con palabras sencillas
    .private-name = privado
    .private-description = Solo tú lo verás
command-search =
    .name = buscar
    .description = Encuentra todos los pasajes con estas palabras
    .words-name = palabras
    .words-description = Qué buscar
    .source-name = fuente
    .source-description = Busca solo en esta fuente
    .lane-name = tipo
    .lane-description = Busca solo en un tipo de fuente
    .lane-text = las palabras del acuerdo
    .lane-reporting = informaciones
    .lane-opinion = opinión
    .lane-note = notas de Accord
    .private-name = privado
    .private-description = Solo tú lo verás
command-quote =
    .name = cita
    .description = Comprueba si una cita es exacta, está alterada o es de otra persona
    .text-name = texto
    .text-description = Las palabras que hay que comprobar
    .by-name = autor
    .by-description = A quién se atribuyen
    .private-name = privado
    .private-description = Solo tú lo verás
command-sources =
    .name = fuentes
    .description = Las fuentes del corpus, o una de ellas
    .id-name = id
    .id-description = Qué fuente
    .private-name = privado
    .private-description = Solo tú lo verás
command-timeline =
    .name = cronología
    .description = Las fechas que menciona el corpus, en orden
    .private-name = privado
    .private-description = Solo tú lo verás
command-map =
    .name = mapa
    .description = Una imagen de las cláusulas, las partes y las críticas
    .private-name = privado
    .private-description = Solo tú lo verás
command-receipt =
    .name = comprobante
    .description = El comprobante de la última respuesta que te di aquí, verificable en cualquier sitio
command-help =
    .name = ayuda
    .description = Qué sé y cómo preguntarme
command-about =
    .name = acerca-de
    .description = Qué soy, de dónde salen mis respuestas y cómo se prueban mis citas
command-privacy =
    .name = privacidad
    .description = Qué se guarda sobre ti, durante cuánto tiempo y cómo hacer que se elimine
command-find-sources =
    .name = Buscar fuentes para esto
command-check-quote =
    .name = Comprobar esta cita
command-corpus =
    .name = corpus
    .description = El corpus del que se citan las respuestas
    .status-name = estado
    .status-description = Qué está en servicio y si se está indexando
    .reindex-name = reindexar
    .reindex-description = Vuelve a leer el corpus y pon en servicio lo nuevo
    .reindex-dry_run-name = simulación
    .reindex-dry_run-description = Muestra solo qué cambiaría
    .diff-name = diferencias
    .diff-description = Qué cambió la última reindexación
    .rollback-name = revertir
    .rollback-description = Vuelve al índice anterior a este
    .fetch-name = obtener
    .fetch-description = Obtén el texto completo de las fuentes que enlaza el corpus
    .fetch-source-name = fuente
    .fetch-source-description = Solo esta fuente
    .add-name = añadir
    .add-description = Añade una fuente propia: una página web o un archivo
    .add-url-name = dirección
    .add-url-description = La dirección de una página web o de un PDF
    .add-file-name = archivo
    .add-file-description = Un archivo: .html, .pdf, .txt o .md
    .add-title-name = título
    .add-title-description = Cómo se llama, si no es como ella misma dice
    .add-lane-name = tipo
    .add-lane-description = De quién es la voz
    .lane-text = palabras del acuerdo
    .lane-reporting = informaciones
    .lane-opinion = opinión
    .remove-name = retirar
    .remove-description = Retira una fuente añadida o una copia obtenida
    .remove-source-name = fuente
    .remove-source-description = Cuál
    .sources-name = fuentes
    .sources-description = Todas las fuentes, con cuánto hay de cada una
command-settings =
    .name = ajustes
    .description = Dónde respondo en este servidor, con qué privacidad y en qué idioma
