# Кто-то переходит: куда, что остаётся, что это меняет.

moves-menu = Перевести в другую команду…
moves-title = Перевод
moves-form-title = Перевод: { $name }
moves-where = Куда
moves-team = Вступает в команду
moves-no-team = Без новой команды
moves-leads = Руководит ею
moves-position-stays = Остаётся на нынешней должности
moves-stays = Что остаётся
moves-stays-text = Снимите отметку с того, что заканчивается с переводом. Остальное не меняется.
moves-stay-team = Остаётся в команде { $team }
moves-stay-leads = По-прежнему руководит командой { $team }
moves-stay-role = Сохраняет роль { $role }
moves-stay-group = Остаётся в группе { $group }
moves-records = Прежние записи
moves-records-keep = Остаются
moves-records-keep-text = Записи переходят вместе с сотрудником.
moves-check = Посмотреть, что изменится
moves-check-title = Проверьте, что изменится: { $name }
moves-check-lead = Пока ничего не сохранено.
moves-done = Перевод выполнен: { $name }.
settings-check = Проверьте, что меняют настройки
effect-leads-gain = { $count ->
   [one] Видит на { $count } лид больше
   [few] Видит на { $count } лида больше
   [many] Видит на { $count } лидов больше
  *[other] Видит на { $count } лида больше
}
effect-leads-lose = { $count ->
   [one] Больше не видит { $count } лид
   [few] Больше не видит { $count } лида
   [many] Больше не видит { $count } лидов
  *[other] Больше не видит { $count } лида
}
effect-beyond = { $count ->
   [one] Ещё { $count } человека это может коснуться, он не проверен.
   [few] Ещё { $count } человек это может коснуться, они не проверены.
   [many] Ещё { $count } человек это может коснуться, они не проверены.
  *[other] Ещё { $count } человека это может коснуться, они не проверены.
}
problem-move-nothing = Перевод ничего не меняет
problem-move-nothing-detail = Выберите команду или должность либо снимите отметку с того, что заканчивается.
api-op-previewUserMove = Посмотреть, что даст перевод пользователя
api-op-moveUser = Перевести пользователя в другую команду или на другую должность
api-op-previewAccountEdit = Посмотреть, что даст изменение аккаунта
moves-records-open = Открытые лиды получит кто-то другой
moves-records-open-text = Выигранные, проигранные и отменённые остаются за именем, а с ними и показатели.
moves-records-all = Все лиды получит кто-то другой
moves-records-all-text = Вместе с выигранными, проигранными и отменёнными.
moves-records-go = Переходят
moves-to-unassigned = Пока никому: к лидам без ответственного
moves-done-text = Отменить можно и в журнале.
moves-undo = Отменить перевод
moves-undo-title = Отменить перевод: { $name }
moves-undo-lead = Выполнено: { $name }, { $date }. Пока ничего не отменено.
moves-undo-note = Этот перевод можно отменить до { $date }.
moves-undo-note-text = Вернётся то, что с тех пор никто не менял; что останется, вы увидите заранее.
moves-undone = Перевод отменён: { $name }.
moves-undone-note = Этот перевод отменён.
moves-stays-touched = Остаётся как есть: с тех пор это изменили.
moves-stays-gone = Остаётся как есть: этого больше нет.
moves-stays-ended = Остаётся как есть: срок истёк.
moves-stays-not-now = Остаётся как есть: при нынешнем статусе или лицензии это невозможно.
moves-stays-elsewhere = Остаётся как есть: пользователь теперь в другой группе видимости.
moves-piece-team = Команда { $name }
moves-piece-position = Должность { $name }
moves-piece-group = Группа { $name }
moves-piece-role = Роль { $name }
moves-back-leads = { $count ->
   [one] { $count } лид возвращается.
   [few] { $count } лида возвращаются.
   [many] { $count } лидов возвращаются.
  *[other] { $count } лида возвращаются.
}
moves-back-leads-stay = { $count ->
   [one] { $count } остаётся: с тех пор его изменили.
   [few] { $count } остаются: с тех пор их изменили.
   [many] { $count } остаются: с тех пор их изменили.
  *[other] { $count } остаются: с тех пор их изменили.
}
moves-back-leads-undone = Остаются: передачу уже отменили отдельно.
field-move = Перевод
field-hand-over-id = Передача
field-stays = Остаётся как есть
event-user-moved = Перевод: { $subject }
event-user-move-undone = Отмена перевода: { $subject }
problem-move-undo-nothing = Из этого перевода нечего вернуть.
problem-move-undo-nothing-detail = Всё с тех пор изменили, или этого больше нет. Выполните новый перевод.
api-op-getMove = Посмотреть перевод
api-op-undoMove = Отменить перевод
