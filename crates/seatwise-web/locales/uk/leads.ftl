# Leads: board, table, one lead, notes, the unassigned.

leads-new = Новий лід
leads-views = Дошка або таблиця
leads-board = Дошка
leads-table = Таблиця
leads-search = Знайти лід
leads-filter-owner = Власник
leads-filter-stage = Етап
leads-owner-me = Я
leads-owner-everyone = Усі
leads-owner-one = Одна людина
leads-owner-search = Власник за іменем
leads-show = Показати
leads-owner-left = Власник пішов
leads-owner = Власник
leads-column-empty = Лідів тут немає
leads-more = { $count ->
   [one] Показати ще { $count }
   [few] Показати ще { $count }
   [many] Показати ще { $count }
  *[other] Показати ще { $count }
}
leads-more-many = Показати ще
leads-menu = Дії: { $title }
leads-move-to = Перемістити в
leads-open = Відкрити лід
leads-col-lead = Лід
leads-col-stage = Етап
leads-col-value = Сума
leads-col-owner = Власник
leads-col-closed = Закрито
leads-caption = { $count ->
   [one] Знайдено { $count } лід
   [few] Знайдено { $count } ліди
   [many] Знайдено { $count } лідів
  *[other] Знайдено { $count } ліди
}
leads-none-title = Лідів немає
leads-none-text = Під ці фільтри нічого не підходить.
leads-empty-text = Додайте перший лід або імпортуйте файл.
leads-count-many = { $count }+
leads-edit = Змінити
leads-edit-title = Зміна ліда
leads-title = Назва
leads-value = Сума
leads-value-hint = У валюті { $currency }.
leads-contact-name = Контакт
leads-contact-email = Пошта контакту
leads-next-step = Наступний крок
leads-next-step-on = Термін
leads-opened = Відкрито
leads-created = Створено
leads-external = Зовнішній ID
leads-facts = Відомості
leads-notes = Нотатки
leads-notes-none = Нотаток поки немає.
leads-notes-older = Старіші нотатки
leads-note = Нотатка
leads-note-add = Додати нотатку
leads-note-added = Нотатку додано.
leads-history-none = Змін поки немає.
leads-assign = Призначити
leads-assigned = Призначено: { $name }
leads-assigned-many = { $count ->
   [one] { $count } лід. Скасувати можна і в журналі.
   [few] { $count } ліди. Скасувати можна і в журналі.
   [many] { $count } лідів. Скасувати можна і в журналі.
  *[other] { $count } ліди. Скасувати можна і в журналі.
}
leads-move = Перемістити
leads-moved = Переміщено: { $stage }.
leads-save = Зберегти лід
leads-saved = Лід збережено.
leads-overdue = { $count ->
   [one] Прострочено на { $count } день
   [few] Прострочено на { $count } дні
   [many] Прострочено на { $count } днів
  *[other] Прострочено на { $count } дні
}
lead-event-owner = Власник: { $before } → { $after }
lead-event-change = { $field }: { $before } → { $after }
stage-new = Новий
stage-prospecting = Пошук
stage-engaging = У роботі
stage-won = Виграно
stage-lost = Програно
stage-cancelled = Скасовано
unassigned-lead = Ліди без власника. Роздайте їх по одному або кілька разом.
unassigned-col-from = Звідки
unassigned-col-assign = Призначити
unassigned-assign-selected = Призначити вибрані
unassigned-from-left = { $name }, { $date }
unassigned-from-new = Створено без власника
unassigned-none-title = Усе має власника
unassigned-none-text = Тут чекають ліди, що лишилися без власника.
unassigned-nothing-chosen = Позначте хоча б один лід і виберіть людину.
leads-assign-to = Призначити…
leads-bulk = Вибрані ліди
leads-bulk-count = { $count ->
   [one] Вибрано { $count } лід
   [few] Вибрано { $count } ліди
   [many] Вибрано { $count } лідів
  *[other] Вибрано { $count } ліда
}
leads-left-when = Відключено: { $when }
leads-field-read-only = Лише для читання: так задає роль { $role }.
lead-event-more = Змінено й інші поля, які приховує ваша роль
