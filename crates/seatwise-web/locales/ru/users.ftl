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
users-search = Имя, почта или ID
users-find = Найти
users-clear = Сбросить фильтры
users-hide-deactivated = Скрыть отключённых
users-show-deactivated = Отключённые скрыты
users-filter-any = Любая
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
users-link-expired = Ссылка истекла
users-bulk = Выбранные пользователи
users-bulk-count = { $count ->
   [one] Выбран { $count } пользователь
   [few] Выбрано { $count } пользователя
   [many] Выбрано { $count } пользователей
  *[other] Выбрано { $count } пользователя
}
users-resend-selected = Отправить активацию выбранным
users-clear-selection = Снять выбор
pager-label = Страницы
pager-shown-only = { $count ->
   [one] { $count } запись
   [few] { $count } записи
   [many] { $count } записей
  *[other] { $count } записи
}
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

user-send = Отправить активацию
user-reset-short = Сбросить…
user-sign-out-everywhere = Завершить все сеансы

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
user-seat-and-role = Лицензия и роль
user-security = Вход и безопасность
user-password = Пароль
user-password-changed = Изменён { $date }
user-password-none = Не задан
user-history = История
user-full-audit = Весь журнал
user-teams = Команды
user-language = Язык
user-phone = Телефон
user-login = Логин
user-name = Имя
user-email = Почта
user-level = Роль

## New user

invite-sent = Приглашение отправлено: { $name }.

## Edit

edit-changes = Изменения
edit-col-field = Поле
edit-col-before = Было
edit-col-after = Стало
edit-confirm = Сохранить изменения
edit-again = Назад к форме
edit-empty = пусто
edit-secret = изменено
edit-yes = Да
edit-no = Нет

## Password, activation, reactivation

reset-user-sessions = Все сеансы на всех устройствах завершатся.

## Deactivation

deactivate-affected = Что связано с этим человеком
deactivate-col-count = Количество
deactivate-col-then = После этого
deactivate-to = Передать одному человеку
deactivate-to-text = { $count ->
   [one] { $count } открытый лид сразу сменит владельца.
   [few] Все { $count } открытых лида сразу сменят владельца.
   [many] Все { $count } открытых лидов сразу сменят владельца.
  *[other] Все { $count } открытых лида сразу сменят владельца.
}
deactivate-leave-hint = Закрытые лиды лучше оставить: прошлая статистика сохранится за тем, кто их вёл.
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
deactivate-after = После этого
deactivate-after-sessions = { $count ->
   [one] { $name }: сеанс на { $count } устройстве сразу завершится, вход закрыт.
   [few] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
   [many] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
  *[other] { $name }: сеансы на { $count } устройствах сразу завершатся, вход закрыт.
}
deactivate-after-seat = Лицензия сразу свободна. Если до продления её никто не займёт, счёта за неё не будет.
deactivate-after-notes = Заметки и закрытые лиды сохраняют имя, статистика не меняется.
deactivate-after-undo = Передачу можно отменить в течение 30 дней.

## Hand-over

handover-what = Что передано
handover-in-audit = В журнале изменений
handover-col-what = Что
handover-col-done = Выполнено
handover-col-to = Кому
handover-col-result = Результат
undo = Отменить
handover-kept-title = { $count ->
   [one] { $count } лид с тех пор менялся и остаётся на месте:
   [few] { $count } лида с тех пор менялись и остаются на месте:
   [many] { $count } лидов с тех пор менялись и остаются на месте:
  *[other] { $count } лида с тех пор менялись и остаются на месте:
}
