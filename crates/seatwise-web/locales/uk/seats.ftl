# Licences at a glance.

seats-lead = Ви купуєте ліцензії, а не користувачів. Ліцензія переходить від того, хто пішов, до наступника без доплати.
seats-in-use = Зайнято
seats-pending-users = Очікують
seats-released-legend = Звільнено, доступно одразу
seats-free-legend = Вільно
seats-who = Хто займає ліцензії
seats-all-users = Усі користувачі
seats-col-since = З
seats-col-note = Примітка
seats-change = Кількість ліцензій
seats-bought-hint = Зайнято { $taken }; менше не можна.
seats-save = Зберегти кількість
seats-saved = Кількість ліцензій збережено.
seats-note-pending = Очікування, посилання до { $date }
seats-note-expired = Очікування, посилання втратило чинність { $date }
seats-note-frozen = Призупинено, ліцензію зайнято
seats-note-unseen = { $count ->
   [one] Не входить { $count } день
   [few] Не входить { $count } дні
   [many] Не входить { $count } днів
  *[other] Не входить { $count } дні
}
