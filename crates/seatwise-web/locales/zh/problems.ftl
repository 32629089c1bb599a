# Why something is refused, by the public code of the refusal. A text that ends in -detail says what to do.


## Signing in

problem-sign-in-needed = 请先登录。
problem-sign-in-failed = 邮箱或密码不正确。
problem-switched-off = 您的访问权限已被关闭。
problem-switched-off-detail = 请联系贵公司的管理员。
problem-too-many-tries = 尝试次数过多。
problem-too-many-tries-detail = 请稍等几分钟后再试。
problem-token-read-only = 此令牌只能读取。
problem-denied = 您无权执行此操作。
problem-denied-detail = 账户管理员可以授予您该权限。
problem-plan-without-teams = 此账户的套餐不含团队功能。
problem-plan-without-teams-detail = 包含团队功能的套餐：{ $plans }。请联系此系统的运营者更改套餐。
problem-outranked = 此操作超出您自己的权限。
problem-outranked-detail = 任何人都不能授予自己没有的权限，也不能更改权限更大的用户。请联系账户管理员。
problem-receiver-out-of-reach = 您无权将线索分配到那里。
problem-receiver-out-of-reach-detail = 请从您负责的团队中选择人员，或联系管理员。
problem-not-found = 此地址没有内容。
problem-not-found-detail = 内容可能已被移除，或属于另一个账户。
problem-method-not-allowed = 此地址不接受该请求。
problem-bad-request = 无法读取该请求。
problem-too-large = 内容过大。
problem-cross-site = 该请求来自其他网站。
problem-busy = 服务器繁忙。
problem-busy-detail = 请几秒后重试。没有任何更改。
problem-database-gone = 无法连接数据库。
problem-database-gone-detail = 请一分钟后重试。没有任何更改。
problem-database-read-only = 数据库目前不接受写入。
problem-database-read-only-detail = 仍可读取。没有任何更改；请一分钟后重试。
problem-disk-full = 服务器磁盘已满。
problem-disk-full-detail = 没有任何更改。请通知系统运维人员。
problem-internal = 我们这边出现了问题。
problem-internal-detail = 请重试。如问题仍在，请将下方编号告知系统运维人员。
problem-idempotency-key-reused = 该幂等键属于另一个请求。
problem-idempotency-in-doubt = 使用该键的请求仍在处理中。

## People

problem-email-invalid = 这不是完整的邮箱地址。
problem-email-or-login-needed = 请填写邮箱或登录名。
problem-only-way-in = 没有它，此用户将无法再登录。
problem-only-way-in-detail = 请填写其他邮箱；如果用户已有密码，也可以填写登录名。
problem-too-many-aliases = 其他邮箱最多20个。请先移除一个。
problem-email-needed = 此账户要求填写新用户的邮箱。
problem-login-needed = 此账户要求填写新用户的登录名。
problem-name-needed = 此账户要求填写新用户的姓名。
problem-phone-needed = 此账户要求填写新用户的电话。
problem-job-title-needed = 此账户要求填写新用户的职位。
problem-gender-needed = 此账户要求填写新用户的性别。
problem-team-needed = 此账户要求选择新用户的团队。
problem-field-not-asked = 此账户不要求填写新用户的“{ $field }”。
problem-field-not-asked-detail = 请留空，或由管理员更改账户设置。
problem-user-form-no-way-in = 这样将无法再添加任何人。
problem-user-form-no-way-in-detail = 请要求填写邮箱，或要求填写登录名并允许管理员设置初始密码。
problem-email-taken = 另一位用户已使用此邮箱。
problem-email-taken-detail = 请填写其他邮箱，或打开使用此邮箱的用户。
problem-email-of-deactivated = 此邮箱属于一位已停用的用户。
problem-email-of-deactivated-detail = 请重新启用该用户，或填写其他邮箱。
problem-email-is-alias = 此邮箱是另一位用户的别名。
problem-email-is-alias-detail = 请填写其他邮箱，或先移除该别名。
problem-email-pending = 发往此邮箱的邀请尚未被接受。
problem-email-pending-detail = 请改为重新发送该激活邮件。
problem-email-of-contact = 此邮箱属于一位 CRM 联系人。
problem-email-of-contact-detail = 请填写其他邮箱：此账户中用户与联系人相互独立。
problem-login-invalid = 无法使用此登录名。
problem-login-taken = 另一位用户已使用此登录名。
problem-login-taken-detail = 请换一个登录名。
problem-name-invalid = 请填写不超过200个字符的姓名。
problem-phone-invalid = 这不是电话号码。
problem-text-invalid = 文本过长或包含无法显示的字符。
problem-reason-too-long = 请填写不超过500个字符的原因。
problem-language-unknown = 没有这种语言。
problem-time-zone-unknown = 没有此时区。
problem-picture-invalid = 无法使用此图片。请使用不超过5 MB的 JPEG、PNG 或 WebP。

## Passwords and links

problem-password-too-short = 至少需要12个字符。
problem-password-too-long = 最多200个字符。
problem-password-common = 此密码太容易被猜到，请换一个。
problem-password-needed = 没有邮箱时，必须为此用户设置密码。
problem-password-needed-detail = 请设置密码并自行转告，或填写用于接收激活邮件的邮箱。
problem-password-by-link = 此账户的人员自行设置密码。
problem-password-by-link-detail = 请不要填写密码，而是填写用于接收激活邮件的邮箱，或由管理员更改账户设置。
problem-password-change-due = 此密码由管理员设置，请先设置自己的密码。
problem-password-change-due-detail = 请在页面上登录，或将此响应中的令牌与新密码一起发送到 /password/reset。
problem-password-wrong = 当前密码不正确。
problem-link-invalid = 此链接无效或已被使用。
problem-link-invalid-detail = 请索取新链接：以最新邮件中的链接为准。
problem-link-expired = 此链接已过期。
problem-link-expired-detail = 请让管理员重新发送。

## Seats

problem-no-free-seat = 没有空闲许可。
problem-no-free-seat-detail = 请购买许可，或停用不需要许可的人员。
problem-trial-limit = 试用版最多十位用户。
problem-trial-limit-detail = 系统运维人员可以提高此上限。
problem-seats-in-use = 正在使用的许可多于此数。
problem-seats-in-use-detail = 请先停用人员，再减少许可。
problem-seat-count-invalid = 请输入0到200,000之间的整数。

## States of people

problem-is-owner = 在他人接任之前，所有者保留其级别和访问权限。
problem-is-owner-detail = 所有者可以在“设置”中转移所有权。如果无法联系到所有者，请联系此系统的运营者。
problem-is-self = 您不能对自己执行此操作。
problem-is-self-detail = 请让另一位管理员来操作。
problem-last-admin = 必须保留至少一位管理员。
problem-already-deactivated = 此用户已停用。
problem-already-deactivated-detail = 您可以重新启用此用户，或移交其名下剩余的线索。
problem-not-deactivated = 此用户未被停用。
problem-not-deactivated-detail = 只有已停用的用户才能重新启用或移除。
problem-not-pending = 此用户已登录过。
problem-not-pending-detail = 如果此用户无法登录，请重置密码。
problem-not-yet-active = 此用户尚未登录过。
problem-not-yet-active-detail = 尚无可重置的密码，请重新发送激活邮件。
problem-not-active = 此用户目前没有访问权限。
problem-not-active-detail = 请先恢复此用户的访问权限。
problem-no-mail-address = 此用户没有邮箱地址。
problem-no-mail-address-detail = 请先在编辑页面添加邮箱。
problem-only-blocking = 用户不能删除，只能停用。
problem-only-blocking-detail = 请停用此用户：历史记录保留，许可释放。
problem-level-unknown = 没有此级别。
problem-level-too-high = 您不能授予高于自己的级别。
problem-level-too-high-detail = 请选择较低的级别，或请拥有此级别的人操作。
problem-admin-needs-seat = 管理员需要销售许可：团队许可不含管理权限。
problem-admin-needs-seat-detail = 请先更换许可：用销售许可邀请此人。
problem-changed-meanwhile = 内容在此期间已被更改。
problem-changed-meanwhile-detail = 请查看当前状态后重试。

## Leads and hand-overs

problem-heir-needed = 请选择由谁接手线索。
problem-heir-not-active = 此人不能拥有线索。
problem-heir-not-active-detail = 请选择此账户中的活跃用户。
problem-heir-pending = 此人尚未登录，不能拥有线索。
problem-heir-pending-detail = 请选择其他人，或等待其首次登录。待激活人员可在何处被选择，由设置决定。
problem-heir-suspended = 此人已被暂停，不能接收线索。
problem-heir-suspended-detail = 请选择其他人，或先解除暂停。
problem-heir-deactivated = 此人已停用，不能接收线索。
problem-heir-deactivated-detail = 请选择其他人，或先重新启用此人。
problem-heir-not-wanted = 按此选择，线索不会交给任何人。
problem-heir-not-wanted-detail = 请去掉接收人，或选择移交线索。
problem-heir-is-leaver = 请选择其他人：线索已在此人名下。
problem-owner-cannot-receive = 此人不能拥有线索。
problem-owner-cannot-receive-detail = 团队许可不含线索。请选择持有销售许可的人。
problem-stage-unknown = 没有此阶段。
problem-value-invalid = 这不是金额。
problem-date-invalid = 这不是日期。
problem-title-invalid = 请填写不超过200个字符的标题。
problem-note-invalid = 请填写不超过10,000个字符的备注。
problem-external-id-taken = 另一条线索已使用此外部 ID。
problem-not-undoable = 此操作无法撤销。
problem-already-undone = 此操作已被撤销。
problem-undo-too-late = 撤销期限已过。
problem-undo-out-of-reach = 其中部分线索不在您的权限范围内。
problem-undo-out-of-reach-detail = 未撤销任何内容：撤销要么全部退回，要么不退回。请联系管理员撤销。
problem-still-running = 此操作仍在进行。
problem-still-running-detail = 请等待完成后重试。

## Account and files

problem-team-unknown = 没有此团队。
problem-leader-deactivated = 已停用的用户不能领导团队。
problem-leader-deactivated-detail = 请选择其他人，或先重新启用此用户。
problem-team-name-taken = 已有同名团队。
problem-account-address-taken = 另一个账户已使用此地址。
problem-account-address-invalid = 请使用2到40个小写字母、数字和连字符。
problem-setup-done = 系统已完成设置。
problem-file-unreadable = 无法读取此文件。
problem-file-too-large = 文件过大。
problem-mapping-invalid = 列的对应关系不成立。
problem-import-state = 导入不处于此步骤。
problem-period-invalid = 无法统计此期间。
problem-period-invalid-detail = 请给出两个日期：结束日期在开始日期之后，且不超过十年。
problem-role-unknown = 没有这个角色。
problem-role-unknown-detail = 请从列表中选择；它可能已被删除。
problem-role-name-invalid = 请为角色输入不超过 200 个字符的名称。
problem-role-name-taken = 已有同名角色。
problem-role-name-taken-detail = 请换一个名称，或修改那个角色。
problem-role-description-invalid = 请用不超过 500 个字符描述角色。
problem-role-limit = 此账户已有 200 个角色。
problem-role-limit-detail = 请先删除不需要的角色。
problem-role-built-in = 此角色随程序提供。
problem-role-built-in-detail = 请复制后修改副本。
problem-role-is-default = 这是默认角色。
problem-role-is-default-detail = 请先将其他角色设为默认，再删除它。
problem-role-is-set = 权限集不能作为唯一角色。
problem-role-is-set-detail = 请选择一个角色；权限集可另外追加。
problem-role-of-team-seats = 此角色属于团队许可。
problem-role-of-team-seats-detail = 团队许可上的每个人都已拥有它。请选择其他角色。
problem-role-needs-seat = 团队许可有自己的角色。
problem-role-needs-seat-detail = 其他角色和权限集需要销售许可。
problem-role-expiry-past = 该截止时间已过。
problem-role-expiry-past-detail = 请选择更晚的日期，或留空表示长期有效。
problem-permission-unknown = 没有这项权限。
problem-permission-unknown-detail = 请使用角色列表中的权限名称。
problem-permission-owners = 此权限属于所有者。
problem-permission-owners-detail = 任何角色都不能授予；请去掉它。
problem-permission-without-seat = 团队许可不包含此权限。
problem-permission-without-seat-detail = 请去掉它，或给这些人销售许可。
problem-extent-unknown = 没有这样的范围。
problem-extent-unknown-detail = 请使用 none、own、privacy、team、subordinates 或 all。
problem-extent-without-reach = 此权限只能授予或不授予。
problem-extent-without-reach-detail = 请使用 none 或 all。
problem-role-field-unknown = 没有这个字段。
problem-role-field-unknown-detail = 请使用角色页面上的字段；标题、阶段和负责人始终可见。
problem-field-access-unknown = 字段不能这样设置。
problem-field-access-unknown-detail = 请使用 hidden、read 或 edit。
problem-field-hidden = 您的角色不允许您设置字段“{ $field }”。
problem-field-hidden-detail = 未作任何更改。角色“{ $role }”对您隐藏了该字段。请去掉该字段后重新提交，或请管理员更改角色或授予您权限集。
problem-field-read-only = 您的角色只允许您查看字段“{ $field }”。
problem-field-read-only-detail = 未作任何更改。角色“{ $role }”只允许您查看该字段。请保持该字段不变，或请管理员更改角色或授予您权限集。
problem-sort-hidden = 不能按字段“{ $field }”对线索排序：您的角色隐藏了它。
problem-sort-hidden-detail = 请按最新排序，或请管理员更改角色。
problem-dates-hidden = 按期间统计会透露字段“{ $field }”：您的角色隐藏了它。
problem-dates-hidden-detail = 请不要指定期间，或选择“ever”：您可以查看全部时间的数据。也可以请管理员更改角色。
problem-outside-part = 此用户不在您管理的范围内。
problem-outside-part-detail = { $part ->
    [team] 您管理自己团队中的人员。请联系账户管理员，或联系管理所有用户的人。
    [subordinates] 您管理职位在您之下的人员。请联系账户管理员，或联系管理所有用户的人。
    [both] 您管理自己团队中的人员和职位在您之下的人员。请联系账户管理员，或联系管理所有用户的人。
   *[other] 您管理一部分用户。请联系账户管理员，或联系管理所有用户的人。
}
problem-team-outside-part = 您不能将人员加入此团队。
problem-team-outside-part-detail = 您只能邀请人员加入自己的团队。请选择其中一个。
problem-newcomer-needs-team = 请选择您的一个团队。
problem-newcomer-needs-team-detail = 您只能邀请人员加入自己的团队，因此新用户需要其中一个团队。
problem-newcomer-needs-position = 请选择您之下的一个职位。
problem-newcomer-needs-position-detail = 您只能邀请人员担任您之下的职位，因此新用户需要这样的职位。
problem-role-not-givable = 您的角色不允许您授予或收回此角色。
problem-role-not-givable-detail = 请从列表中选择角色，或联系账户管理员。
problem-givable-role-unknown = 没有可以授予的角色“{ $name }”。
problem-givable-role-unknown-detail = 请用键指明角色和权限集；团队席位的角色随席位而来。
problem-extent-of-people = 此权限针对用户：所有用户或其中一部分。
problem-extent-of-people-detail = 请使用 none、team、subordinates 或 all。
problem-role-begins-late = 第一天不早于最后一天。
problem-role-begins-late-detail = 请选择更早的第一天或更晚的最后一天。
