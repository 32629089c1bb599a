# The own profile, API tokens, the outbox and the palette.

me-profile = 资料
me-save = 保存资料
me-password = 密码
me-password-change = 更改密码
me-end-others = 退出其他设备
me-tokens = API 令牌
me-tokens-none = 没有令牌。令牌可让程序以您的名义工作。
me-token-new = 创建令牌
me-token-shown = 请立即复制，之后不再显示。
me-token-copy = 复制
outbox-lead = 等待、已发送或失败的邮件。
outbox-col-mail = 邮件
outbox-col-to = 收件人
outbox-col-made = 创建时间
outbox-col-tries = 尝试次数
mail-waiting = 等待中
mail-sent = 已发送
mail-failed = 失败
mail-cancelled = 已取消
notice-mail = 尚未设置邮件服务器：邮件在发件箱中等候。
palette-leads = 线索
palette-actions = 操作
palette-none = 未找到。
