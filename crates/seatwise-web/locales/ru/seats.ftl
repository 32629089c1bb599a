# Licences at a glance.

seats-lead = Вы покупаете лицензии, а не пользователей. Лицензия переходит от ушедшего к преемнику без доплаты.
seats-in-use = Занято
seats-pending-users = Ожидающие
seats-released-legend = Освобождено, доступно сразу
seats-free-legend = Свободно
seats-who = Кто занимает лицензии
seats-all-users = Все пользователи
seats-col-since = С
seats-col-note = Примечание
seats-change = Количество лицензий
seats-bought-hint = Занято { $taken }; меньше нельзя.
seats-save = Сохранить количество
seats-saved = Количество лицензий сохранено.
seats-note-pending = Ожидание, ссылка до { $date }
seats-note-expired = Ожидание, ссылка истекла { $date }
seats-note-frozen = Приостановлен, лицензия занята
seats-note-unseen = { $count ->
   [one] Не входит { $count } день
   [few] Не входит { $count } дня
   [many] Не входит { $count } дней
  *[other] Не входит { $count } дня
}
