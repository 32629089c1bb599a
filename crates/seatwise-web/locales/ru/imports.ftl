# Imports: upload, columns, dry run, progress and result.

## List

imports-lead = Люди и лиды из файлов. Ничего не записывается, пока вы не увидите, что произойдёт.
imports-new = Новый импорт
imports-col-file = Файл
imports-col-kind = Содержимое
imports-col-when = Загружен
imports-col-by = Кем
imports-col-added = Добавлено
imports-col-skipped = Не принято
imports-col-state = Состояние
imports-none-title = Импортов пока нет
imports-none-text = Добавьте людей или лиды из таблицы или файла CSV.
imports-newest = Самые новые
imports-kind-users = Пользователи
imports-kind-leads = Лиды
imports-about-users = Люди, которые будут входить. Письма не уходят, пока вы этого не решите.
imports-about-leads = Сделки с владельцем, этапом, суммой и датами. Повторный импорт их обновляет.

## States

imports-state-uploading = Загружается
imports-state-uploaded = Столбцы не сопоставлены
imports-state-checked = Проверен, не импортирован
imports-state-running = Выполняется
imports-state-not-mailed = Активации не отправлены
imports-state-done = Готово
imports-state-undoing = Отменяется
imports-state-stopped = Остановлен
imports-state-undone = Отменён

## Steps

imports-step-upload = Загрузка
imports-step-match = Сопоставление столбцов
imports-step-check = Проверка
imports-step-result = Результат

## Upload

imports-new-lead = Файл CSV или книга Excel с названиями столбцов над строками.
imports-what = Что в файле?
imports-file = Файл
imports-file-choose = Выберите файл
imports-file-hint = CSV или .xlsx, не больше { $limit } МБ и 100 000 строк.
imports-columns = Какие столбцы читаются
imports-columns-lead = Столбцы узнаются по названиям на пяти языках, или вы сопоставите их на следующем шаге. Остальные пропускаются; у лидов они становятся дополнительными полями.
imports-columns-limits = В именах, названиях и других текстах может быть не больше { $letters } знаков, в дополнительных полях — { $further }.
imports-columns-needed = Обязательно: { $fields }
imports-template-xlsx = Пустой файл для Excel
imports-template-csv = Пустой файл CSV
imports-more = Если файл читается неверно
imports-encoding = Кодировка
imports-separator = Разделитель
imports-separator-comma = Запятая
imports-separator-semicolon = Точка с запятой
imports-separator-tab = Табуляция
imports-separator-bar = Вертикальная черта
imports-by-itself = Определить автоматически
imports-sheet = Название листа
imports-header-row = Строка с названиями столбцов
imports-upload = Загрузить
imports-uploaded = { $count ->
   [one] Прочитана { $count } строка
   [few] Прочитано { $count } строки
   [many] Прочитано { $count } строк
  *[other] Прочитано { $count } строки
}

## Why a file is not taken

imports-file-none = Сначала выберите файл.
imports-file-empty = Файл пуст. Выберите другой.
imports-file-not-a-table = Это не таблица, а { $looks }. Сохраните таблицу в формате .xlsx или CSV.
imports-file-old-xls = Это книга Excel 97–2003. Откройте её и сохраните в формате .xlsx.
imports-file-encrypted-workbook = Книга защищена паролем. Сохраните её без пароля.
imports-file-broken-workbook = Книга повреждена. Откройте её, сохраните и отправьте снова.
imports-file-zip-bomb = Книга распаковывается более чем в { $limit } МБ. Офисные программы так не сохраняют; сохраните таблицу заново.
imports-file-too-large = Файл больше { $limit } МБ. Разделите его и загрузите по частям.
imports-file-too-many-rows = В таблице больше { $limit } строк. Разделите её и загрузите по частям.
imports-file-too-many-columns = В строке { $row } больше { $limit } столбцов. Удалите лишние.
imports-file-cell-too-long = В строке { $row } есть ячейка длиннее { $limit } символов. Возможно, не хватает кавычки.
imports-file-unclosed-quote = Кавычка в строке { $row } не закрыта. Исправьте строку.
imports-file-bad-encoding = Строка { $row } не соответствует кодировке { $encoding }. Выберите кодировку ниже или сохраните файл в UTF-8.
imports-file-nul-character = В строке { $row } есть символ, недопустимый в таблице. Сохраните файл заново.
imports-file-no-header = Нет строки с названиями столбцов. Добавьте её над таблицей.
imports-file-no-sheet = В книге нет такого листа, или он пуст.
imports-file-io = Не удалось прочитать файл. Отправьте его снова.
imports-looks-pdf = PDF
imports-looks-picture = изображение
imports-looks-document = текстовый документ
imports-looks-open-document = файл OpenDocument
imports-looks-binary-workbook = двоичная книга (.xlsb)
imports-looks-archive = архив
imports-looks-web-page = веб-страница
imports-looks-xml = XML
imports-looks-json = JSON
imports-looks-binary = нечто не текстовое

## Columns

imports-match-lead = Строк: { $rows }. Сопоставлено столбцов: { $found } из { $columns }.
imports-read-text = Прочитано как { $encoding }, разделитель: { $separator }, названия столбцов в строке { $row }.
imports-read-sheet = Лист «{ $sheet }», названия столбцов в строке { $row }.
imports-col-column = Столбец в файле
imports-col-samples = Первые значения
imports-col-goes-into = Поле
imports-goes-into-of = Поле для «{ $name }»
imports-col-match = Сопоставление
imports-leave-out = Не импортировать
imports-column-blank = Столбец { $letter }
imports-matched-by-name = То же название
imports-matched-by-content = По содержимому
imports-matched-chosen = Выбрано
imports-matched-ignored = Пропускается
imports-matched-new-field = Дополнительное поле
imports-mapping-missing = Нет столбца для поля «{ $field }». Без него нельзя принять ни одной строки.
imports-mapping-twice = Два столбца для поля «{ $field }». Пропустите один из них.
imports-mapping-foreign = «{ $field }» не относится к этому импорту.
imports-mapping-width = Столбцы формы не совпадают со столбцами файла. Выберите их заново.
imports-choices = Настройки
imports-seat-kind = Какие лицензии занимают
imports-when-full = Если лицензий не хватит
imports-full-skip-rows = Взять строки, которые поместятся, в порядке файла
imports-full-refuse-file = Не брать ни одной
imports-dates = Даты вида 3/4/2026
imports-dates-day-first = 3 апреля
imports-dates-month-first = 4 марта
imports-update-users = Существующие пользователи получают значения из файла
imports-create-teams = Создать недостающие команды
imports-mail-now = Сразу отправить письма активации
imports-mail-now-hint = Без этого никто ничего не узнает, пока вы не решите.
imports-unknown-owner = Если владелец неизвестен
imports-owner-skip = Пропустить строку
imports-owner-unassigned = Взять лид без владельца
imports-update-leads = Обновлять существующие лиды
imports-update-leads-hint = Они узнаются по внешнему ID.
imports-pending-owners = Владельцем может быть тот, кто ещё не входил
imports-historic = Старый файл: владельцем может быть отключённый пользователь
imports-historic-hint = Их показатели останутся за ними.
imports-check-rows = { $count ->
   [one] Проверить { $count } строку
   [few] Проверить { $count } строки
   [many] Проверить { $count } строк
  *[other] Проверить { $count } строки
}
imports-other-file = Другой файл

## Check

imports-check-title = Проверьте результат до импорта
imports-check-lead = Пока ничего не записано. Исправьте файл и загрузите его снова или продолжите с подходящими строками.
imports-check-again = Проверить снова
imports-checked-again = Проверено снова
imports-run-users = { $count ->
   [one] Импортировать { $count } пользователя
   [few] Импортировать { $count } пользователей
   [many] Импортировать { $count } пользователей
  *[other] Импортировать { $count } пользователей
}
imports-run-leads = { $count ->
   [one] Импортировать { $count } лид
   [few] Импортировать { $count } лида
   [many] Импортировать { $count } лидов
  *[other] Импортировать { $count } лида
}
imports-seats-missing = { $count ->
   [one] Не хватает { $count } лицензии; строки принимаются, только если поместятся все.
   [few] Не хватает { $count } лицензий; строки принимаются, только если поместятся все.
   [many] Не хватает { $count } лицензий; строки принимаются, только если поместятся все.
  *[other] Не хватает { $count } лицензий; строки принимаются, только если поместятся все.
}
imports-nothing-to-run = Ни одну строку нельзя принять. Причины указаны в таблице.
imports-noted = { $count ->
   [one] В { $count } строке есть замечание к значению. Оно в столбце «Почему».
   [few] В { $count } строках есть замечания к значениям. Они в столбце «Почему».
   [many] В { $count } строках есть замечания к значениям. Они в столбце «Почему».
  *[other] В { $count } строках есть замечания к значениям. Они в столбце «Почему».
}
imports-mails-at-once = Письма активации уйдут сразу после импорта.

## Rows

imports-by-result = Строки по результату
imports-col-rows = Строки
imports-col-row = Строка
imports-col-user = Пользователь
imports-col-lead = Лид
imports-col-result = Результат
imports-col-why = Почему
imports-rows-all = Все строки
imports-rows-problems = Проблемы
imports-rows-skipped = Пропущено
imports-rows-previous = Предыдущие строки
imports-rows-next = Следующие строки
imports-problems-file = Строки с проблемами в Excel
imports-problems-csv = Строки с проблемами в CSV
imports-skipped-file = С пропущенными строками в Excel
imports-skipped-csv = С пропущенными строками в CSV
imports-col-tick = Выбрать
imports-tick = Выбрать «{ $name }»
imports-undo-ticked = Отменить отмеченные строки
imports-no-rows = Здесь нет строк.
imports-no-name = (без имени)
imports-plan-create = Будет добавлено
imports-plan-update = Будет обновлено
imports-verdict-create = Добавлено
imports-verdict-update = Обновлено
imports-verdict-skip = Пропущено
imports-verdict-no-seat = Нет лицензии
imports-verdict-problem = Нельзя добавить
imports-verdict-reversed = Отменено
imports-verdict-kept = Осталось
imports-verdict-failed = Не удалось

## Reasons

imports-why-empty-row = Строка пуста.
imports-why-unchanged = Всё уже есть:
imports-why-duplicate-in-file = «{ $value }» уже есть в строке { $row }.
imports-why-already-user = Уже пользователь:
imports-why-already-invited = Приглашение отправлено, входа ещё не было:
imports-why-deactivated-user = Этот адрес у отключённого пользователя. Включите его снова или измените адрес.
imports-why-alias-of = Этот адрес — псевдоним другого пользователя. Укажите другой адрес:
imports-why-already-contact = «{ $value }» принадлежит контакту CRM. Укажите другой адрес.
imports-why-email-missing = Адрес не указан. Заполните его.
imports-why-email-invalid = «{ $value }» — неполный адрес электронной почты.
imports-why-login-invalid = «{ $value }» нельзя использовать как логин, или он занят. Укажите другой.
imports-why-name-invalid = «{ $value }» — не имя. Исправьте его.
imports-why-team-unknown = Нет команды «{ $value }». Создайте её или разрешите импорту создавать команды.
imports-why-team-missing = Команда не указана. Командной лицензии она нужна.
imports-why-no-free-seat = Строки выше занимают все свободные лицензии. Купите лицензии или отключите кого-нибудь.
imports-why-trial-limit = Пробный период — не более десяти пользователей.
imports-why-owner-unknown = Нет никого с именем «{ $value }». Исправьте имя или сначала импортируйте этого человека.
imports-why-owner-ambiguous = Несколько человек с именем «{ $value }». Укажите вместо имени адрес почты.
imports-why-owner-deactivated = «{ $value }» — отключённый пользователь. Укажите другого владельца или отметьте на предыдущем шаге, что файл старый.
imports-why-owner-pending = «{ $value }» ещё ни разу не входит в систему. Укажите другого владельца или разрешите таких на предыдущем шаге.
imports-why-owner-may-not = У «{ $value }» командная лицензия без лидов. Укажите другого владельца.
imports-why-stage-unknown = Нет этапа «{ $value }».
imports-why-title-missing = В строке нет ничего, что подошло бы для названия. Сопоставьте столбец с названием.
imports-why-text-invalid = Текст в строке слишком длинный или содержит недопустимые символы. Исправьте его.
imports-why-already-lead = Такой лид уже есть:
imports-why-not-run = Импорт остановился перед этой строкой.
imports-why-has-acted = С тех пор был вход в систему.
imports-why-has-work = У пользователя есть или были лиды либо есть заметки.
imports-why-changed-since = С тех пор есть изменения.
imports-why-gone-since = Этого уже нет.
imports-why-update-stays = Значения, изменённые импортом у пользователя, остаются.
imports-why-refused = База данных отклонила эту строку. Повторите отмену позже.
imports-do-reactivate = Включить снова: { $name }
imports-note-date-not-taken = { $field }: «{ $value }» — не дата, пропускается.
imports-note-phone-not-taken = «{ $value }» — не номер телефона, пропускается.
imports-note-value-not-taken = «{ $value }» — не сумма, пропускается.
imports-note-word-not-taken = { $field }: «{ $value }» — неизвестное значение, пропускается.
imports-note-address-not-taken = «{ $value }» — неполный адрес почты, пропускается.
imports-note-team-created = С этой строкой создаётся команда «{ $value }».
imports-note-also-contact = Есть и среди контактов CRM.
imports-note-left-unassigned = «{ $value }» не может быть владельцем; лид без владельца.
imports-note-owner-kept = «{ $value }» сейчас не может быть владельцем; владелец прежний.
imports-note-cells-beyond = Ячейки правее последнего столбца пропускаются.

## Result

imports-running-lead = Строки записываются.
imports-undoing-lead = Отменяется то, чего с тех пор никто не касался.
imports-undone-lead = { $count ->
   [one] Отменена { $count } строка. То, что с тех пор меняли, осталось и перечислено.
   [few] Отменены { $count } строки. То, что с тех пор меняли, осталось и перечислено.
   [many] Отменено { $count } строк. То, что с тех пор меняли, осталось и перечислено.
  *[other] Отменены { $count } строки. То, что с тех пор меняли, осталось и перечислено.
}
imports-done-users = { $count ->
   [one] Добавлен { $count } пользователь, обновлено: { $updated }.
   [few] Добавлены { $count } пользователя, обновлено: { $updated }.
   [many] Добавлено { $count } пользователей, обновлено: { $updated }.
  *[other] Добавлены { $count } пользователя, обновлено: { $updated }.
}
imports-done-leads = { $count ->
   [one] Добавлен { $count } лид, обновлено: { $updated }.
   [few] Добавлены { $count } лида, обновлено: { $updated }.
   [many] Добавлено { $count } лидов, обновлено: { $updated }.
  *[other] Добавлены { $count } лида, обновлено: { $updated }.
}
imports-stopped-lead = Часть строк готова, остальные ждут.
imports-stopped-run = Импорт остановился
imports-stopped-undo = Отмена остановилась
imports-stopped-mails = Некоторые письма активации не написаны
imports-stopped-starter-may-not = Начавший больше не имеет на это права. Продолжите, и остальное будет сделано от вашего имени.
imports-stopped-failed = Все попытки не удались; причина указана в журнале сервера. Продолжите, когда она будет устранена.
imports-resume = Продолжить
imports-resumed = Работа продолжается.
imports-progress-label = Ход выполнения
imports-progress = Готово строк: { $done } из { $total }
imports-reload = Показать текущее состояние
imports-leave-page = Эту страницу можно закрыть: работа продолжится.
imports-nobody-told = Пока никто не знает
imports-nobody-told-text = Новые пользователи ждут, письма не отправлены. Отправьте активации или отмените импорт.
imports-send = { $count ->
   [one] Отправить { $count } активацию
   [few] Отправить { $count } активации
   [many] Отправить { $count } активаций
  *[other] Отправить { $count } активации
}
imports-mailing = Письма активации отправляются
imports-undo = Отменить импорт
imports-undo-until = Можно отменить до { $date }
imports-undo-users = Пользователи, уже выполнившие вход, останутся.
imports-undo-leads = Лиды, которые с тех пор меняли, останутся.
imports-undo-rows = { $count ->
   [one] Отменить { $count } строку
   [few] Отменить { $count } строки
   [many] Отменить { $count } строк
  *[other] Отменить { $count } строки
}
imports-undo-goes = Строки, которые будут отменены
imports-undo-stays = Строки, которые останутся
imports-undo-nothing = Отменять нечего: все строки останутся по причинам ниже.
imports-undo-none-ticked = Сначала отметьте строки, которые нужно отменить.
imports-rows-undone = Отменено. У оставшихся строк указана причина.
imports-mail-title = Отправить активации
imports-mail-text = В каждом письме есть ссылка, по которой человек задаёт пароль.
imports-mail-get = Получат письмо
imports-mail-no-address = Без почты, письма не получат
imports-mail-others = Уже получили письмо, вошли или ушли
imports-facts = Об этом импорте
imports-finished = Завершён
imports-mailed = Активации отправлены

## Fields of a file

field-first-name = Имя
field-last-name = Фамилия
field-team = Команда
field-salutation = Обращение
field-extra = Дополнительное поле с этим названием
imports-why-field-hidden = Строка говорит о поле «{ $field }», которое скрывает ваша роль. Пропустите этот столбец или попросите администратора выполнить импорт.
imports-why-field-read-only = Строка задала бы поле «{ $field }», которое ваша роль даёт только читать. Пропустите этот столбец или попросите администратора выполнить импорт.
imports-why-role-unknown = Нет роли «{ $value }». Исправьте название или создайте эту роль.
imports-why-role-near = Нет роли «{ $value }». Может быть, «{ $name }»? Исправьте название.
imports-why-role-is-permission = «{ $value }» — это право, а права даются ролями. Укажите название роли, в которой оно есть.
imports-why-roles-not-yours = Вы не можете назначать роли. Пропустите этот столбец или попросите администратора выполнить импорт.
imports-why-role-beyond = Роль «{ $value }» даёт больше прав, чем есть у вас. Укажите другую роль или попросите администратора выполнить импорт.
imports-why-role-default-beyond = Без роли человек получил бы роль по умолчанию «{ $name }», а она даёт больше прав, чем есть у вас. Укажите другую роль или попросите администратора выполнить импорт.
imports-why-person-beyond = У этого пользователя больше прав, чем у вас, и изменять его вы не можете. Обратитесь к администратору:
imports-why-role-of-team-seats = Роль «{ $value }» принадлежит командным лицензиям и не назначается. Укажите другую роль.
imports-why-role-needs-seat = У командной лицензии своя роль; для «{ $value }» нужна лицензия продаж. Очистите ячейку или выберите лицензии продаж.
imports-why-role-is-self = Свои роли никто не меняет сам. Очистите ячейку или попросите администратора выполнить импорт.
imports-gives-roles = { $count ->
   [one] Получит { $count } роль: { $roles }.
   [few] Получит { $count } роли: { $roles }.
   [many] Получит { $count } ролей: { $roles }.
  *[other] Получит { $count } роли: { $roles }.
}
imports-why-person-outside = Этот пользователь не входит в ту часть, которой вы управляете. Обратитесь к администратору:
imports-why-edits-not-yours = Вы не можете изменять уже существующих пользователей. Пропустите их при импорте или обратитесь к администратору:
imports-why-newcomer-outside = Вы приглашаете людей в свои команды. Укажите одну из них в столбце с командой.
imports-why-newcomer-unplaced = Вы приглашаете людей на должности ниже вашей, а в файле должностей нет. Пригласите этого пользователя вручную.
imports-why-team-outside = В команду «{ $value }» вы не можете никого включить. Укажите команду, состав которой вы можете менять, или попросите администратора выполнить импорт.
imports-why-role-not-givable = Ваша роль не позволяет давать роль «{ $value }». Укажите другую роль или попросите администратора выполнить импорт.
