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
users-search = 按姓名、邮箱或 ID 查找
users-find = 搜索
users-clear = 清除筛选
users-hide-deactivated = 隐藏已停用用户
users-show-deactivated = 已隐藏停用用户
users-filter-any = 不限
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
users-link-expired = 链接已过期
users-bulk = 所选用户
users-bulk-count = 已选择{ $count }位用户
users-resend-selected = 向所选用户重发激活邮件
users-clear-selection = 清除选择
pager-label = 分页
pager-shown-only = { $count }条
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
seats-free = { $count }个空闲
seats-pending = { $count }个由待激活用户占用
seats-released = { $count }个已释放，可立即使用

## Actions

user-send = 发送激活邮件
user-reset-short = 重置…
user-sign-out-everywhere = 退出所有设备

## One user

user-owns = { $name } 名下的内容
user-owns-nothing = 没有需要移交的内容。
user-hand-over-records = 移交记录
user-leads = { $count }条线索
user-sessions = 会话
user-sessions-count = { $count }台设备
user-sessions-none = 没有登录中的设备。
user-session-current = 正在使用
user-session-detail = { $address } · 最近使用 { $when }
user-session-end = 结束
user-device-on = { $system } 上的 { $browser }
user-device-unknown = 未知设备
user-seat-and-role = 许可与角色
user-security = 登录与安全
user-password = 密码
user-password-changed = 修改于 { $date }
user-password-none = 未设置
user-history = 历史
user-full-audit = 完整日志
user-teams = 团队
user-language = 语言
user-phone = 电话
user-login = 登录名
user-name = 姓名
user-email = 邮箱
user-level = 角色

## New user

invite-sent = 已邀请 { $name }。

## Edit

edit-changes = 更改
edit-col-field = 字段
edit-col-before = 更改前
edit-col-after = 更改后
edit-confirm = 保存更改
edit-again = 返回表单
edit-empty = 空
edit-secret = 已更改
edit-yes = 是
edit-no = 否

## Password, activation, reactivation

reset-user-sessions = 所有设备上的会话都会结束。

## Deactivation

deactivate-affected = 与此人相关的内容
deactivate-col-count = 数量
deactivate-col-then = 之后
deactivate-to = 交给一个人
deactivate-to-text = 全部{ $count }条进行中的线索立即变更负责人。
deactivate-leave-hint = 保留已结束的线索，可使历史统计仍归属原负责人。
deactivate-unassigned = 移到“未分配”
deactivate-unassigned-text = 由主管逐条或批量分配。目前有{ $count }条在等待。
deactivate-later = 稍后决定
deactivate-later-text = 仍归 { $name } 名下且可查看，适合等待接任者。
deactivate-confirm-title = 核对并确认
deactivate-after = 完成后
deactivate-after-sessions = { $name } 将立即在{ $count }台设备上退出，并无法再登录。
deactivate-after-seat = 许可立即释放。若续费前无人使用，则不计费。
deactivate-after-notes = 备注和已结束线索保留姓名，统计不变。
deactivate-after-undo = 移交可在30天内撤销。

## Hand-over

handover-what = 移交内容
handover-in-audit = 在审计日志中
handover-col-what = 内容
handover-col-done = 完成
handover-col-to = 移交给
handover-col-result = 结果
undo = 撤销
handover-kept-title = { $count }条线索此后有改动，保持不变：
