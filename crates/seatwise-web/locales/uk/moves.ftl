# Хтось переходить: куди, що лишається, що це змінює.

moves-menu = Перевести до іншої команди…
moves-title = Переведення
moves-form-title = Переведення: { $name }
moves-where = Куди
moves-team = Вступає до команди
moves-no-team = Без нової команди
moves-leads = Керує нею
moves-position-stays = Лишається на теперішній посаді
moves-stays = Що лишається
moves-stays-text = Зніміть позначку з того, що закінчується з переведенням. Решта не змінюється.
moves-stay-team = Лишається в команді { $team }
moves-stay-leads = Далі керує командою { $team }
moves-stay-role = Зберігає роль { $role }
moves-stay-group = Лишається в групі { $group }
moves-records = Дотеперішні записи
moves-records-keep = Лишаються
moves-records-keep-text = Записи переходять разом із працівником.
moves-records-pass = Їх отримає хтось інший
moves-records-pass-text = На наступному кроці ви оберете, хто що отримає. Це можна скасувати.
moves-check = Подивитися, що зміниться
moves-check-title = Перевірте, що зміниться: { $name }
moves-check-lead = Поки нічого не збережено.
moves-done = Переведення виконано: { $name }.
settings-check = Перевірте, що змінюють налаштування
effect-leads-gain = { $count ->
   [one] Бачить на { $count } лід більше
   [few] Бачить на { $count } ліди більше
   [many] Бачить на { $count } лідів більше
  *[other] Бачить на { $count } ліда більше
}
effect-leads-lose = { $count ->
   [one] Більше не бачить { $count } лід
   [few] Більше не бачить { $count } ліди
   [many] Більше не бачить { $count } лідів
  *[other] Більше не бачить { $count } ліда
}
effect-beyond = { $count ->
   [one] Ще { $count } людини це може стосуватися, її не перевірено.
   [few] Ще { $count } людей це може стосуватися, їх не перевірено.
   [many] Ще { $count } людей це може стосуватися, їх не перевірено.
  *[other] Ще { $count } людини це може стосуватися, їх не перевірено.
}
problem-move-nothing = Переведення нічого не змінює
problem-move-nothing-detail = Оберіть команду чи посаду або зніміть позначку з того, що закінчується.
api-op-previewUserMove = Переглянути, що дасть переведення користувача
api-op-moveUser = Перевести користувача до іншої команди або на іншу посаду
api-op-previewAccountEdit = Переглянути, що дасть зміна акаунта
