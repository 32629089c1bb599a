# Роли и доступ: таблица, одна роль и у кого что есть.

roles-lead = Что разрешает каждая роль и как далеко это простирается. Выберите роль, чтобы изменить её.
roles-new = Новая роль
roles-new-set = Новый набор прав
roles-new-lead = Определяет, что могут её участники. Ни у кого её нет, пока вы её не назначите.
roles-new-set-lead = Дополняет права ролей, при желании на время. Никогда ничего не отнимает.
roles-matrix = Права всех ролей
roles-permission = Право
roles-only-differences = Только различия
roles-show-all = Показать все права
roles-system = Системная
roles-custom = Своя
roles-team-seat = Командная лицензия
roles-team-manager = Руководитель команды
roles-people = { $count ->
   [one] { $count } пользователь
   [few] { $count } пользователя
   [many] { $count } пользователей
  *[other] { $count } пользователя
}
roles-permissions = { $count ->
   [one] { $count } право
   [few] { $count } права
   [many] { $count } прав
  *[other] { $count } права
}
roles-legend-all = всё
roles-legend-team = свои команды
roles-legend-own = свои лиды
roles-legend-privacy = по видимости
roles-legend-below = свои и подчинённых
roles-limited = ограничено лицензией
roles-area-records = Лиды
roles-area-data = Данные
roles-area-people = Пользователи
roles-area-access = Доступ
roles-area-account = Аккаунт
extent-none = Нет
extent-own = Свои
extent-privacy = Видимость
extent-team = Команда
extent-subordinates = Подчинённые
extent-all = Все
field-access-hidden = Скрыто
field-access-read = Чтение
field-access-edit = Изменение
field-access-nothing = Ничего
roles-sets = Наборы прав
roles-sets-text = Дополняют роли, в том числе на время.
roles-sets-none = Наборов прав пока нет.
roles-privacy = Видимость между пользователями
roles-privacy-save = Сохранить видимость
role-sales = Продажи
role-team-user = Участник команды
role-about-sales = То, что делает продавец. Входит в программу.
role-about-team-user = Есть у всех с командной лицензией и ни у кого больше.
roles-kind-role = Роль
roles-kind-set = Набор прав
roles-default = Роль по умолчанию
roles-fixed = Эта роль не меняется.
roles-fixed-text = Скопируйте её и измените копию.
roles-copy = Копировать
roles-copy-of = { $name } (копия)
roles-make-default = Сделать основной
roles-delete = Удалить
roles-basics = Название и назначение
roles-name = Название роли
roles-description = Для чего она
roles-create = Создать
roles-fields = Поля лидов
roles-fields-text = Что люди с этой ролью делают с полем лидов, которые они видят.
roles-fields-set-text = Снимает то, что роли скрывают или дают только читать. «Ничего» оставляет поле ролям.
roles-members = Участники
roles-members-none = Её ни у кого нет. Назначьте её на странице пользователя.
roles-created = Создано: { $name }.
roles-saved = Роль сохранена.
roles-deleted = Удалено: { $name }.
roles-given = Роль назначена.
roles-taken = Роль отозвана.
roles-effect = Кто получает, кто теряет
roles-effect-nobody = Никто ничего не получает и не теряет.
roles-effect-gain = { $count ->
   [one] { $count } человек получает больше.
   [few] { $count } человека получают больше.
   [many] { $count } человек получают больше.
  *[other] { $count } человека получает больше.
}
roles-effect-lose = { $count ->
   [one] { $count } человек теряет.
   [few] { $count } человека теряют.
   [many] { $count } человек теряют.
  *[other] { $count } человека теряет.
}
roles-effect-more = Показаны первые { $shown }; числа учитывают всех.
roles-delete-title = Удалить { $name }?
roles-delete-lead = { $count ->
   [one] Есть у { $count } пользователя. У кого нет другой роли, получит роль по умолчанию.
   [few] Есть у { $count } пользователей. У кого нет другой роли, получит роль по умолчанию.
   [many] Есть у { $count } пользователей. У кого нет другой роли, получит роль по умолчанию.
  *[other] Есть у { $count } пользователя. У кого нет другой роли, получит роль по умолчанию.
}
roles-default-title = Сделать { $name } ролью по умолчанию?
roles-default-lead = { $count ->
   [one] Её получат новые пользователи и все без своей роли; сейчас есть у { $count } пользователя.
   [few] Её получат новые пользователи и все без своей роли; сейчас есть у { $count } пользователей.
   [many] Её получат новые пользователи и все без своей роли; сейчас есть у { $count } пользователей.
  *[other] Её получат новые пользователи и все без своей роли; сейчас есть у { $count } пользователя.
}
roles-by-default = По умолчанию
roles-until = До { $date }
roles-until-field = Последний день
roles-until-hint = Без даты — бессрочно.
roles-admin-note = Администраторам можно всё; роли действуют, когда они ими больше не являются.
roles-seat-note = У командной лицензии только эта роль.
roles-holds-none = Нет роли.
roles-give = Назначить роль
roles-give-button = Назначить
roles-take = Отозвать роль
roles-take-button = Отозвать
roles-many-title = { $count ->
   [one] Назначить роль { $count } пользователю
   [few] Назначить роль { $count } пользователям
   [many] Назначить роль { $count } пользователям
  *[other] Назначить роль { $count } пользователям
}
roles-many-left = Пропущены, так как у командной лицензии своя роль: { $names }
roles-many-more = и ещё { $count }
roles-given-many = { $count ->
   [one] Роль назначена { $count } пользователю.
   [few] Роль назначена { $count } пользователям.
   [many] Роль назначена { $count } пользователям.
  *[other] Роль назначена { $count } пользователям.
}
users-bulk-role = Назначить роль
problem-nobody-chosen = Никто не выбран
problem-nobody-chosen-detail = Отметьте в списке хотя бы одного пользователя, затем выберите действие.
roles-givable = Роли, которые можно давать
roles-givable-text = Действует там, где эта роль позволяет давать роли. Никто не даёт прав, которых нет у него самого, что бы здесь ни было выбрано.
roles-givable-any = Любая роль
roles-givable-any-text = Все роли и наборы прав, которые покрываются собственными правами.
roles-givable-listed = Только эти роли
roles-givable-listed-text = Ничего не отмечено — значит, ни одной роли. Удалённая роль выпадает из списка.
roles-givable-none = ни одной роли
roles-givable-count = { $count ->
    [one] { $count } роль
    [few] { $count } роли
    [many] { $count } ролей
   *[other] { $count } роли
}
extent-both = Команда и ниже
roles-from = С { $date }
roles-between = С { $from } до { $until }
roles-from-field = Первый день
roles-from-hint = Без даты — сразу.
roles-later = Позже
roles-not-yet = Ещё не действует
roles-check-lead = Что изменится { $date }, в день начала. У кого это уже есть, у того до этого дня этого не будет. Пока ничего не сохранено.
