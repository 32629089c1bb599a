# Licences at a glance.

seats-lead = 您购买的是许可而非用户。许可可从离职者转给接任者，无需另付费用。
seats-in-use = 使用中
seats-pending-users = 待激活用户
seats-released-legend = 已释放，可立即使用
seats-free-legend = 空闲
seats-who = 许可占用者
seats-all-users = 所有用户
seats-col-since = 起始
seats-col-note = 备注
seats-change = 许可数量
seats-bought-hint = 已使用{ $taken }个，不能少于此数。
seats-save = 保存数量
seats-saved = 许可数量已保存。
seats-note-pending = 待激活，链接有效期至 { $date }
seats-note-expired = 待激活，链接已于{ $date }过期
seats-note-frozen = 已暂停，仍占用许可
seats-note-unseen = 已{ $count }天未登录
