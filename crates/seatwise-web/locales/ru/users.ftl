# Users: list, page, new, edit, deactivation and hand-over.


## List

users-lead = Все, кто может войти в этот аккаунт, их лицензии и доступ.
users-new = Новый пользователь
users-import = Импорт
users-export = Экспорт
export-xlsx = Excel (.xlsx)
export-csv = CSV (.csv)
users-manage-licences = Управление лицензиями
users-views = Представления по статусу
users-all = Все
users-view-pending = Ожидают
users-view-active = Активные
users-view-frozen = Приостановлены
users-view-deactivated = Отключены
users-view-removed = Удалены
users-search = Имя, почта или ID
users-find = Найти
users-clear = Сбросить фильтры
users-hide-deactivated = Скрыть отключённых
users-show-deactivated = Отключённые скрыты
users-filter-level = Роль
users-filter-team = Команда
users-filter-seat = Лицензия
users-filter-link = Ссылка активации
users-filter-any = Любая
users-caption = { $count ->
   [one] Найден { $count } пользователь
   [few] Найдено { $count } пользователя
   [many] Найдено { $count } пользователей
  *[other] Найдено { $count } пользователя
}
users-col-user = Пользователь
users-col-status = Статус
users-col-seat = Лицензия
users-col-level = Роль
users-col-team = Команда
users-col-seen = Последний вход
users-col-leads = Открытые лиды
users-col-menu = Действия
users-you = Вы
users-menu = Действия: { $name }
users-select = Выбрать: { $name }
users-select-page = Выбрать все строки страницы
users-copy-id = Скопировать ID: { $name }
users-copied = Скопировано
users-invited = Приглашение { $date }
users-not-mailed = Письмо не отправлено
users-link-expired = Ссылка истекла
users-never-seen = Ни разу
users-bulk = Выбранные пользователи
users-bulk-count = { $count ->
   [one] Выбран { $count } пользователь
   [few] Выбрано { $count } пользователя
   [many] Выбрано { $count } пользователей
  *[other] Выбрано { $count } пользователя
}
users-bulk-resend = { $count ->
   [one] Отправить активацию снова ({ $count })
   [few] Отправить активации снова ({ $count })
   [many] Отправить активации снова ({ $count })
  *[other] Отправить активации снова ({ $count })
}
users-resend-selected = Отправить активацию выбранным
users-clear-selection = Снять выбор
users-none-title = Никто не найден
users-none-text = Никто не подходит под «{ $query }» и фильтры. Псевдонимы тоже учитываются.
users-none-filter = Под эти фильтры никто не подходит.
users-none-deactivated = Искать среди отключённых
pager-label = Страницы
pager-shown = { $shown } из { $total }
pager-shown-many = { $shown } из более чем { $total }
pager-shown-only = { $count ->
   [one] { $count } запись
   [few] { $count } записи
   [many] { $count } записей
  *[other] { $count } записи
}
pager-previous = Назад
pager-next = Вперёд
pager-newer = Новее
pager-older = Старее

## States, roles and seats

state-invited = Без письма
state-pending = Ожидание
state-active = Активный
state-frozen = Приостановлен
state-deactivated = Отключён
state-anonymised = Удалён
level-owner = Владелец
level-admin = Администратор
level-user = Пользователь
seat-regular = Продажи
seat-team = Команда
seat-none = Нет
seats-regular = Лицензии продаж
seats-team = Командные лицензии
seats-used = Занято { $taken } из { $total }
seats-sentence = { $kind }: занято { $taken } из { $total }, из них { $pending } ожидающими, свободно { $free }
seats-free = { $count ->
   [one] { $count } свободна
   [few] { $count } свободны
   [many] { $count } свободно
  *[other] { $count } свободны
}
seats-pending = { $count ->
   [one] { $count } занята ожидающим
   [few] { $count } заняты ожидающими
   [many] { $count } занято ожидающими
  *[other] { $count } заняты ожидающими
}
seats-released = { $count ->
   [one] { $count } освобождена, доступна сразу
   [few] { $count } освобождены, доступны сразу
   [many] { $count } освобождено, доступно сразу
  *[other] { $count } освобождены, доступны сразу
}

## Actions

user-open = Открыть профиль
user-edit = Изменить
user-resend = Отправить активацию снова
user-send = Отправить активацию
user-remove = Удалить окончательно…
user-cancel-invitation = Отозвать приглашение
user-reset-password = Сбросить пароль…
user-reset-short = Сбросить…
user-sign-out-everywhere = Завершить все сеансы
user-hand-over = Передать записи…
user-manage-leads = Управлять лидами…
user-deactivate = Отключить…
user-reactivate = Включить снова…
user-not-self = Нельзя сделать с собой
user-not-owner = Сначала передайте права владельца

## One user

user-owns = Что принадлежит: { $name }
user-owns-nothing = Передавать нечего.
user-hand-over-records = Передать записи
user-leads = { $count ->
   [one] { $count } лид
   [few] { $count } лида
   [many] { $count } лидов
  *[other] { $count } лида
}
user-leads-split = открыто { $open }, закрыто { $closed }
user-won-total = Всего выиграно: { $value }
user-teams-managed = { $count ->
   [one] команда под руководством
   [few] команды под руководством
   [many] команд под руководством
  *[other] команды под руководством
}
user-notes-written = { $count ->
   [one] заметка
   [few] заметки
   [many] заметок
  *[other] заметки
}
user-tokens-held = { $count ->
   [one] токен API
   [few] токена API
   [many] токенов API
  *[other] токена API
}
user-invitations = { $count ->
   [one] ожидающее приглашение
   [few] ожидающих приглашения
   [many] ожидающих приглашений
  *[other] ожидающих приглашения
}
user-imports = { $count ->
   [one] импорт
   [few] импорта
   [many] импортов
  *[other] импорта
}
user-sessions = Сеансы
user-sessions-count = { $count ->
   [one] { $count } устройство
   [few] { $count } устройства
   [many] { $count } устройств
  *[other] { $count } устройства
}
user-sessions-none = Нет активных сеансов.
user-session-current = Сейчас используется
user-session-detail = { $address } · последнее действие { $when }
user-session-end = Завершить
user-device-on = { $browser }, { $system }
user-device-unknown = Неизвестное устройство
sessions-ended = { $count ->
   [one] { $name }: завершён { $count } сеанс
   [few] { $name }: завершено { $count } сеанса
   [many] { $name }: завершено { $count } сеансов
  *[other] { $name }: завершено { $count } сеанса
}
sessions-end-title = Завершение всех сеансов: { $name }
sessions-end-count = { $count ->
   [one] Сразу завершится { $count } сеанс.
   [few] Сразу завершатся { $count } сеанса на всех устройствах.
   [many] Сразу завершится { $count } сеансов на всех устройствах.
  *[other] Сразу завершится { $count } сеанса на всех устройствах.
}
sessions-end-stays = Пароль и токены API продолжают действовать; можно войти снова.
user-seat-and-role = Лицензия и роль
user-security = Вход и безопасность
user-password = Пароль
user-password-changed = Изменён { $date }
user-password-none = Не задан
user-history = История
user-full-audit = Весь журнал
user-permissions = Что разрешено
may-own-edit = Менять свой профиль
may-users-view = Видеть пользователей
may-users-invite = Приглашать пользователей
may-users-edit = Изменять пользователей
may-users-deactivate = Отключать пользователей
may-users-remove = Удалять ушедших пользователей
may-users-reactivate = Включать пользователей снова
may-users-reset-password = Сбрасывать пароли и завершать сеансы
may-users-export = Экспортировать пользователей
may-seats-view = Видеть лицензии
may-seats-purchase = Менять число лицензий
may-teams-edit = Изменять команды
may-imports-run = Импортировать пользователей и лиды
may-audit-view = Читать журнал изменений
may-mails-view = Видеть исходящие письма
may-account-edit = Менять настройки аккаунта
may-leads-view = Видеть лиды
may-leads-create = Создавать лиды
may-leads-edit = Изменять лиды
may-leads-note = Добавлять заметки к лидам
may-leads-assign = Назначать лиды другим
may-leads-export = Экспортировать лиды
may-leads-share = Открывать лиды другим
may-statistics-view = Видеть статистику
may-service-users-edit = Управлять служебными пользователями
may-groups-edit = Изменять группы
may-positions-edit = Изменять должности
may-roles-assign = Назначать роли пользователям
may-roles-edit = Изменять роли
may-sharing-edit = Изменять правила доступа
may-access-check = Проверять доступ пользователей
may-ownership-transfer = Передавать владение аккаунтом
because-level-gives = Даёт уровень: { $level }
because-level-lacks = Не входит в уровень: { $level }
because-licence = Не входит в лицензию: { $seat }
because-state = Нет входа в этом статусе: { $state }
user-since = с { $date }
user-teams = Команды
user-language = Язык
user-phone = Телефон
user-login = Логин
user-job-title = Название должности
user-name = Имя
user-email = Почта
user-aliases = Другие адреса
picture-title = Фотография
picture-file = Выберите изображение
picture-hint = JPEG, PNG или WebP до 5 МБ. Изображение обрезается до квадрата.
picture-again = Выберите изображение ещё раз: браузер его не запоминает.
picture-upload = Загрузить
picture-remove = Удалить фотографию
picture-remove-title = Удаление фотографии: { $name }
picture-remove-what = Вместо неё показываются инициалы ({ $name }). Сама фотография не сохраняется.
picture-saved = Фотография сохранена.
picture-removed = Фотография удалена.
user-level = Уровень
user-gender = Пол
user-started = В компании с
user-created = Создан
user-seen = Последний вход
user-pending-note = Приглашение от { $date }. Ссылка действует до { $until }.
user-expired-note = Ссылка активации истекла { $until }.
user-invited-note = Письмо активации ещё не отправлено. Лицензия занята.
user-deactivated-note = Отключение { $date }: { $name }.
user-deactivated-short = Отключение { $date }.
user-deactivated-leads = { $count ->
   [one] На это имя записан ещё { $count } открытый лид.
   [few] На это имя записано ещё { $count } открытых лида.
   [many] На это имя записано ещё { $count } открытых лидов.
  *[other] На это имя записано ещё { $count } открытых лида.
}

## New user

invite-title = Новый пользователь
invite-lead = Новый пользователь занимает лицензию сразу после сохранения.
invite-who = Кто
invite-access = Лицензия и доступ
invite-name-hint = Имя можно изменить при первом входе.
invite-regular = Лицензия продаж
invite-regular-text = Владеет лидами, импортирует и экспортирует. Свободно: { $free }.
invite-team = Командная лицензия
invite-team-text = Читает лиды и пишет заметки. Не владеет лидами. Свободно: { $free }.
invite-admin-hint = Администратору нужна лицензия продаж.
invite-language = Язык письма
invite-happens = Что произойдёт
invite-after = { $kind }: после этого занято { $taken } из { $total }.
invite-pending = До первого входа — ожидание; владельцем выбрать нельзя.
invite-link = Ссылка действует 7 дней, её можно отправить снова.
invite-send = Отправить приглашение
invite-later = Сохранить, отправить позже
invite-login-hint = Для тех, у кого нет своей почты. Задайте им и пароль.
invite-password-hint = Не менее 12 знаков. Тогда письмо не отправляется: пароль передаёте вы.
invite-change = Выбрать свой пароль при первом входе
invite-change-hint = Только если пароль задан выше. До этого ничего другого сделать нельзя.
invite-more = Дополнительно
invite-no-teams = Команд ещё нет.
invite-no-teams-text = Сначала создайте команды: тогда новый пользователь сразу попадёт в свою.
invite-sent = Приглашение отправлено: { $name }.
invite-saved = Сохранено: { $name }. Письмо не отправлено.
invite-reactivate = Включить вместо этого
invite-see = Открыть профиль
invite-buy = Купить лицензии

## Edit

edit-title = Изменение: { $name }
edit-save = Проверить изменения
edit-reason = Причина
edit-reason-hint = Попадёт в журнал изменений.
edit-email-hint = Для исправлений. Пароль остаётся прежним; сообщите пользователю. Чтобы передать лицензию другому, отключите и пригласите заново.
edit-admin = Администратор
edit-admin-hint = Управляет людьми, лицензиями и настройками.
edit-check-title = Всё верно?
edit-changes = Изменения
edit-col-field = Поле
edit-col-before = Было
edit-col-after = Стало
edit-confirm = Сохранить изменения
edit-again = Назад к форме
edit-saved = Изменения сохранены.
edit-nothing = Ничего не изменено.
edit-empty = пусто
edit-secret = изменено
edit-yes = Да
edit-no = Нет

## Password, activation, reactivation

reset-user-title = Сброс пароля: { $name }
reset-user-sessions = Все сеансы на всех устройствах завершатся.
reset-user-deleted = Текущий пароль сразу удаляется.
reset-user-mail = { $name } получит письмо со ссылкой для нового пароля.
reset-user-button = Сбросить пароль
reset-user-done = Пароль сброшен, письмо отправляется.
resend-done = Письмо активации отправляется: { $name }.
resend-many = { $count ->
   [one] Отправляется { $count } письмо активации.
   [few] Отправляются { $count } письма активации.
   [many] Отправляется { $count } писем активации.
  *[other] Отправляются { $count } письма активации.
}
resend-title = Письма активации
resend-none = Ни одного письма не отправлено.
resend-back = Назад к списку
resend-left = { $count ->
   [one] Пропущен { $count } человек
   [few] Пропущены { $count } человека
   [many] Пропущено { $count } человек
  *[other] Пропущено { $count } человека
}
resend-col-why = Почему
resend-why-active = Вход уже выполнялся
resend-why-deactivated = Доступ отключён
resend-why-address = Нет адреса почты
resend-why-unknown = Больше не существует
cancel-invitation-done = Приглашение отозвано: { $name }. Ссылка больше не действует.
cancel-invitation-title = Отзыв приглашения: { $name }
cancel-invitation-link = Ссылка из письма сразу перестаёт действовать.
cancel-invitation-seat = Лицензия ({ $seat }) сразу снова свободна.
cancel-invitation-gone = Входов ещё не было, поэтому { $name } исчезает из списка; журнал изменений сохраняет имя. Тот же адрес можно пригласить снова.
cancel-invitation-button = Отозвать приглашение
reactivate-title = Включение: { $name }
reactivate-seat = Занимает свободную лицензию. { $kind }: свободно { $free }.
reactivate-data = Имя, история и лиды останутся как прежде.
reactivate-password = Старые сеансы и ссылки не вернутся; прежний пароль действует.
reactivate-button = Включить снова
reactivate-done = Снова активен доступ: { $name }.

## Deactivation

deactivate-title = Отключение: { $name }
deactivate-step-affected = Что затронуто
deactivate-step-hand-over = Передача
deactivate-step-confirm = Подтверждение
deactivate-affected = Что связано с этим человеком
deactivate-col-count = Количество
deactivate-col-then = После этого
affected-open = Открытые лиды: { $stage }
affected-open-then = Вы решите на следующем шаге
affected-closed = Закрытые лиды: { $stage }
affected-closed-then = Сохраняют имя, статистика не меняется
affected-sessions = Сеансы
affected-sessions-then = Завершаются сразу
affected-tokens = Токены API
affected-tokens-then = Сразу отзываются
affected-teams = Команды под руководством
affected-teams-then = Нужен другой руководитель
affected-notes = Заметки
affected-notes-then = Сохраняют имя
affected-imports = Импорты
affected-invitations = Ожидающие приглашения
affected-invitations-then = Остаются в силе
deactivate-question = { $count ->
   [one] Что сделать с { $count } открытым лидом?
   [few] Что сделать с { $count } открытыми лидами?
   [many] Что сделать с { $count } открытыми лидами?
  *[other] Что сделать с { $count } открытыми лидами?
}
deactivate-to = Передать одному человеку
deactivate-to-text = { $count ->
   [one] { $count } открытый лид сразу сменит владельца.
   [few] Все { $count } открытых лида сразу сменят владельца.
   [many] Все { $count } открытых лидов сразу сменят владельца.
  *[other] Все { $count } открытых лида сразу сменят владельца.
}
deactivate-heir = Новый владелец
deactivate-heir-choose = Выберите…
deactivate-heir-hint = Ожидающие и командные лицензии не могут владеть лидами и здесь не показаны.
deactivate-heir-hint-pending = Командные лицензии не могут владеть лидами и здесь не показаны.
pick-search = Поиск людей по имени
pick-all = { $total ->
   [one] { $total } человек
   [few] { $total } человека
   [many] { $total } человек
  *[other] { $total } человека
}
pick-shown = Показано людей: { $shown } из { $total }. Остальных ищите по имени.
pick-shown-many = Показано людей: { $shown } из более чем { $total }. Остальных ищите по имени.
pick-none = По этому имени никто не найден.
deactivate-leave = Оставить за: { $name }
deactivate-leave-hint = Рекомендуется: если оставить закрытые лиды, прошлая статистика сохранится за тем, кто их вёл.
deactivate-unassigned = Переместить в «Без ответственного»
deactivate-unassigned-text = { $count ->
   [one] Руководители раздадут их по одному или сразу. Сейчас там { $count } лид.
   [few] Руководители раздадут их по одному или сразу. Сейчас там { $count } лида.
   [many] Руководители раздадут их по одному или сразу. Сейчас там { $count } лидов.
  *[other] Руководители раздадут их по одному или сразу. Сейчас там { $count } лида.
}
deactivate-later = Решить позже
deactivate-later-text = Останутся за { $name } и доступны для чтения. Подходит, если ждёте преемника.
deactivate-confirm-title = Проверьте и подтвердите
deactivate-fact-user = Пользователь
deactivate-fact-leads = Открытые лиды
deactivate-fact-stay = Остаются за именем
deactivate-plan-to = { $count ->
   [one] { $count } лид получит { $name }
   [few] { $count } лида получит { $name }
   [many] { $count } лидов получит { $name }
  *[other] { $count } лида получит { $name }
}
deactivate-plan-unassigned = { $count ->
   [one] { $count } лид — в «Без ответственного»
   [few] { $count } лида — в «Без ответственного»
   [many] { $count } лидов — в «Без ответственного»
  *[other] { $count } лида — в «Без ответственного»
}
deactivate-plan-later = Сейчас ничего, решить позже
deactivate-button-to = { $count ->
   [one] Отключить и передать { $count } лид
   [few] Отключить и передать { $count } лида
   [many] Отключить и передать { $count } лидов
  *[other] Отключить и передать { $count } лида
}
deactivate-button = Отключить: { $name }
deactivate-after = После этого
deactivate-after-sessions = { $count ->
   [0] { $name }: вход сразу закрыт.
   [one] { $name }: сеанс на { $count } устройстве сразу завершится, вход закрыт.
   [few] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
   [many] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
  *[other] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
}
deactivate-after-seat = Лицензия сразу свободна. Если до продления её никто не займёт, счёта за неё не будет.
deactivate-after-notes = Заметки и закрытые лиды сохраняют имя, статистика не меняется.
deactivate-after-undo = Передачу можно отменить в течение 30 дней.
deactivate-done = Отключение выполнено: { $name }. Лицензия свободна.

## Hand-over

handover-title = Лиды: { $name }
handover-question = { $count ->
   [one] Что сделать с { $count } лидом?
   [few] Что сделать с { $count } лидами?
   [many] Что сделать с { $count } лидами?
  *[other] Что сделать с { $count } лидами?
}
handover-confirm = { $count ->
   [one] Передать { $count } лид
   [few] Передать { $count } лида
   [many] Передать { $count } лидов
  *[other] Передать { $count } лида
}
handover-what = Что передано
handover-in-audit = В журнале изменений
handover-col-what = Что
handover-col-done = Выполнено
handover-col-to = Кому
handover-col-result = Результат
handover-line-leads = Лиды
handover-line-undo = Возвращённые лиды
handover-done = Выполнено
handover-running = Выполняется, { $moved } из { $total }
handover-undone = Отменено
handover-note = { $count ->
   [one] Передан { $count } лид: { $name }. Отменить можно до { $date }.
   [few] Передано { $count } лида: { $name }. Отменить можно до { $date }.
   [many] Передано { $count } лидов: { $name }. Отменить можно до { $date }.
  *[other] Передано { $count } лида: { $name }. Отменить можно до { $date }.
}
handover-note-text = Отмена вернёт лиды, которые с тех пор никто не менял; остальные останутся и будут перечислены.
handover-undo = Отменить всё
undo = Отменить
handover-undo-started = Лиды возвращаются.
handover-toast = { $count ->
   [one] { $count } лид переходит: { $name }
   [few] { $count } лида переходят: { $name }
   [many] { $count } лидов переходит: { $name }
  *[other] { $count } лида переходят: { $name }
}
handover-toast-text = Отменить можно и в журнале, и на странице человека.
handover-kept-title = { $count ->
   [one] { $count } лид с тех пор менялся и остаётся на месте:
   [few] { $count } лида с тех пор менялись и остаются на месте:
   [many] { $count } лидов с тех пор менялись и остаются на месте:
  *[other] { $count } лида с тех пор менялись и остаются на месте:
}
handover-kept-would = { $count ->
   [one] { $count } лид с тех пор менялся; отмена оставит его на месте:
   [few] { $count } лида с тех пор менялись; отмена оставит их на месте:
   [many] { $count } лидов с тех пор менялись; отмена оставит их на месте:
  *[other] { $count } лида с тех пор менялись; отмена оставит их на месте:
}
handover-kept-gone = Прежний владелец удалён.
handover-kept-all = Показать все
handover-kept-none = На месте не остаётся ни один лид.
handover-stays = Лиды, которые остаются
handover-facts = Передача
handover-page-to = Передача: { $name }
handover-page-back = Возврат лидов: { $name }
handover-former-owners = прежние владельцы
handover-col-from = От кого
handover-undo-of = Отменяет
handover-undone-by = Отменена
handover-show-other = Показать
handover-redo-note = { $count ->
   [one] Возвращён { $count } лид: { $name }. Передать его снова можно до { $date }.
   [few] Возвращено { $count } лида: { $name }. Передать их снова можно до { $date }.
   [many] Возвращено { $count } лидов: { $name }. Передать их снова можно до { $date }.
  *[other] Возвращено { $count } лида: { $name }. Передать их снова можно до { $date }.
}
handover-redo-text = Те же лиды перейдут снова, кроме тех, которые с тех пор кто-то изменил.
handover-redo = Передать снова
handover-stopped = Передача остановилась: { $moved } из { $total }.
handover-stopped-text = Начавший её больше не может передавать лиды. Продолжите, и остальное перейдёт от вашего имени.
handover-resume = Продолжить
handover-resumed = Передача продолжается.
handover-unassigned = Без ответственного
remove-title = Окончательное удаление: { $name }
remove-goes = Имя, адреса, логин, телефон, фото, пароль, сеансы и письма стираются. Адреса можно использовать снова.
remove-stays = Лиды, заметки, передачи и показатели остаются; вместо имени там стоит «{ $left }».
remove-log = Строки журнала изменений остаются такими, как были записаны.
remove-for-good = Это единственное действие, которое нельзя отменить.
remove-button = Удалить окончательно
remove-done = Удалено: { $name }. Из сделанной работы ничего не потеряно.
user-role = Роль
invite-role-hint = Действует для пользователей с лицензией продаж.
invite-new-role-choice = Новая роль, названа ниже
invite-new-role-text = Создаётся вместе с пользователем
invite-role-from = Начинается как копия роли
invite-role-from-hint = Права можно изменить потом на её странице.
resend-why-outside = не входит в ту часть, которой вы управляете
invite-part = Вы приглашаете в часть аккаунта
invite-part-team = Выберите одну из своих команд.
invite-part-subordinates = Выберите должность ниже вашей.
invite-part-both = Выберите одну из своих команд или должность ниже вашей.
because-part-team = { $count ->
    [one] { $count } человек своих команд
    [few] { $count } человека своих команд
    [many] { $count } человек своих команд
   *[other] { $count } человека своих команд
}
because-part-subordinates = { $count ->
    [one] { $count } человек ниже своей должности
    [few] { $count } человека ниже своей должности
    [many] { $count } человек ниже своей должности
   *[other] { $count } человека ниже своей должности
}
because-part-both = { $count ->
    [one] { $count } человек своих команд или ниже своей должности
    [few] { $count } человека своих команд или ниже своей должности
    [many] { $count } человек своих команд или ниже своей должности
   *[other] { $count } человека своих команд или ниже своей должности
}
