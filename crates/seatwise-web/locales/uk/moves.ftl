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
moves-records-open = Відкриті ліди отримає хтось інший
moves-records-open-text = Виграні, програні та скасовані лишаються за іменем, а з ними й показники.
moves-records-all = Усі ліди отримає хтось інший
moves-records-all-text = Разом із виграними, програними та скасованими.
moves-records-go = Переходять
moves-to-unassigned = Поки нікому: до лідів без відповідального
moves-done-text = Скасувати можна і в журналі.
moves-undo = Скасувати переведення
moves-undo-title = Скасувати переведення: { $name }
moves-undo-lead = Виконано: { $name }, { $date }. Поки нічого не скасовано.
moves-undo-note = Це переведення можна скасувати до { $date }.
moves-undo-note-text = Повернеться те, що відтоді ніхто не змінював; що залишиться, ви побачите заздалегідь.
moves-undone = Переведення скасовано: { $name }.
moves-undone-note = Це переведення скасовано.
moves-stays-touched = Залишається як є: відтоді це змінили.
moves-stays-gone = Залишається як є: цього більше немає.
moves-stays-ended = Залишається як є: термін минув.
moves-stays-not-now = Залишається як є: з нинішнім статусом або ліцензією це неможливо.
moves-stays-elsewhere = Залишається як є: користувач тепер в іншій групі видимості.
moves-piece-team = Команда { $name }
moves-piece-position = Посада { $name }
moves-piece-group = Група { $name }
moves-piece-role = Роль { $name }
moves-back-leads = { $count ->
   [one] { $count } лід повертається.
   [few] { $count } ліди повертаються.
   [many] { $count } лідів повертаються.
  *[other] { $count } ліда повертаються.
}
moves-back-leads-stay = { $count ->
   [one] { $count } залишається: відтоді його змінили.
   [few] { $count } залишаються: відтоді їх змінили.
   [many] { $count } залишаються: відтоді їх змінили.
  *[other] { $count } залишаються: відтоді їх змінили.
}
moves-back-leads-undone = Залишаються: передачу вже скасували окремо.
field-move = Переведення
field-hand-over-id = Передача
field-stays = Залишається як є
event-user-moved = Переведення: { $subject }
event-user-move-undone = Скасування переведення: { $subject }
problem-move-undo-nothing = Із цього переведення нічого повернути.
problem-move-undo-nothing-detail = Усе відтоді змінили, або цього більше немає. Виконайте нове переведення.
api-op-getMove = Переглянути переведення
api-op-undoMove = Скасувати переведення
