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
moves-records-pass = Их получит кто-то другой
moves-records-pass-text = На следующем шаге вы выберете, кто что получит. Это можно отменить.
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
