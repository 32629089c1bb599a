# Сторінка API, вивантажені файли та відмови щодо окремих полів.

api-title = API
api-about = Користувачі, місця та ліди одного акаунта у форматі JSON. За цим документом сервер перевіряє кожен виклик.
api-how = Як це працює
api-how-token = Підписуйте кожен виклик особистим токеном:
api-how-pages = Списки надходять посторінково:
api-how-key = Повторний виклик виконується один раз, якщо має той самий заголовок:
api-how-patch = Пропущене поле не змінюється, null очищає його, невідоме відхиляється.
api-how-errors = Відмова пояснює вашою мовою, що сталося і що робити:
api-chapters = Розділи
api-needs = Потрібне право
api-required = обов’язково
api-problems = Чому буває відмова
api-problems-about = Кожна відмова має код, що не змінюється. Програми читають код, люди — речення.

api-tag-account = Акаунт і його налаштування
api-tag-audit = Журнал аудиту
api-tag-hand-overs = Передачі та їх скасування
api-tag-imports = Імпорт користувачів і лідів
api-tag-invitations = Запрошення
api-tag-leads = Ліди
api-tag-licences = Місця
api-tag-mails = Листи: що чекають, надіслані, невдалі
api-tag-me = Свій профіль
api-tag-password = Забуті паролі
api-tag-session = Вхід і вихід
api-tag-teams = Команди
api-tag-tokens = Токени API
api-tag-users = Користувачі

api-op-signIn = Увійти за паролем
api-op-getSession = Дізнатися, хто увійшов
api-op-signOut = Вийти
api-op-getMe = Показати свій профіль
api-op-editMe = Змінити свій профіль
api-op-listAliases = Показати свої інші адреси
api-op-addAlias = Додати іншу адресу
api-op-removeAlias = Вилучити іншу адресу
api-op-changePassword = Змінити свій пароль
api-op-listSessions = Показати свої пристрої зі входом
api-op-endOtherSessions = Вийти на всіх інших пристроях
api-op-endSession = Вийти на одному пристрої
api-op-listTokens = Показати свої токени API
api-op-createToken = Створити токен API
api-op-revokeToken = Відкликати токен API
api-op-forgotPassword = Запросити посилання для нового пароля
api-op-resetPassword = Задати новий пароль за посиланням
api-op-listUsers = Показати користувачів
api-op-createUser = Додати користувача
api-op-exportUsersCsv = Вивантажити користувачів у CSV
api-op-exportUsersXlsx = Вивантажити користувачів у книгу Excel
api-op-countUsers = Порахувати користувачів за статусом
api-op-getUser = Показати користувача
api-op-editUser = Змінити користувача
api-op-deactivateUser = Деактивувати користувача
api-op-previewDeactivation = Показати наслідки деактивації
api-op-reactivateUser = Повернути доступ користувачу
api-op-handOver = Передати ліди користувача
api-op-listHandOvers = Показати передачі користувача
api-op-resendActivation = Надіслати лист активації користувача ще раз
api-op-resendActivations = Надіслати листи активації ще раз
api-op-removeUser = Остаточно видалити користувача, який пішов
api-op-cancelInvitation = Відкликати запрошення
api-op-resetUserPassword = Скинути пароль користувача
api-op-endUserSessions = Завершити всі сеанси користувача
api-op-listPermissions = Показати, що дозволено користувачу і чому
api-op-getPicture = Показати фото користувача
api-op-setPicture = Задати фото користувача
api-op-removePicture = Прибрати фото користувача
api-op-invite = Запросити користувача за самою адресою
api-op-showInvitation = Показати запрошення
api-op-acceptInvitation = Прийняти запрошення
api-op-getHandOver = Показати передачу
api-op-listKeptLeads = Показати ліди, що лишаться при скасуванні
api-op-undoHandOver = Скасувати передачу
api-op-resumeHandOver = Продовжити передачу, що зупинилася
api-op-getLicences = Показати місця
api-op-setLicences = Задати кількість місць
api-op-listTeams = Показати команди
api-op-createTeam = Створити команду
api-op-renameTeam = Перейменувати команду
api-op-setTeamMember = Додати користувача до команди
api-op-removeTeamMember = Прибрати користувача з команди
api-op-listLeads = Показати ліди
api-op-createLead = Створити лід
api-op-exportLeadsCsv = Вивантажити ліди у CSV
api-op-exportLeadsXlsx = Вивантажити ліди у книгу Excel
api-op-getBoard = Показати ліди за етапами
api-op-listStages = Показати етапи
api-op-assignLeads = Призначити багато лідів
api-op-getLead = Показати лід
api-op-editLead = Змінити лід
api-op-assignLead = Призначити лід
api-op-listNotes = Показати нотатки ліда
api-op-addNote = Додати нотатку до ліда
api-op-listHistory = Показати історію ліда
api-op-listAudit = Показати журнал аудиту
api-op-getAuditLine = Показати запис журналу аудиту
api-op-exportAudit = Вивантажити журнал аудиту
api-op-listMails = Показати листи
api-op-getMail = Прочитати лист
api-op-cancelMail = Скасувати лист, що чекає
api-op-getAccount = Показати акаунт
api-op-editAccount = Змінити акаунт
api-op-uploadImport = Завантажити таблицю
api-op-listImports = Показати імпорти
api-op-getImport = Показати імпорт
api-op-mapImport = Зіставити стовпці імпорту
api-op-checkImport = Перевірити імпорт без змін
api-op-listImportRows = Показати рядки імпорту
api-op-runImport = Виконати імпорт
api-op-mailImport = Надіслати листи активації імпорту
api-op-resumeImport = Продовжити зупинений імпорт
api-op-undoImport = Скасувати імпорт
api-op-exportImportProblems = Отримати неприйняті рядки імпорту

export-open-leads = Відкриті ліди
export-created = Додано
export-activated = Перший вхід
export-last-seen = Останній вхід
export-deactivated = Дата деактивації
export-changes = Зміни
export-row = Рядок
export-verdict = Результат
export-reason = Причина
export-id = ID

problem-media-type-unsupported = Цей тип даних тут не приймається.
problem-media-type-unsupported-detail = Надішліть тіло так, як указано в документі API, зазвичай application/json.
problem-input-invalid = У вхідних даних є помилка.
problem-input-invalid-detail = Кожну помилку перелічено; виправте їх і надішліть ще раз.
problem-field-missing = Це поле обов’язкове.
problem-field-unknown = Такого поля немає.
problem-field-type = Неправильний тип значення.
problem-field-form = Значення має неправильний вигляд.
problem-field-choice = Такого варіанта немає.
problem-field-too-small = Потрібне число не менше { $min }.
problem-field-too-large = Потрібне число не більше { $max }.
problem-field-too-short = { $min ->
   [one] Потрібен щонайменше { $min } знак.
   [few] Потрібно щонайменше { $min } знаки.
   [many] Потрібно щонайменше { $min } знаків.
  *[other] Потрібно щонайменше { $min } знака.
}
problem-field-too-long = { $max ->
   [one] Дозволено щонайбільше { $max } знак.
   [few] Дозволено щонайбільше { $max } знаки.
   [many] Дозволено щонайбільше { $max } знаків.
  *[other] Дозволено щонайбільше { $max } знака.
}
problem-list-too-short = { $min ->
   [one] Потрібен щонайменше { $min } запис.
   [few] Потрібно щонайменше { $min } записи.
   [many] Потрібно щонайменше { $min } записів.
  *[other] Потрібно щонайменше { $min } запису.
}
problem-list-too-long = { $max ->
   [one] Дозволено щонайбільше { $max } запис.
   [few] Дозволено щонайбільше { $max } записи.
   [many] Дозволено щонайбільше { $max } записів.
  *[other] Дозволено щонайбільше { $max } запису.
}
api-tag-statistics = Статистика
api-op-getStatistics = Переглянути статистику
api-op-exportStatisticsCsv = Експортувати статистику в CSV
api-op-exportStatisticsXlsx = Експортувати статистику в книгу Excel
api-tag-roles = Ролі та набори прав
api-op-listRoles = Список ролей для тих, хто їх змінює, призначає або перевіряє
api-op-createRole = Створити роль або набір прав
api-op-getRole = Переглянути роль
api-op-editRole = Змінити роль
api-op-previewRole = Показати, що дасть змінення ролі
api-op-copyRole = Скопіювати роль
api-op-makeDefaultRole = Зробити роль основною
api-op-previewRoleDeletion = Показати, що дасть видалення ролі
api-op-deleteRole = Видалити роль
api-op-listRoleMembers = Список власників ролі
api-op-listUserRoles = Список ролей користувача
api-op-giveRole = Призначити роль користувачу
api-op-previewGivenRole = Показати, що дасть призначення ролі
api-op-takeRole = Відкликати роль у користувача
