# What Accord says in Simplified Chinese. Each message is a method of the same name in src/words/.

## Whose voice it is

lane_text = 协议写道
lane_reporting = 报道称
lane_opinion = 观点
lane_note = Accord 对来源的说明
documents_heading = 文档写道

## Silence

not_said = 语料库没有说明这一点。
no_words = 其中没有可供搜索的词语。
no_such_clause = 没有第 { $asked } 条：该协议共有 { $count } 项条款。
no_such_provision = 本语料库中没有 { $asked }。
no_such_provision_in = “{ $title }”中没有 { $asked }。
provision_near = 有 { $only }。
provisions_near = 有 { $first } 至 { $last }。
previous_provision = 上一条：{ $citation }
next_provision = 下一条：{ $citation }
provision_cut = 内容较长：这里只显示各部分的开头。查询某一部分可阅读全文。
no_clauses = 此语料库没有带编号的条款。
unknown_clause = 没有叫这个名称的条款。
unknown_party = 语料库中没有叫这个名称的当事方。
unknown_party_near = 语料库中没有叫这个名称的当事方。你是指 { $meant } 吗？
no_critique = 语料库中没有任何人发表过这样的评论。
rephrase_not_said = 试试文档中可能会用到的名称和词语，或按编号查找条款。
rephrase_no_words = 提问时请使用名称、数字，或文档中可能会用到的词语。
rephrase_clause = 请按编号、标题或开头的词语查找条款。
rephrase_no_clauses = 请改用平常的话提问。
rephrase_party = 试试文档中使用的写法，或其常用简称。
rephrase_critique = 去掉名称或条款，即可查看所有评论。
searched = 已搜索 { $documents } 份文档中的 { $passages } 个段落。
indexed = 已为 { $documents } 份文档中的 { $passages } 个段落建立索引。
closest = 最接近的内容

## Answers

which = 你指的是哪一个？
read_as = 理解为：{ $english }。引文均为原文语言。
quotes_as_written = 引文均为原文语言。
quote_of = 引文 { $number }/{ $total }
not_an_answer = 并非答案，{ $number }/{ $total }
of_clause = 第 { $number } 条
clause_heading = 第 { $number } 条：{ $heading }
heading_is_ours = 标题由 Accord 所加；下面的文字是协议原文。
asked = 提问：{ $question }
carries_on = 承接前问：{ $before }
critique_line = { $by } 的评论：{ $stance }，关于 { $topic }
more_in_file = 附件中还有 { $count } 条引文。
quote_goes_on = 引文因篇幅所限在此截断；来源中还有后文。
archived_copy = 存档副本
archived_page = 存档副本
source_page = 原页面
same_source = 与 { $number } 号出自同一来源
source_of_quotes = { $count ->
   *[other] 引文
} { $numbers }：{ $source }
source_of_closest = 最接近的 { $numbers }：{ $source }
link_damaged = 其链接已损坏
host_gone = 其所在网站已不存在
and_more = ……另有 { $count } 个。

## Trouble

leaving = 我正在重启，暂时不接受新的提问。请过一分钟再问。
broken = 我这边出了点问题，已经记录下来。如果再次发生，请告诉我的运营者：错误 { $incident }。
unproven = 我无法对照来源证实我的引文，因此不作回答。请告诉我的运营者：错误 { $incident }。
unknown_command = 我不认识这个命令。Discord 显示的可能是旧列表：请重新加载，或用 /help 询问。

## Controls

in_context = 查看上下文
critiques = 评论
more = 更多段落
receipt = 凭证
continue_in_thread = 在子区中继续
share = 分享
useful = 有用
wrong_passage = 段落不对
missing_source = 缺少来源
delete = 删除
full_text = 本次回答的全部引文，未经删节

## Cards

binds = 约束：{ $parties }
names = 提及：{ $parties }
duties = 义务（协议原文）
owed_by = 承担方：{ $parties }
dates = 日期（协议原文）
date_means = { $what }：{ $means }
party_is = Accord 的说明：{ $role }（{ $kind }；{ $side }）。
also_called = 又称：{ $names }

## Help

help = 我回答与此有关的问题。我的回答全部是引文，而且每段引文都在片刻之前在其来源中逐字重新找到过。如果文档没有说明，我会如实相告。
help_clauses = `/clause` 查阅条款：按编号、标题或主题。
help_more = `/ask` 提问；设置 `private` 后，只有你能看到回答。你也可以提及我并提问，直接给我发私信，或者回复我的回答来继续追问。
help_reads = 我只读取命令、提及我的消息和私信。`/privacy` 说明存储了哪些内容。

## Pages

passages = 段落
nothing_found = 没有任何段落包含以下任一词语：{ $words }
found_with = 包含以下词语的段落：{ $words }
found_passages = 有 { $total } 个段落包含其中一些词语；这里列出最相符的 { $listed } 个。第 { $page } 页，共 { $pages } 页。列表不作任何断言：请自行判断。
found_all_passages = 有 { $total } 个段落包含其中一些词语。第 { $page } 页，共 { $pages } 页。列表不作任何断言：请自行判断。
source_of_passages = { $count ->
   *[other] 段落
} { $numbers }：{ $source }
passage_of = 段落 { $number }/{ $total }
previous_page = 上一页
next_page = 下一页
page_of = 第 { $page } 页，共 { $pages } 页
sources_of = { $count } 个来源
open_a_source = 打开一个来源
source_facts = { $lane }；{ $passages } 个段落；{ $critiques ->
    [0] 没有对协议的评论
   *[other] { $critiques } 条对协议的评论
}
source_full_text = 语料库收录了它的原文。
source_note = 语料库收录的是 Accord 用自己的话为它写的说明，因为它的原文不得一并收录。
source_link_damaged = 语料库收录了关于它的说明；指向它的链接已损坏。
source_dead_host = 语料库收录了关于它的说明；它所在的网站已不存在。
source_licence = 许可：{ $licence }
source_known = 信息依据：{ $known }
copy_fetched = { $day } 的副本，来自 { $address }。
copy_archived = 存档副本，于 { $captured } 存档、{ $day } 取得，来自 { $address }。
copy_handed_in = { $day } 提交的文件的副本。
changed_since = 引自副本；该页面此后已有改动
gone_since = 引自副本；该页面此后已不存在
note_beside = Accord 关于它的说明也在语料库中：{ $id }。
page_beside = 原文所在的页面也在语料库中：{ $id }。
source_opens = 开头写道：
what_they_say = { $by } 怎么说
said_about = 关于第 { $clause } 条的说法
said_about_by = { $by } 对第 { $clause } 条的说法
said_at_all = 关于协议的说法
critiques_found = 共 { $total } 条。第 { $page } 页，共 { $pages } 页。
sources = 来源

## Beside each other

compared = 对比：{ $point }
more_of_lane = ……关于此条款还有 { $count } 条：`/critique` 可列出全部。
lane_empty = 语料库中没有此类内容。
lane_silent = 此类内容的 { $passages } 个段落没有谈到这一点。
before = 上一段落
passage_itself = 该段落
after = 下一段落
quote_in_context = 引文 { $number }/{ $total } 及其上下文
context_of_quote = 引文 { $number } 的上下文
quote_gone = 这些文字已不在语料库中：语料库此后重新建立过索引。请重新提问。

## Checked quotes

check_exact = 完全一致：语料库中有这些文字。说话者：{ $speaker }。
check_altered = 有改动：语料库中有这些文字，但并不完全是这样。说话者：{ $speaker }。
check_misattributed = 归属有误：语料库中有这些文字，但并非 { $by } 所说。说话者：{ $speaker }。
check_misattributed_to_none = 归属有误：语料库中有这些文字，但说话者：{ $speaker }。
check_not_found = 在这 { $documents } 份文档中没有找到。这并不说明这些话是否曾在别处说过。
checked_words = 核对的文字：
check_omission = 各部分之间有省略；各部分本身在原文中就是如此，顺序也相同。
corpus_words = 语料库中的文字
differences = 不同之处
how_differences_are_marked = [−…] 是语料库中有而被省去的文字；[+…] 是添加的文字。
message_without_words = 这条消息中没有可供查找的文字。

## Pressed

pressed_too_late = 这个按钮来自我的另一个版本，或者它对应的回答已无法读取。请用 `/ask` 重新提问。
not_yours_to_delete = 只有提问者本人，以及有权在此管理消息的人，才能删除这条回答。
thread_opened = 对话将在 { $thread } 中继续。在那里提及我或回复我，即可继续追问。
thread_refused = 我无法在这里创建子区。管理此服务器的人可以授权我创建公共子区。
feedback_kept = 谢谢。你的评价已连同问题的文字一起存储，以便改进语料库。`/privacy` 可查看并删除它。
which_source = 缺少哪个来源？
no_receipt = 我在这里没有给过你任何仍保留着凭证的回答。
receipt_gone = 已无法再为这条回答出具凭证：语料库此后重新建立过索引。请重新提问。
receipt_file = 一次回答的凭证：问了什么、引用了什么，附哈希值
receipt_how = 这是本次回答的凭证。任何拥有同一语料库的人都可以逐字节核验：`accord verify receipt.json`。

## Privacy

privacy = **我存储哪些内容**
    - 不存储任何问题，也不存储任何消息。我读取命令、提及我的消息、对我的回复和私信；其他内容都不会传到我这里。
    - 每次回答保留一份凭证：回答了谁、在哪里、引用了什么，不含问题。{ $receipts } 天后删除。
    - 你给出的反馈：你的评价、你随评价写下的内容，以及问题的文字。{ $feedback } 天后删除。
    - 管理员所做的更改，以及他人在没有权限时尝试的更改：谁、改了什么、何时。{ $audit } 天后删除，不会提前，以便更改有据可查。
    - 服务器的设置。我被移出某个服务器时，属于该服务器的所有内容都会删除。
show_my_data = 查看我的数据
delete_my_data = 删除我的数据
delete_my_data_surely = 是的，删除我的数据
delete_sure = 要永久删除你的凭证和反馈吗？
my_data = 存储的与你有关的内容：{ $receipts } 份凭证、{ $feedback } 条评价、{ $audit } 条更改记录。
data_deleted = 已删除：{ $receipts } 份凭证和 { $feedback } 条评价。{ $kept ->
    [0] 没有存储其他与你有关的内容。
   *[other] 保留了 { $kept } 条更改记录，以便更改有据可查。
}

## About

about = Accord { $version }。我用引文回答问题，也只用引文回答。
about_proof = 发送引文之前，我会在其来源的文本中逐字节重新找到它，并用哈希值核对该文本。我无法证实的，我就不说。
snapshot = 内容：{ $snapshot }

## Settings

settings = 我在此服务器中的行为方式
for_server_managers = 此功能仅供有权管理此服务器的人使用。
answers_everywhere = 我会在我能读取的每个频道中回答。
answers_in = 我在 { $channels } 中回答；在其他地方，只有使用命令时我才会回答，而且是私密回答。
answers_privately = 命令的回答是私密的，除非提问时要求公开。
answers_openly = 命令的回答是公开的，除非提问时要求私密。
silent_here = 在这个频道我只私密回答：服务器管理者为我选择了其他频道。
answer_privately = 私密回答
answer_openly = 公开回答
speaks = 面向所有人时，我使用 { $language }；对命令则以使用者的语言回答。
speaks_as_asked = 我使用提问者的语言，只要我会这种语言。
any_language = 提问者的语言
choose_channels = 选择频道；不选即为全部
choose_language = 选择语言

## Sources that are not there

no_such_source = 没有名为 { $asked } 的来源。`/sources` 会列出所有来源。
no_such_source_near = 没有名为 { $asked } 的来源。你是指 { $meant } 吗？

## Parts of the corpus

source_does_not_say = “{ $title }”中没有任何内容说明这一点。
kind_does_not_say = 语料库中没有任何此类内容说明这一点：{ $lane }。
source_does_not_say_as = “{ $title }”中没有任何此类内容说明这一点：{ $lane }。
answered_elsewhere = 语料库的其他部分对此有回答：请不限定范围，再问一次。
silent_elsewhere = 语料库的其他部分也没有说明这一点。试试文档中可能会用到的名称和词语。
searched_within = 已搜索 { $passages } 个段落。

## Pace

you_ask_fast = 你在短时间内问了很多问题。我可以在 <t:{ $until }:R> 接受你的下一个问题。
channel_asks_fast = 这个频道里的提问很多。我可以在 <t:{ $until }:R> 接受这里的下一个问题。在别处可能会更快。
server_asks_fast = 这个服务器里的提问很多。我可以在 <t:{ $until }:R> 接受这里的下一个问题。用私信可能会更快。

## The corpus, for admins

for_corpus_admins = 语料库由所有服务器共用。只有此机器人的所有者，以及其运营者指定的人，才能更改它。
reindex_running = 语料库正在重新建立索引，或正在获取其来源。
reindex_busy = 语料库已经在建立索引，或正在获取其来源。一次只能进行一个。
reindex_stopping = 已要求停止。结果会显示在它的那条消息里。
reindex_not_running = 目前没有在建立索引或获取来源。
reindex_stopped = 已停止建立索引。正在使用的索引与之前相同。
reindex_failed = 建立索引失败，正在使用的索引与之前相同。我的运营者可以在日志中找到原因：错误 { $incident }。
reindex_refused = 语料库按现在的状态无法建立索引；正在使用的索引与之前相同。{ $problems ->
    [1] 问题
   *[other] { $problems } 个问题中的第一个
}：{ $first }
reindex_reading = 正在读取语料库……
reindex_comparing = 正在与使用中的索引比较：{ $done }/{ $total } 个来源……
reindex_writing = 正在写入索引：语料库的 { $percent }%……
reindex_remaining = 大约还剩 { $seconds } 秒。
reindex_verifying = 正在检查写入的内容……
reindex_publishing = 正在发布……
reindex_meanwhile = 在此期间，仍用之前的索引回答问题。
reindex_done = 语料库已重新建立索引并投入使用：{ $generation }。
reindex_unchanged = 自语料库上次建立索引以来，没有任何变化。
reindex_planned = 以下是重新建立索引会带来的变化。目前尚未作任何更改。
changed_sources = 来源：新增 { $added } 个，移除 { $removed } 个，更改 { $changed } 个，未变 { $unchanged } 个。
source_added = 新增：{ $title }（{ $passages } 个段落）
source_removed = 移除：{ $title }（{ $passages } 个段落）
source_changed = 更改：{ $title }。段落：新增 { $added } 个，消失 { $removed } 个，更改 { $changed } 个，移动 { $moved } 个。
source_changed_beside = 更改：{ $title }。其段落内容不变。
clause_added = 第 { $number } 条是新增的。
clause_removed = 第 { $number } 条已不存在。
clause_changed = 第 { $number } 条有更改：
clause_changed_beside = 第 { $number } 条：文字未变；关于它的记录已更改。
knowledge_changed = 来源之外的记录也有更改：名称、评论、已知问题或其他语言的词语。详见附件。
sources_left_out = 有 { $count } 个文件无法读取，未予收录。日志中列有其名称。
nothing_to_compare = 没有更早的索引可供比较。
no_difference = 两者内容相同。
difference_file = 所有差异，供机器读取
reindex_now = 立即建立索引
reindex_stop = 停止建立索引
rollback_now = 回退到上一个索引
rollback_sure = 要从 { $before } 回退到 { $after } 吗？后者会立即投入使用，并一直沿用到语料库再次建立索引为止。
rollback_stale = 在询问之后，正在使用的索引已经变了。未做任何操作；请重新开始。
rolled_back = 已从 { $before } 回退到 { $after }，后者现已投入使用，并会一直沿用到语料库再次建立索引为止。
rollback_refused = 没有更早的索引可供回退。
serving_now = 正在使用：{ $generation }
built_at = 建立于 <t:{ $at }:f>，<t:{ $at }:R>。
serving_rolled_back = 这是由管理员回退的索引；较新的索引仍然保留。
generations_kept = 另外保留：
generation_line = { $generation }：{ $documents } 份文档中的 { $passages } 个段落，内容 { $snapshot }
generation_damaged = { $generation } 已损坏，无法使用。
feedback_so_far = 目前的反馈：有用 { $useful } 条，段落不对 { $wrong } 条，缺少来源 { $missing } 条。

## 获取、添加和移除来源

fetch_asking = 正在获取来源：{ $done }/{ $total } ……
fetch_stop = 停止获取
fetch_done = 已获取：{ $total } 个来源中有 { $taken } 份新的或不同的副本。
fetch_stopped = 已停止获取。之前获取的内容保留。
fetch_failed = 无法获取来源。我的运营者可以在日志中找到原因：错误 { $incident }。
fetch_file = 每个来源的结果，供机器读取
fetch_kept = 保留之前的副本
fetch_next = 语料库建立索引后，即可用它们回答。
outcome_fetched = 已获取
outcome_unchanged = 没有变化
outcome_archived = Web Archive 的存档
outcome_unsure = 未采用：不确定这就是正文
outcome_not_text = 未采用：没有可读作文本的内容
outcome_too_large = 未采用：太大
outcome_blocked = 不允许获取
outcome_dead = 已不存在，或无人应答
outcome_damaged_link = 指向它的链接已损坏
outcome_no_address = 没有已知的地址
add_one_of = 请给出一个地址或一个文件，二者选一。
source_taken_up = 已添加：{ $title }（`{ $source }`）。语料库建立索引后，即可用它回答。
source_not_taken_up = 没有添加任何内容。{ $title }：{ $outcome }。
add_listed = 语料库已经收录了这个地址：`{ $source }`。`/corpus fetch` 可以获取它。
add_not_readable = 无法读取这个文件。请给出文件名以 .html、.pdf、.txt 或 .md 结尾的文件。
add_too_large = 这个文件太大：最多 { $most } MB。
add_lost = 无法从 Discord 取得这个文件。请重试。
source_taken_away = 已移除：`{ $source }`。语料库建立索引后，它的内容将全部消失。
copy_taken_away = `{ $source }` 的副本已移除。语料库建立索引后，将改用关于它的说明。
drift_found = 有些来源已与制作副本时不同。已更改：{ $changed }。已消失：{ $gone }。
drift_changed = 已更改：{ $title }
drift_gone = 已消失：{ $title }
drift_quotes = 引文出自保存的副本，并会注明这一点。
drift_file = 每个来源的变化，供机器读取

## Pictures

map_title = 每项条款约束谁，谁对它有何评论
no_map = 此语料库没有带编号的条款，因此无图可绘。
no_timeline = 语料库中没有提到任何带年份的日子或月份。
timeline_cut = 语料库中提到的日期多于此处所列。
map_bound = 受约束
map_named = 被提及
map_bound_means = 条款规定其承担某种义务
map_named_means = 条款只是提到它
map_clause = 第 { $number } 条
map_critiques = 谁对它有所评论，持何态度
map_whole = 协议整体
stance_supportive = 支持
stance_sceptical = 质疑
stance_mixed = 褒贬兼有
stance_reporting = 报道
map_nothing_said = 语料库中无人评论
map_more_clauses = 另有 { $count } 项条款
map_more_parties = 另有 { $count } 个当事方
map_more_critics = 另有 { $count } 个
map_more_dates = 另有 { $count } 个日期
map_still_more_dates = 另有更多日期，未作计数
map_more_sentences = 另有 { $count } 句。
map_listed = { $names }，另有 { $more } 个
map_in_words = 一张表，列有 { $clauses } 项条款和它们约束或提及的 { $parties } 个当事方，以及谁对每项条款有何评论。
map_clause_binds = 第 { $number } 条（{ $heading }）约束 { $binds }。
map_clause_binds_and_names = 第 { $number } 条（{ $heading }）约束 { $binds }；还提及 { $names }。
map_clause_names = 第 { $number } 条（{ $heading }）不约束任何一方；提及 { $names }。
map_clause_alone = 第 { $number } 条（{ $heading }）不约束也不提及任何一方。
map_critic = { $who }（{ $stances }）
map_critics_of = 关于第 { $number } 条：{ $critics }。
map_critics_of_all = 关于协议整体：{ $critics }。
timeline_title = 语料库中的日期，按先后排列
timeline_words = 语料库原文
timeline_range = { $first } 至 { $last }
timeline_published = 发布
timeline_opinion = { $speaker }（观点）
timeline_reporting = { $speaker }（报道）
timeline_said = 提到
timeline_recurs = 自此以后，{ $recurs }：{ $what }
timeline_source = { $title }，{ $publisher }
timeline_quoted = “{ $words }”
timeline_in_words = { $count ->
    [1] 一条时间线，含 1 个条目：{ $first }。
   *[other] 一条时间线，含 { $count } 个条目，从 { $first } 到 { $last }。
}
timeline_entry = { $date }，{ $kind }：{ $what }。

## Commands: what they and their options are called and described as. Names are permanent.

command-ask =
    .name = 提问
    .description = 提出问题；以引文作答，并附来源
    .question-name = 问题
    .question-description = 你的问题，用平常的话说即可
    .private-name = 私密
    .private-description = 只让你一人看到回答
    .source-name = 来源
    .source-description = 只在这个来源中查找
    .lane-name = 来源类型
    .lane-description = 只在一类来源中查找
    .lane-text = 协议原文
    .lane-reporting = 报道
    .lane-opinion = 观点
    .lane-note = Accord 的说明
command-clause =
    .name = 条款
    .description = 阅读一项条款的全文
    .which-name = 哪一条
    .which-description = 它的编号、标题或其中的一些词语
    .private-name = 私密
    .private-description = 只让你一人看到
command-party =
    .name = 当事方
    .description = 某一方在协议中是什么身份，以及协议在哪里写明
    .name-name = 名称
    .name-description = 名称，简称或全称均可
    .private-name = 私密
    .private-description = 只让你一人看到
command-critique =
    .name = 评论
    .description = 对协议有哪些评论，是谁说的
    .clause-name = 条款
    .clause-description = 只看关于这项条款的
    .by-name = 评论者
    .by-description = 只看这个人或机构的
    .private-name = 私密
    .private-description = 只让你一人看到
command-compare =
    .name = 对比
    .description = 同一要点在协议原文、报道和观点中的说法
    .point-name = 要点
    .point-description = 一项条款，或用平常的话说的一个要点
    .private-name = 私密
    .private-description = 只让你一人看到
command-search =
    .name = 搜索
    .description = 查找包含这些词语的所有段落
    .words-name = 词语
    .words-description = 要搜索的内容
    .source-name = 来源
    .source-description = 只在这个来源中查找
    .lane-name = 来源类型
    .lane-description = 只在一类来源中查找
    .lane-text = 协议原文
    .lane-reporting = 报道
    .lane-opinion = 观点
    .lane-note = Accord 的说明
    .private-name = 私密
    .private-description = 只让你一人看到
command-quote =
    .name = 核对引文
    .description = 核对一段引文是完全一致、有改动，还是出自他人
    .text-name = 文字
    .text-description = 要核对的文字
    .by-name = 发言者
    .by-description = 据称是谁说的
    .private-name = 私密
    .private-description = 只让你一人看到
command-sources =
    .name = 来源
    .description = 语料库的所有来源，或其中一个
    .id-name = 来源
    .id-description = 哪个来源
    .private-name = 私密
    .private-description = 只让你一人看到
command-timeline =
    .name = 时间线
    .description = 语料库中提到的日期，按先后排列
    .private-name = 私密
    .private-description = 只让你一人看到
command-map =
    .name = 关系图
    .description = 一张展示条款、当事方和评论的图
    .private-name = 私密
    .private-description = 只让你一人看到
command-receipt =
    .name = 凭证
    .description = 你在这里得到的上一个回答的凭证，可在任何地方核验
command-help =
    .name = 帮助
    .description = 我知道什么，以及怎样问我
command-about =
    .name = 关于
    .description = 我是什么，依据什么回答，以及如何证实引文
command-privacy =
    .name = 隐私
    .description = 存储了哪些与你有关的内容、存多久，以及如何让其删除
command-find-sources =
    .name = 为此查找来源
command-check-quote =
    .name = 核对这段引文
command-corpus =
    .name = 语料库
    .description = 回答所引用的语料库
    .status-name = 状态
    .status-description = 正在使用什么，以及是否正在建立索引
    .reindex-name = 重建索引
    .reindex-description = 重新读取语料库，并启用新内容
    .reindex-dry_run-name = 试运行
    .reindex-dry_run-description = 只显示会有哪些变化
    .diff-name = 差异
    .diff-description = 上次重建索引带来了哪些变化
    .rollback-name = 回退
    .rollback-description = 回退到这个索引的上一个索引
    .fetch-name = 获取
    .fetch-description = 获取语料库所链接来源的全文
    .fetch-source-name = 来源
    .fetch-source-description = 只获取这个来源
    .add-name = 添加
    .add-description = 添加自己的来源：网页或文件
    .add-url-name = 地址
    .add-url-description = 网页或 PDF 的地址
    .add-file-name = 文件
    .add-file-description = 文件：.html、.pdf、.txt 或 .md
    .add-title-name = 标题
    .add-title-description = 它的名称（如与其自身所写不同）
    .add-lane-name = 来源类型
    .add-lane-description = 这是谁的话
    .lane-text = 协议原文
    .lane-reporting = 报道
    .lane-opinion = 观点
    .remove-name = 移除
    .remove-description = 移除添加的来源或获取的副本
    .remove-source-name = 来源
    .remove-source-description = 哪一个
    .sources-name = 来源
    .sources-description = 每个来源，以及收录了多少
command-settings =
    .name = 设置
    .description = 我在此服务器的哪些地方回答、私密程度如何、使用什么语言
