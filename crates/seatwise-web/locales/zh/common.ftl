# The frame of every page and words that many pages share.


## Navigation

nav-work = 工作
nav-administration = 管理
nav-leads = 线索
nav-unassigned = 未分配
nav-users = 用户
nav-teams = 团队
nav-licences = 许可
nav-imports = 导入
nav-audit = 审计日志
nav-outbox = 发件箱
nav-settings = 设置
nav-me = 您的资料

## Frame

shell-navigation = 主导航
shell-skip = 跳到内容
shell-menu = 打开菜单
shell-close = 关闭
shell-dismiss = 关闭提示
shell-path = 路径
shell-search = 搜索或跳转…
shell-palette = 全局搜索
shell-results = 结果
shell-language = 语言
shell-theme = 浅色或深色
shell-theme-system = 跟随设备
shell-theme-light = 浅色
shell-theme-dark = 深色
shell-accounts = 切换账户
shell-own = 您的菜单，{ $name }
shell-sign-out = 退出登录
shell-sales-seats = 销售许可
shell-seats-of = { $taken } / { $total }
shell-offline = 无法连接服务器，页面内容可能不是最新的。
shell-motto = 人人各得其位。

## Keys

shell-keys = 键盘快捷键
keys-palette = 全局搜索
keys-search = 搜索当前列表
keys-new = 新建
keys-rows = 下一行或上一行
keys-select = 选择该行
keys-edit = 编辑用户
keys-deactivate = 停用用户
keys-list = 此列表
keys-escape = 关闭当前窗口，然后清除选择

## Time

ago-now = 刚刚
ago-minutes = { $count }分钟前
ago-hours = { $count }小时前
ago-yesterday = 昨天
ago-days = { $count }天前
nav-roles = 角色与权限
