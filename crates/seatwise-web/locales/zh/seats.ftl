# Licences at a glance.

seats-lead = 您购买的是许可而非用户。许可可从离职者转给接任者，无需另付费用。
seats-in-use = 使用中
seats-who = 许可占用者
seats-all-users = 所有用户
seats-col-since = 起始
seats-col-note = 备注
seats-change = 许可数量
seats-save = 保存数量
