# Set-up, signing in, activation and passwords.


## Set-up

setup-title = 设置 Seatwise
setup-lead = 创建账户及其所有者，也就是您。
setup-account = 账户名称
setup-account-hint = 同事们熟知的公司名称。
setup-zone = 时区
setup-currency = 货币
setup-seats = 销售许可
setup-seats-hint = 可登录的人数，以后可以修改。
setup-button = 创建账户
setup-link = 请使用服务器启动时输出的链接打开此页。

## Signing in

signin-title = 登录
signin-email = 邮箱或登录名
signin-password = 密码
signin-button = 登录
signin-forgot = 忘记密码？
signin-back = 返回登录
signin-out = 您已退出登录。
signin-again = 请登录后继续。
accounts-title = 选择账户

## Passwords

forgot-title = 忘记密码
forgot-lead = 您将收到一封含有重设链接的邮件，链接有效期一小时。
forgot-button = 发送链接
forgot-sent = 如果此邮箱存在，邮件正在发送途中。
reset-title = 设置新密码
reset-lead = 之后您的所有设备都会退出登录。
reset-own-first = 您的密码由管理员设置。请设置自己的密码后继续。
reset-button = 保存密码
reset-done = 新密码已保存，请用它登录。
password-new = 新密码
password-rule = 至少12个字符，可以用几个带空格的词。

## Activation

activate-title = 欢迎加入 { $account }
activate-lead = 为 { $email } 设置密码即可开始使用。
activate-name = 您的姓名
activate-button = 激活
activate-done = 欢迎，您的账号已激活。

## Problem pages

problem-page-number = 此请求的编号：
problem-page-home = 返回首页
problem-page-again = 重试
problem-page-seats = 查看许可
problem-page-unknown = 未知问题

## Forms

form-cancel = 取消
form-optional = （可选）
step-done = 已完成：
step-back = 返回
step-continue = 继续
