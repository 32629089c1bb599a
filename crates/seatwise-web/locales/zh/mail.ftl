# The mails.

mail-greeting = { $name }，您好：
mail-activation-subject = 您的 { $account } 账号
mail-activation-text = { $inviter } 邀请您加入 { $account }。打开链接并设置密码即可使用。
mail-activation-text-operator = 邀请您加入 { $account }。打开链接并设置密码即可使用。
mail-activation-button = 激活账号
mail-activation-until = 链接有效期至 { $until }（UTC）。
mail-activation-footer = 如非您所期待，请忽略此邮件。
mail-reset-subject = { $account } 的新密码
mail-reset-text = 有人为您的 { $account } 账号申请了新密码。
mail-reset-by-admin = { $account } 的管理员要求您设置新密码。原密码已失效，所有设备均已退出登录。
mail-reset-button = 设置新密码
mail-reset-until = 链接仅可使用一次，有效期至 { $until }（UTC）。
mail-reset-footer = 如非本人操作，请告知管理员。
mail-changed-subject = 您的 { $account } 密码已更改
mail-changed-text = 您的 { $account } 密码已更改，其他设备已退出登录。
mail-changed-footer = 如非本人操作，请立即告知管理员。
