# The frame of every page and words that many pages share.


## Navigation

nav-work = Работа
nav-administration = Администрирование
nav-leads = Лиды
nav-unassigned = Без ответственного
nav-users = Пользователи
nav-teams = Команды
nav-licences = Лицензии
nav-imports = Импорт
nav-audit = Журнал изменений
nav-outbox = Исходящие письма
nav-settings = Настройки
nav-me = Ваш профиль

## Frame

shell-navigation = Основная навигация
shell-skip = Перейти к содержанию
shell-menu = Открыть меню
shell-close = Закрыть
shell-dismiss = Скрыть
shell-path = Путь
shell-search = Найти или перейти…
shell-palette = Поиск по всему
shell-results = Результаты
shell-language = Язык
shell-theme = Светлая или тёмная тема
shell-theme-system = Как на устройстве
shell-theme-light = Светлая
shell-theme-dark = Тёмная
shell-accounts = Сменить аккаунт
shell-own = Ваше меню, { $name }
shell-sign-out = Выйти
shell-sales-seats = Лицензии продаж
shell-seats-of = { $taken } / { $total }
shell-offline = Сервер недоступен. Данные на странице могли устареть.
shell-motto = Каждый на своём месте.

## Keys

shell-keys = Сочетания клавиш
keys-palette = Поиск по всему
keys-search = Поиск в этом списке
keys-new = Новая запись
keys-rows = Следующая или предыдущая строка
keys-select = Выбрать строку
keys-edit = Изменить пользователя
keys-deactivate = Отключить пользователя
keys-list = Этот список
keys-escape = Закрыть открытое, затем снять выбор

## Time

ago-now = только что
ago-minutes = { $count ->
   [one] { $count } минуту назад
   [few] { $count } минуты назад
   [many] { $count } минут назад
  *[other] { $count } минуты назад
}
ago-hours = { $count ->
   [one] { $count } час назад
   [few] { $count } часа назад
   [many] { $count } часов назад
  *[other] { $count } часа назад
}
ago-yesterday = вчера
ago-days = { $count ->
   [one] { $count } день назад
   [few] { $count } дня назад
   [many] { $count } дней назад
  *[other] { $count } дня назад
}
nav-roles = Роли и доступ
