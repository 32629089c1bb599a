# Leads: board, table, one lead, notes, the unassigned.

leads-new = Новый лид
leads-views = Доска или таблица
leads-board = Доска
leads-table = Таблица
leads-search = Найти лид
leads-filter-owner = Владелец
leads-filter-stage = Этап
leads-owner-me = Я
leads-owner-everyone = Все
leads-owner-one = Один человек
leads-owner-search = Владелец по имени
leads-show = Показать
leads-owner-left = Владелец ушёл
leads-owner = Владелец
leads-column-empty = Лидов здесь нет
leads-more = { $count ->
   [one] Показать ещё { $count }
   [few] Показать ещё { $count }
   [many] Показать ещё { $count }
  *[other] Показать ещё { $count }
}
leads-more-many = Показать ещё
leads-menu = Действия: { $title }
leads-move-to = Переместить в
leads-open = Открыть лид
leads-col-lead = Лид
leads-col-stage = Этап
leads-col-value = Сумма
leads-col-owner = Владелец
leads-col-closed = Закрыт
leads-caption = { $count ->
   [one] Найден { $count } лид
   [few] Найдено { $count } лида
   [many] Найдено { $count } лидов
  *[other] Найдено { $count } лида
}
leads-none-title = Лидов нет
leads-none-text = Под эти фильтры ничего не подходит.
leads-empty-text = Добавьте первый лид или импортируйте файл.
leads-count-many = { $count }+
leads-edit = Изменить
leads-edit-title = Изменение лида
leads-title = Название
leads-value = Сумма
leads-value-hint = В валюте { $currency }.
leads-contact-name = Контакт
leads-contact-email = Почта контакта
leads-next-step = Следующий шаг
leads-next-step-on = Срок
leads-opened = Открыт
leads-created = Создан
leads-external = Внешний ID
leads-facts = Сведения
leads-notes = Заметки
leads-notes-none = Заметок пока нет.
leads-notes-older = Более старые заметки
leads-note = Заметка
leads-note-add = Добавить заметку
leads-note-added = Заметка добавлена.
leads-history-none = Изменений пока нет.
leads-assign = Назначить
leads-assigned = Назначено: { $name }
leads-assigned-many = { $count ->
   [one] { $count } лид. Отменить можно и в журнале.
   [few] { $count } лида. Отменить можно и в журнале.
   [many] { $count } лидов. Отменить можно и в журнале.
  *[other] { $count } лида. Отменить можно и в журнале.
}
leads-move = Переместить
leads-moved = Перемещено: { $stage }.
leads-save = Сохранить лид
leads-saved = Лид сохранён.
leads-overdue = { $count ->
   [one] Просрочено на { $count } день
   [few] Просрочено на { $count } дня
   [many] Просрочено на { $count } дней
  *[other] Просрочено на { $count } дня
}
lead-event-owner = Владелец: { $before } → { $after }
lead-event-change = { $field }: { $before } → { $after }
stage-new = Новый
stage-prospecting = Поиск
stage-engaging = В работе
stage-won = Выигран
stage-lost = Проигран
stage-cancelled = Отменён
unassigned-lead = Лиды без владельца. Раздайте их по одному или сразу несколько.
unassigned-col-from = Откуда
unassigned-col-assign = Назначить
unassigned-assign-selected = Назначить выбранные
unassigned-from-left = { $name }, { $date }
unassigned-from-new = Создан без владельца
unassigned-none-title = У всего есть владелец
unassigned-none-text = Здесь ждут лиды, оставшиеся без владельца.
unassigned-nothing-chosen = Отметьте хотя бы один лид и выберите человека.
leads-assign-to = Назначить…
leads-bulk = Выбранные лиды
leads-bulk-count = { $count ->
   [one] Выбран { $count } лид
   [few] Выбрано { $count } лида
   [many] Выбрано { $count } лидов
  *[other] Выбрано { $count } лида
}
leads-left-when = Отключён: { $when }
leads-field-read-only = Только для чтения: так задаёт роль { $role }.
lead-event-more = Изменены и другие поля, которые скрывает ваша роль
