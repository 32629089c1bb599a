# The settings of the account.

settings-lead = 适用于此账户的所有人，每个人的下一次操作即生效。
settings-save = 保存设置
settings-saved = 设置已保存。
settings-account = 账户
settings-address = 地址
settings-name-hint = 显示在左上角和邮件中，地址不变。
settings-language-hint = 用于未自选语言的人及发给他们的邮件。
settings-zone-hint = 用于未自选时区的人的日期和时间。
settings-leads = 谁能看到哪些线索
settings-leads-all = 全部线索
settings-leads-all-text = 每个人都可处理整个账户的线索。
settings-leads-own = 自己的线索
settings-leads-own-text = 用户只看到自己负责的线索，管理员看到全部。
settings-people = 用户
settings-mail = 立即发送激活邮件
settings-mail-hint = 适用于单个新用户。关闭后仅保存，待有人发送邮件。导入始终等待。
settings-contacts = CRM 联系人可成为用户
settings-contacts-hint = 关闭后，邮箱属于线索联系人的新用户会被拒绝。
settings-hide = 在列表中隐藏已停用的用户
settings-hide-hint = 列表默认不显示他们，点一下即可显示。其线索和历史保留。
settings-pending = 待激活用户可选为负责人
settings-pending-hint = 分给他们的线索等待其首次登录。
settings-pending-never = 任何地方都不可
settings-pending-handover_only = 移交线索时
settings-pending-always = 任何地方
