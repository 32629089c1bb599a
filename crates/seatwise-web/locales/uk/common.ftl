# The frame of every page and words that many pages share.


## Navigation

nav-work = Робота
nav-administration = Адміністрування
nav-leads = Ліди
nav-unassigned = Без відповідального
nav-users = Користувачі
nav-teams = Команди
nav-licences = Ліцензії
nav-imports = Імпорт
nav-audit = Журнал змін
nav-outbox = Вихідні листи
nav-settings = Налаштування
nav-me = Ваш профіль

## Frame

shell-navigation = Головна навігація
shell-skip = Перейти до вмісту
shell-menu = Відкрити меню
shell-close = Закрити
shell-dismiss = Сховати
shell-path = Шлях
shell-search = Знайти або перейти…
shell-palette = Пошук по всьому
shell-results = Результати
shell-language = Мова
shell-theme = Світла або темна тема
shell-theme-system = Як на пристрої
shell-theme-light = Світла
shell-theme-dark = Темна
shell-accounts = Змінити акаунт
shell-own = Ваше меню, { $name }
shell-sign-out = Вийти
shell-sales-seats = Ліцензії продажів
shell-seats-of = { $taken } / { $total }
shell-offline = Сервер недоступний. Дані на сторінці могли застаріти.
shell-motto = Кожен на своєму місці.

## Keys

shell-keys = Сполучення клавіш
keys-palette = Пошук по всьому
keys-search = Пошук у цьому списку
keys-new = Новий запис
keys-rows = Наступний або попередній рядок
keys-select = Вибрати рядок
keys-edit = Змінити користувача
keys-deactivate = Відключити користувача
keys-list = Цей перелік
keys-escape = Закрити відкрите, потім зняти вибір

## Time

ago-now = щойно
ago-minutes = { $count ->
   [one] { $count } хвилину тому
   [few] { $count } хвилини тому
   [many] { $count } хвилин тому
  *[other] { $count } хвилини тому
}
ago-hours = { $count ->
   [one] { $count } годину тому
   [few] { $count } години тому
   [many] { $count } годин тому
  *[other] { $count } години тому
}
ago-yesterday = учора
ago-days = { $count ->
   [one] { $count } день тому
   [few] { $count } дні тому
   [many] { $count } днів тому
  *[other] { $count } дні тому
}
nav-roles = Ролі та доступ
