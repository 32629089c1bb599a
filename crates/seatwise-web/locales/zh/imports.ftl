# Imports: upload, columns, dry run, progress and result.

## List

imports-lead = 从文件导入用户和线索。在您看到结果之前，不会写入任何内容。
imports-new = 新建导入
imports-col-file = 文件
imports-col-kind = 内容
imports-col-when = 上传时间
imports-col-by = 上传者
imports-col-added = 已添加
imports-col-skipped = 未导入
imports-col-state = 状态
imports-none-title = 还没有导入
imports-none-text = 从电子表格或 CSV 文件导入用户或线索。
imports-newest = 最新
imports-kind-users = 用户
imports-kind-leads = 线索
imports-about-users = 将要登录的人员。在您确认之前不会发送邮件。
imports-about-leads = 包含负责人、阶段、金额和日期的商机。再次导入会更新它们。

## States

imports-state-uploading = 正在上传
imports-state-uploaded = 列未匹配
imports-state-checked = 已检查，未导入
imports-state-running = 进行中
imports-state-not-mailed = 未发送激活邮件
imports-state-done = 已完成
imports-state-undoing = 正在撤销
imports-state-stopped = 已停止
imports-state-undone = 已撤销

## Steps

imports-step-upload = 上传
imports-step-match = 匹配列
imports-step-check = 检查
imports-step-result = 结果

## Upload

imports-new-lead = CSV 文件或 Excel 工作簿，列名位于数据行上方。
imports-what = 文件包含什么？
imports-file = 文件
imports-file-choose = 选择文件
imports-file-hint = CSV 或 .xlsx，最大 { $limit } MB、100,000 行。
imports-columns = 读取哪些列
imports-columns-lead = 列按五种语言的名称识别，也可在下一步由您匹配。其他列会被忽略；线索的其他列会成为附加字段。
imports-columns-limits = 姓名、标题和其他文本最多 { $letters } 个字符，附加字段最多 { $further } 个。
imports-columns-needed = 必需：{ $fields }
imports-template-xlsx = 空白 Excel 文件
imports-template-csv = 空白 CSV 文件
imports-more = 如果文件读取有误
imports-encoding = 编码
imports-separator = 分隔符
imports-separator-comma = 逗号
imports-separator-semicolon = 分号
imports-separator-tab = 制表符
imports-separator-bar = 竖线
imports-by-itself = 自动识别
imports-sheet = 工作表名称
imports-header-row = 列名所在行
imports-upload = 上传
imports-uploaded = 已读取 { $count } 行

## Why a file is not taken

imports-file-none = 请先选择文件。
imports-file-empty = 文件为空。请选择其他文件。
imports-file-not-a-table = 这不是表格，而是{ $looks }。请将表格另存为 .xlsx 或 CSV。
imports-file-old-xls = 这是 Excel 97–2003 工作簿。请打开并另存为 .xlsx。
imports-file-encrypted-workbook = 工作簿受密码保护。请取消密码后保存。
imports-file-broken-workbook = 工作簿已损坏。请打开、保存后重新上传。
imports-file-zip-bomb = 工作簿解压后超过 { $limit } MB。办公软件不会保存这样的文件，请重新保存表格。
imports-file-too-large = 文件大于 { $limit } MB。请拆分后分别上传。
imports-file-too-many-rows = 表格超过 { $limit } 行。请拆分后分别上传。
imports-file-too-many-columns = 第 { $row } 行超过 { $limit } 列。请删除不需要的列。
imports-file-cell-too-long = 第 { $row } 行有单元格超过 { $limit } 个字符。可能缺少引号。
imports-file-unclosed-quote = 第 { $row } 行的引号没有闭合。请更正该行。
imports-file-bad-encoding = 第 { $row } 行不是有效的 { $encoding }。请在下方选择编码，或将文件另存为 UTF-8。
imports-file-nul-character = 第 { $row } 行含有表格中不应出现的字符。请重新保存文件。
imports-file-no-header = 找不到列名所在的行。请在表格上方写上列名。
imports-file-no-sheet = 工作簿中没有该工作表，或工作表为空。
imports-file-io = 无法读取文件。请重新上传。
imports-looks-pdf = { " " }PDF
imports-looks-picture = 图片
imports-looks-document = 文本文档
imports-looks-open-document = { " " }OpenDocument 文件
imports-looks-binary-workbook = 二进制工作簿 (.xlsb)
imports-looks-archive = 压缩包
imports-looks-web-page = 网页
imports-looks-xml = { " " }XML
imports-looks-json = { " " }JSON
imports-looks-binary = 非文本内容

## Columns

imports-match-lead = 共 { $rows } 行，已匹配 { $found }/{ $columns } 列。
imports-read-text = 读取方式：{ $encoding }，分隔符：{ $separator }，列名在第 { $row } 行。
imports-read-sheet = 工作表“{ $sheet }”，列名在第 { $row } 行。
imports-col-column = 文件中的列
imports-col-samples = 前几个值
imports-col-goes-into = 导入到
imports-goes-into-of = “{ $name }”导入到
imports-col-match = 匹配方式
imports-leave-out = 不导入
imports-column-blank = { $letter } 列
imports-matched-by-name = 名称相同
imports-matched-by-content = 按内容
imports-matched-chosen = 已选择
imports-matched-ignored = 忽略
imports-matched-new-field = 附加字段
imports-mapping-missing = 没有列导入到“{ $field }”。缺少它则无法导入任何行。
imports-mapping-twice = 有两列导入到“{ $field }”。请去掉其中一列。
imports-mapping-foreign = “{ $field }”不是此导入的字段。
imports-mapping-width = 表单中的列与文件不一致。请重新选择。
imports-choices = 选项
imports-seat-kind = 占用的许可
imports-when-full = 许可不足时
imports-full-skip-rows = 按文件顺序导入能容纳的行
imports-full-refuse-file = 全部不导入
imports-dates = 类似 3/4/2026 的日期
imports-dates-day-first = 4月3日
imports-dates-month-first = 3月4日
imports-update-users = 用文件中的值更新现有用户
imports-create-teams = 创建缺少的团队
imports-mail-now = 立即发送激活邮件
imports-mail-now-hint = 不勾选则在您确认之前不会通知任何人。
imports-unknown-owner = 负责人未知时
imports-owner-skip = 跳过该行
imports-owner-unassigned = 导入为未分配线索
imports-update-leads = 更新已有线索
imports-update-leads-hint = 通过外部 ID 识别。
imports-pending-owners = 尚未登录的人员可以作为负责人
imports-historic = 这是旧文件：已停用的人员可以作为负责人
imports-historic-hint = 其业绩仍归其本人。
imports-check-rows = 检查 { $count } 行
imports-other-file = 其他文件

## Check

imports-check-title = 导入前检查结果
imports-check-lead = 尚未写入任何内容。请修正文件后重新上传，或继续导入没有问题的行。
imports-check-again = 重新检查
imports-checked-again = 已重新检查
imports-run-users = 导入 { $count } 个用户
imports-run-leads = 导入 { $count } 条线索
imports-seats-missing = 缺少 { $count } 个许可；除非全部能容纳，否则不导入任何行。
imports-nothing-to-run = 没有可导入的行。原因见下表。
imports-noted = { $count } 行的值有备注，见“原因”列。
imports-mails-at-once = 导入完成后将立即发送激活邮件。

## Rows

imports-by-result = 按结果查看
imports-col-rows = 行
imports-col-row = 行号
imports-col-user = 用户
imports-col-lead = 线索
imports-col-result = 结果
imports-col-why = 原因
imports-rows-all = 全部行
imports-rows-problems = 问题
imports-rows-skipped = 已跳过
imports-rows-previous = 前面的行
imports-rows-next = 后续行
imports-problems-file = 导出问题行 (Excel)
imports-problems-csv = 导出问题行 (CSV)
imports-skipped-file = 导出问题行和跳过的行 (Excel)
imports-skipped-csv = 导出问题行和跳过的行 (CSV)
imports-col-tick = 选择
imports-tick = 选择“{ $name }”
imports-undo-ticked = 撤销勾选的行
imports-no-rows = 此处没有行。
imports-no-name = （无名称）
imports-plan-create = 将添加
imports-plan-update = 将更新
imports-verdict-create = 已添加
imports-verdict-update = 已更新
imports-verdict-skip = 已跳过
imports-verdict-no-seat = 无可用许可
imports-verdict-problem = 无法添加
imports-verdict-reversed = 已撤销
imports-verdict-kept = 保留
imports-verdict-failed = 失败

## Reasons

imports-why-empty-row = 该行为空。
imports-why-unchanged = 内容已全部存在：
imports-why-duplicate-in-file = “{ $value }”已出现在第 { $row } 行。
imports-why-already-user = 已是用户：
imports-why-already-invited = 已邀请但尚未登录：
imports-why-deactivated-user = 该邮箱属于已停用的用户。请重新启用，或更换邮箱。
imports-why-alias-of = 该邮箱是另一用户的别名，请更换邮箱：
imports-why-already-contact = “{ $value }”属于 CRM 联系人。请更换邮箱。
imports-why-email-missing = 邮箱为空。请填写。
imports-why-email-invalid = “{ $value }”不是完整的邮箱地址。
imports-why-login-invalid = “{ $value }”不能用作登录名，或已被占用。请更换。
imports-why-name-invalid = “{ $value }”不是姓名。请更正。
imports-why-team-unknown = 没有团队“{ $value }”。请创建，或允许导入时创建团队。
imports-why-team-missing = 团队为空。团队许可需要团队。
imports-why-no-free-seat = 上面的行已用完所有可用许可。请购买许可或停用某个用户。
imports-why-trial-limit = 试用最多支持十个用户。
imports-why-owner-unknown = 没有名为“{ $value }”的人员。请更正姓名，或先导入此人。
imports-why-owner-ambiguous = 有多人名为“{ $value }”。请改填邮箱。
imports-why-owner-deactivated = “{ $value }”已停用。请更换负责人，或返回上一步标记为旧文件。
imports-why-owner-pending = “{ $value }”尚未登录。请更换负责人，或在上一步允许此类负责人。
imports-why-owner-may-not = “{ $value }”使用团队许可，不含线索。请更换负责人。
imports-why-stage-unknown = 没有阶段“{ $value }”。
imports-why-title-missing = 该行没有可用作标题的内容。请为标题匹配一列。
imports-why-text-invalid = 该行有文本过长或含有无法显示的字符。请更正。
imports-why-already-lead = 该线索已存在：
imports-why-not-run = 导入在该行之前停止。
imports-why-has-acted = 此后该用户已登录。
imports-why-has-work = 该用户拥有或曾拥有线索，或写过备注。
imports-why-changed-since = 此后有人修改过。
imports-why-gone-since = 已不存在。
imports-why-update-stays = 导入对用户所做的修改会保留。
imports-why-refused = 数据库拒绝了该行。请稍后再次撤销。
imports-do-reactivate = 重新启用 { $name }
imports-note-date-not-taken = { $field }：“{ $value }”不是日期，已忽略。
imports-note-phone-not-taken = “{ $value }”不是电话号码，已忽略。
imports-note-value-not-taken = “{ $value }”不是金额，已忽略。
imports-note-word-not-taken = { $field }：“{ $value }”无法识别，已忽略。
imports-note-address-not-taken = “{ $value }”不是完整的邮箱地址，已忽略。
imports-note-team-created = 此行会创建团队“{ $value }”。
imports-note-also-contact = 同时也是 CRM 联系人。
imports-note-left-unassigned = “{ $value }”不能作为负责人；线索未分配。
imports-note-owner-kept = “{ $value }”目前不能作为负责人；负责人不变。
imports-note-cells-beyond = 最后一列之后的单元格已忽略。

## Result

imports-running-lead = 正在写入各行。
imports-undoing-lead = 正在撤回此后无人改动的内容。
imports-undone-lead = 已撤销 { $count } 行。此后有改动的内容保留并列出。
imports-done-users = 已添加 { $count } 个用户，更新 { $updated } 个。
imports-done-leads = 已添加 { $count } 条线索，更新 { $updated } 条。
imports-stopped-lead = 部分行已完成，其余行在等待。
imports-stopped-run = 导入已停止
imports-stopped-undo = 撤销已停止
imports-stopped-mails = 部分激活邮件未写入
imports-stopped-starter-may-not = 发起人已无权执行此操作。继续后，其余部分将以您的名义完成。
imports-stopped-failed = 每次尝试都失败了，原因见服务器日志。排除原因后请继续。
imports-resume = 继续
imports-resumed = 任务已继续。
imports-progress-label = 进度
imports-progress = 已完成 { $done }/{ $total } 行
imports-reload = 显示当前进度
imports-leave-page = 您可以离开此页面，任务会继续进行。
imports-nobody-told = 尚未通知任何人
imports-nobody-told-text = 新用户尚未收到邮件。请发送激活邮件，或撤销导入。
imports-send = 发送 { $count } 封激活邮件
imports-mailing = 激活邮件正在发送
imports-undo = 撤销导入
imports-undo-until = 可在 { $date } 前撤销
imports-undo-users = 此后已登录的用户会保留。
imports-undo-leads = 此后有改动的线索会保留。
imports-undo-rows = { $count ->
  *[other] 撤销 { $count } 行
}
imports-undo-goes = 将被撤销的行
imports-undo-stays = 保留的行
imports-undo-nothing = 没有可撤销的内容：所有行都因以下原因保留。
imports-undo-none-ticked = 请先勾选要撤销的行。
imports-rows-undone = 已撤销。保留的行注明了原因。
imports-mail-title = 发送激活邮件
imports-mail-text = 每封邮件都有一个链接，用于设置密码。
imports-mail-get = 将收到邮件的人
imports-mail-no-address = 没有邮箱、不会收到邮件的人
imports-mail-others = 已收到邮件、已登录或已离开的人
imports-facts = 关于此导入
imports-finished = 完成时间
imports-mailed = 激活邮件发送时间

## Fields of a file

field-first-name = 名
field-last-name = 姓
field-team = 团队
field-salutation = 称呼
field-extra = 同名附加字段
imports-why-field-hidden = 该行涉及字段“{ $field }”，而您的角色隐藏了它。请不要导入此列，或请管理员执行导入。
imports-why-field-read-only = 该行会设置字段“{ $field }”，而您的角色只允许查看它。请不要导入此列，或请管理员执行导入。
imports-why-role-unknown = 没有角色“{ $value }”。请更正名称，或创建该角色。
imports-why-role-near = 没有角色“{ $value }”。是否指“{ $name }”？请更正名称。
imports-why-role-is-permission = “{ $value }”是一项权限，权限通过角色授予。请填写包含该权限的角色名称。
imports-why-roles-not-yours = 您不能授予角色。请不要导入此列，或请管理员执行导入。
imports-why-role-beyond = 角色“{ $value }”的权限超出您自己的权限。请改用其他角色，或请管理员执行导入。
imports-why-role-default-beyond = 不填角色时，此人将获得默认角色“{ $name }”，其权限超出您自己的权限。请填写其他角色，或请管理员执行导入。
imports-why-person-beyond = 此用户的权限比您大，您不能更改此用户。请联系管理员：
imports-why-role-of-team-seats = 角色“{ $value }”随团队许可提供，不能单独授予。请改用其他角色。
imports-why-role-needs-seat = 团队许可有自己的角色；“{ $value }”需要销售许可。请清空单元格，或选择销售许可。
imports-why-role-is-self = 任何人都不能更改自己的角色。请清空单元格，或请管理员执行导入。
imports-gives-roles = 将获得 { $count } 个角色：{ $roles }。
imports-why-person-outside = 此用户不在您管理的范围内。请联系管理员：
imports-why-edits-not-yours = 您不能更改已有的用户。请在导入时跳过他们，或联系管理员：
imports-why-newcomer-outside = 您只能邀请人员加入自己的团队。请在团队列中填写其中一个。
imports-why-newcomer-unplaced = 您只能邀请人员担任您之下的职位，而文件不包含职位。请单独邀请此用户。
imports-why-team-outside = 您不能将人员加入团队“{ $value }”。请改用您可以添加成员的团队，或请管理员执行导入。
imports-why-role-not-givable = 您的角色不允许您授予角色“{ $value }”。请改用其他角色，或请管理员执行导入。
