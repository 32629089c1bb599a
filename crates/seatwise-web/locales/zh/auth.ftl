# Set-up, signing in, activation and passwords.


## Signing in

signin-title = 登录
signin-email = 邮箱或登录名
signin-password = 密码
signin-button = 登录
signin-forgot = 忘记密码？
signin-out = 您已退出登录。
signin-again = 请登录后继续。
accounts-title = 选择账户

## Passwords

reset-title = 设置新密码
reset-lead = 之后您的所有设备都会退出登录。
reset-button = 保存密码
reset-done = 新密码已保存，请用它登录。

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
step-done = 已完成：
step-back = 返回
