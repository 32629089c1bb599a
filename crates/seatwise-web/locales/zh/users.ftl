# Users: list, page, new, edit, deactivation and hand-over.


## List

users-lead = 可登录此账户的所有人，以及他们的许可和权限。
users-new = 新建用户
users-import = 导入
users-export = 导出
export-xlsx = Excel（.xlsx）
export-csv = CSV（.csv）
users-manage-licences = 管理许可
users-views = 按状态查看
users-all = 全部
users-view-pending = 待激活
users-view-active = 活跃
users-view-frozen = 已暂停
users-view-deactivated = 已停用
users-view-removed = 已移除
users-search = 按姓名、邮箱或 ID 查找
users-find = 搜索
users-clear = 清除筛选
users-hide-deactivated = 隐藏已停用用户
users-show-deactivated = 已隐藏停用用户
users-filter-level = 角色
users-filter-team = 团队
users-filter-seat = 许可
users-filter-link = 激活链接
users-filter-any = 不限
users-caption = 找到{ $count }位用户
users-col-user = 用户
users-col-status = 状态
users-col-seat = 许可
users-col-level = 角色
users-col-team = 团队
users-col-seen = 最近活动
users-col-leads = 进行中线索
users-col-menu = 操作
users-you = 您
users-menu = { $name } 的操作
users-select = 选择 { $name }
users-select-page = 选择本页所有行
users-copy-id = 复制 { $name } 的 ID
users-copied = 已复制
users-invited = 邀请于 { $date }
users-not-mailed = 尚未发送邀请
users-link-expired = 链接已过期
users-never-seen = 从未
users-bulk = 所选用户
users-bulk-count = 已选择{ $count }位用户
users-bulk-resend = 重发激活邮件（{ $count }）
users-resend-selected = 向所选用户重发激活邮件
users-clear-selection = 清除选择
users-none-title = 未找到
users-none-text = 没有用户符合“{ $query }”和筛选条件。别名也已搜索。
users-none-filter = 没有用户符合这些筛选条件。
users-none-deactivated = 在已停用用户中查找
pager-label = 分页
pager-shown = 共{ $total }条，显示{ $shown }条
pager-shown-many = 共{ $total }条以上，显示{ $shown }条
pager-shown-only = { $count }条
pager-previous = 上一页
pager-next = 下一页
pager-newer = 更新
pager-older = 更早

## States, roles and seats

state-invited = 未发邮件
state-pending = 待激活
state-active = 活跃
state-frozen = 已暂停
state-deactivated = 已停用
state-anonymised = 已移除
level-owner = 所有者
level-admin = 管理员
level-user = 用户
seat-regular = 销售
seat-team = 团队
seat-none = 无
seats-regular = 销售许可
seats-team = 团队许可
seats-used = 已用{ $taken } / { $total }
seats-sentence = { $kind }：已用{ $taken } / { $total }，其中{ $pending }个由待激活用户占用，{ $free }个空闲
seats-free = { $count }个空闲
seats-pending = { $count }个由待激活用户占用
seats-released = { $count }个已释放，可立即使用

## Actions

user-open = 打开资料
user-edit = 编辑
user-resend = 重发激活邮件
user-send = 发送激活邮件
user-remove = 彻底移除…
user-cancel-invitation = 撤回邀请
user-reset-password = 重置密码…
user-reset-short = 重置…
user-sign-out-everywhere = 退出所有设备
user-hand-over = 移交记录…
user-manage-leads = 管理其线索…
user-deactivate = 停用…
user-reactivate = 重新启用…
user-not-self = 不能对自己操作
user-not-owner = 请先转移所有权

## One user

user-owns = { $name } 名下的内容
user-owns-nothing = 没有需要移交的内容。
user-hand-over-records = 移交记录
user-leads = { $count }条线索
user-leads-split = 进行中{ $open }条，已结束{ $closed }条
user-won-total = 累计赢单：{ $value }
user-teams-managed = { $count ->
  *[other] 个负责的团队
}
user-notes-written = { $count ->
  *[other] 条备注
}
user-tokens-held = { $count ->
  *[other] 个 API 令牌
}
user-invitations = { $count ->
  *[other] 个待接受的邀请
}
user-imports = { $count ->
  *[other] 次导入
}
user-sessions = 会话
user-sessions-count = { $count }台设备
user-sessions-none = 没有登录中的设备。
user-session-current = 正在使用
user-session-detail = { $address } · 最近使用 { $when }
user-session-end = 结束
user-device-on = { $system } 上的 { $browser }
user-device-unknown = 未知设备
sessions-ended = { $name } 已退出，结束了{ $count }个会话
sessions-end-title = 让 { $name } 退出所有设备
sessions-end-count = { $count }个会话立即结束。
sessions-end-stays = 密码和 API 令牌继续有效，可以重新登录。
user-seat-and-role = 许可与角色
user-security = 登录与安全
user-password = 密码
user-password-changed = 修改于 { $date }
user-password-none = 未设置
user-history = 历史
user-full-audit = 完整日志
user-permissions = 权限
may-own-edit = 编辑自己的资料
may-users-view = 查看用户
may-users-invite = 邀请用户
may-users-edit = 编辑用户
may-users-deactivate = 停用用户
may-users-remove = 移除已离职用户
may-users-reactivate = 重新启用用户
may-users-reset-password = 重置密码并结束会话
may-users-export = 导出用户
may-seats-view = 查看许可
may-seats-purchase = 更改许可数量
may-teams-edit = 编辑团队
may-imports-run = 导入用户和线索
may-audit-view = 查看审计日志
may-mails-view = 查看发件箱
may-account-edit = 更改账户设置
may-leads-view = 查看线索
may-leads-create = 新建线索
may-leads-edit = 编辑线索
may-leads-note = 为线索添加备注
may-leads-assign = 将线索分配给他人
may-leads-export = 导出线索
may-leads-share = 与他人共享线索
may-statistics-view = 查看统计
may-service-users-edit = 管理服务用户
may-groups-edit = 编辑群组
may-positions-edit = 编辑职位
may-roles-assign = 为用户分配角色
may-roles-edit = 编辑角色
may-sharing-edit = 编辑共享规则
may-access-check = 检查用户的访问权限
may-ownership-transfer = 移交账户所有权
because-level-gives = 由级别授予：{ $level }
because-level-lacks = 不属于级别：{ $level }
because-licence = 不属于许可：{ $seat }
because-state = 此状态无法登录：{ $state }
user-since = 自 { $date }
user-teams = 团队
user-language = 语言
user-phone = 电话
user-login = 登录名
user-job-title = 职务
user-name = 姓名
user-email = 邮箱
user-aliases = 其他邮箱
picture-title = 头像
picture-file = 选择图片
picture-hint = 不超过5 MB的 JPEG、PNG 或 WebP，会裁成正方形。
picture-again = 请重新选择图片：浏览器不会保留它。
picture-upload = 上传图片
picture-remove = 移除头像
picture-remove-title = 移除 { $name } 的头像
picture-remove-what = 将改为显示 { $name } 的姓名缩写。头像本身不会保留。
picture-saved = 头像已保存。
picture-removed = 头像已移除。
user-level = 级别
user-gender = 性别
user-started = 入职日期
user-created = 创建于
user-seen = 最近活动
user-pending-note = 邀请于 { $date }，链接有效期至 { $until }。
user-expired-note = 激活链接已于 { $until } 过期。
user-invited-note = 尚未发送激活邮件，已占用一个许可。
user-deactivated-note = 由 { $name } 于 { $date } 停用。
user-deactivated-short = 于 { $date } 停用。
user-deactivated-leads = 此人名下还有{ $count }条进行中的线索。

## New user

invite-title = 新建用户
invite-lead = 保存后新用户即占用一个许可。
invite-who = 人员
invite-access = 许可与权限
invite-name-hint = 首次登录时可修改。
invite-regular = 销售许可
invite-regular-text = 可拥有线索、导入和导出。空闲{ $free }个。
invite-team = 团队许可
invite-team-text = 可查看线索并添加备注，不能拥有线索。空闲{ $free }个。
invite-admin-hint = 管理员需要销售许可。
invite-language = 邮件语言
invite-happens = 接下来
invite-after = { $kind }：之后已用{ $taken } / { $total }个。
invite-pending = 首次登录前为待激活状态，不能被选为负责人。
invite-link = 链接有效期7天，可以重新发送。
invite-send = 发送邀请
invite-later = 保存，稍后发送
invite-login-hint = 供没有自己邮箱的人使用，请同时设置密码。
invite-password-hint = 至少12个字符。设置后不发送邮件，由您转告密码。
invite-change = 首次登录时自行设置密码
invite-change-hint = 仅在填写了上面的密码时有效。在此之前无法进行其他操作。
invite-more = 更多信息
invite-no-teams = 还没有团队。
invite-no-teams-text = 请先创建团队，这样新用户可直接加入。
invite-sent = 已邀请 { $name }。
invite-saved = 已保存 { $name }，未发送邮件。
invite-reactivate = 改为重新启用
invite-see = 打开资料
invite-buy = 购买许可

## Edit

edit-title = 编辑 { $name }
edit-save = 核对更改
edit-reason = 原因
edit-reason-hint = 将写入审计日志。
edit-email-hint = 仅用于更正。原密码不变，请告知用户。若要把许可交给他人，请停用后重新邀请。
edit-admin = 管理员
edit-admin-hint = 管理人员、许可和设置。
edit-check-title = 是否全部正确？
edit-changes = 更改
edit-col-field = 字段
edit-col-before = 更改前
edit-col-after = 更改后
edit-confirm = 保存更改
edit-again = 返回表单
edit-saved = 更改已保存。
edit-nothing = 没有更改。
edit-empty = 空
edit-secret = 已更改
edit-yes = 是
edit-no = 否

## Password, activation, reactivation

reset-user-title = 重置 { $name } 的密码
reset-user-sessions = 所有设备上的会话都会结束。
reset-user-deleted = 当前密码立即删除。
reset-user-mail = { $name } 将收到设置新密码的邮件。
reset-user-button = 重置密码
reset-user-done = 密码已重置，邮件正在发送。
resend-done = 发给 { $name } 的激活邮件正在发送。
resend-many = { $count }封激活邮件正在发送。
resend-title = 激活邮件
resend-none = 没有发送邮件。
resend-back = 返回列表
resend-left = 已跳过{ $count }人
resend-col-why = 原因
resend-why-active = 已登录过
resend-why-deactivated = 已停用
resend-why-address = 没有邮箱地址
resend-why-unknown = 已不存在
cancel-invitation-done = 已撤回 { $name } 的邀请，链接失效。
cancel-invitation-title = 撤回 { $name } 的邀请
cancel-invitation-link = 邮件中的链接立即失效。
cancel-invitation-seat = 许可（{ $seat }）立即释放。
cancel-invitation-gone = { $name } 从未登录，将从列表中移除；审计日志保留姓名。同一邮箱可以再次邀请。
cancel-invitation-button = 撤回邀请
reactivate-title = 重新启用 { $name }
reactivate-seat = 占用一个空闲许可。{ $kind }：现有{ $free }个空闲。
reactivate-data = 姓名、历史和线索保持原样。
reactivate-password = 旧会话和链接不会恢复；原密码仍有效。
reactivate-button = 重新启用
reactivate-done = { $name } 已重新启用。

## Deactivation

deactivate-title = 停用 { $name }
deactivate-step-affected = 影响范围
deactivate-step-hand-over = 移交
deactivate-step-confirm = 确认
deactivate-affected = 与此人相关的内容
deactivate-col-count = 数量
deactivate-col-then = 之后
affected-open = 进行中线索：{ $stage }
affected-open-then = 下一步决定
affected-closed = 已结束线索：{ $stage }
affected-closed-then = 保留姓名，统计不变
affected-sessions = 会话
affected-sessions-then = 立即结束
affected-tokens = API 令牌
affected-tokens-then = 立即吊销
affected-teams = 负责的团队
affected-teams-then = 需要另一位负责人
affected-notes = 备注
affected-notes-then = 保留姓名
affected-imports = 导入
affected-invitations = 待接受的邀请
affected-invitations-then = 保持有效
deactivate-question = 如何处理{ $count }条进行中的线索？
deactivate-to = 交给一个人
deactivate-to-text = 全部{ $count }条进行中的线索立即变更负责人。
deactivate-heir = 新负责人
deactivate-heir-choose = 选择…
deactivate-heir-hint = 待激活用户和团队许可不能拥有线索，因此未列出。
deactivate-heir-hint-pending = 团队许可不能拥有线索，因此未列出。
pick-search = 按姓名搜索人员
pick-all = 共 { $total } 人
pick-shown = 已显示 { $shown } / { $total } 人，其余请按姓名搜索。
pick-shown-many = 已显示 { $shown } 人，共超过 { $total } 人，其余请按姓名搜索。
pick-none = 未找到该姓名的人员。
deactivate-leave = 保留给 { $name }
deactivate-leave-hint = 建议保留已结束的线索：历史统计仍归属原负责人。
deactivate-unassigned = 移到“未分配”
deactivate-unassigned-text = 由主管逐条或批量分配。目前有{ $count }条在等待。
deactivate-later = 稍后决定
deactivate-later-text = 仍归 { $name } 名下且可查看，适合等待接任者。
deactivate-confirm-title = 核对并确认
deactivate-fact-user = 用户
deactivate-fact-leads = 进行中线索
deactivate-fact-stay = 保留原名
deactivate-plan-to = { $count }条线索交给 { $name }
deactivate-plan-unassigned = { $count }条线索移到“未分配”
deactivate-plan-later = 暂不处理，稍后决定
deactivate-button-to = 停用并移交{ $count }条线索
deactivate-button = 停用 { $name }
deactivate-after = 完成后
deactivate-after-sessions = { $count ->
   [0] { $name } 将立即无法登录。
  *[other] { $name } 将立即在{ $count }台设备上退出，并无法再登录。
}
deactivate-after-seat = 许可立即释放。若续费前无人使用，则不计费。
deactivate-after-notes = 备注和已结束线索保留姓名，统计不变。
deactivate-after-undo = 移交可在30天内撤销。
deactivate-done = { $name } 已停用，许可已释放。

## Hand-over

handover-title = { $name } 的线索
handover-question = 如何处理{ $count }条线索？
handover-confirm = 移交{ $count }条线索
handover-what = 移交内容
handover-in-audit = 在审计日志中
handover-col-what = 内容
handover-col-done = 完成
handover-col-to = 移交给
handover-col-result = 结果
handover-line-leads = 线索
handover-line-undo = 已退回线索
handover-done = 完成
handover-running = 进行中，{ $moved } / { $total }
handover-undone = 已撤销
handover-note = 已将{ $count }条线索移交给 { $name }，可在 { $date } 前撤销。
handover-note-text = 撤销会退回此后无人改动的线索；其余保留并列出。
handover-undo = 全部撤销
undo = 撤销
handover-undo-started = 线索正在退回。
handover-toast = { $count }条线索将转给 { $name }
handover-toast-text = 也可在审计日志和离职者页面撤销。
handover-kept-title = { $count }条线索此后有改动，保持不变：
handover-kept-would = { $count }条线索此后有改动，撤销时将保持不变：
handover-kept-gone = 原负责人已被移除。
handover-kept-all = 显示全部
handover-kept-none = 没有保持不变的线索。
handover-stays = 保持不变的线索
handover-facts = 移交
handover-page-to = 移交给 { $name }
handover-page-back = 线索退回给 { $name }
handover-former-owners = 原负责人
handover-col-from = 来自
handover-undo-of = 所撤销的移交
handover-undone-by = 被此撤销
handover-show-other = 查看
handover-redo-note = { $count }条线索已退回给 { $name }，可在 { $date } 前重新移交。
handover-redo-text = 同样的线索会再次移交，此后有人改动的除外。
handover-redo = 重新移交
handover-stopped = 移交停在 { $moved } / { $total }。
handover-stopped-text = 发起人已无权移交线索。继续后，其余线索将以您的名义移交。
handover-resume = 继续
handover-resumed = 移交已继续。
handover-unassigned = 未分配
remove-title = 彻底移除 { $name }
remove-goes = 姓名、邮箱、登录名、电话、头像、密码、会话和邮件都会被清除。这些邮箱可以重新使用。
remove-stays = 线索、备注、交接和数据保留，姓名显示为“{ $left }”。
remove-log = 审计日志保留原有记录。
remove-for-good = 这是唯一无法撤销的操作。
remove-button = 彻底移除
remove-done = 已移除 { $name }，工作成果没有任何丢失。
user-role = 角色
invite-role-hint = 适用于销售许可上的用户。
invite-new-role-choice = 新角色（在下方命名）
invite-new-role-text = 与用户一起创建
invite-role-from = 复制自
invite-role-from-hint = 之后可在其页面修改权限。
resend-why-outside = 不在您管理的范围内
invite-part = 您只能邀请到账户的一部分
invite-part-team = 请选择您的一个团队。
invite-part-subordinates = 请选择您之下的一个职位。
invite-part-both = 请选择您的一个团队，或您之下的一个职位。
because-part-team = { $count ->
   *[other] 自己团队中的 { $count } 人
}
because-part-subordinates = { $count ->
   *[other] 职位在其之下的 { $count } 人
}
because-part-both = { $count ->
   *[other] 自己团队中或职位在其之下的 { $count } 人
}
