# Страница API, выгружаемые файлы и отказы по отдельным полям.

api-title = API
api-about = Пользователи, места и лиды одного аккаунта в формате JSON. По этому документу сервер проверяет каждый вызов.
api-how = Как это работает
api-how-token = Подписывайте каждый вызов личным токеном:
api-how-pages = Списки приходят постранично:
api-how-key = Повторный вызов выполняется один раз, если у него тот же заголовок:
api-how-patch = Пропущенное поле не меняется, null очищает его, неизвестное отклоняется.
api-how-errors = Отказ объясняет на вашем языке, что произошло и что делать:
api-chapters = Разделы
api-needs = Нужно право
api-required = обязательно
api-problems = Почему бывает отказ
api-problems-about = У каждого отказа есть код, который не меняется. Программы читают код, люди — фразу.

api-tag-account = Аккаунт и его настройки
api-tag-audit = Журнал аудита
api-tag-hand-overs = Передачи и их отмена
api-tag-imports = Импорт пользователей и лидов
api-tag-invitations = Приглашения
api-tag-leads = Лиды
api-tag-licences = Места
api-tag-mails = Письма: ожидающие, отправленные, неудачные
api-tag-me = Свой профиль
api-tag-password = Забытые пароли
api-tag-session = Вход и выход
api-tag-teams = Команды
api-tag-tokens = Токены API
api-tag-users = Пользователи

api-op-signIn = Войти по паролю
api-op-getSession = Узнать, кто вошёл
api-op-signOut = Выйти
api-op-getMe = Показать свой профиль
api-op-editMe = Изменить свой профиль
api-op-listAliases = Показать свои другие адреса
api-op-addAlias = Добавить другой адрес
api-op-removeAlias = Удалить другой адрес
api-op-changePassword = Сменить свой пароль
api-op-listSessions = Показать свои устройства со входом
api-op-endOtherSessions = Выйти на всех других устройствах
api-op-endSession = Выйти на одном устройстве
api-op-listTokens = Показать свои токены API
api-op-createToken = Создать токен API
api-op-revokeToken = Отозвать токен API
api-op-forgotPassword = Запросить ссылку для нового пароля
api-op-resetPassword = Задать новый пароль по ссылке
api-op-listUsers = Показать пользователей
api-op-createUser = Добавить пользователя
api-op-exportUsersCsv = Выгрузить пользователей в CSV
api-op-exportUsersXlsx = Выгрузить пользователей в книгу Excel
api-op-countUsers = Сосчитать пользователей по статусу
api-op-getUser = Показать пользователя
api-op-editUser = Изменить пользователя
api-op-deactivateUser = Деактивировать пользователя
api-op-previewDeactivation = Показать последствия деактивации
api-op-reactivateUser = Вернуть доступ пользователю
api-op-handOver = Передать лиды пользователя
api-op-listHandOvers = Показать передачи пользователя
api-op-resendActivation = Отправить письмо активации пользователя ещё раз
api-op-resendActivations = Отправить письма активации ещё раз
api-op-removeUser = Окончательно удалить ушедшего пользователя
api-op-cancelInvitation = Отозвать приглашение
api-op-resetUserPassword = Сбросить пароль пользователя
api-op-endUserSessions = Завершить все сеансы пользователя
api-op-listPermissions = Показать, что разрешено пользователю и почему
api-op-getPicture = Показать фото пользователя
api-op-setPicture = Задать фото пользователя
api-op-removePicture = Убрать фото пользователя
api-op-invite = Пригласить пользователя по одному адресу
api-op-showInvitation = Показать приглашение
api-op-acceptInvitation = Принять приглашение
api-op-getHandOver = Показать передачу
api-op-listKeptLeads = Показать лиды, которые останутся при отмене
api-op-undoHandOver = Отменить передачу
api-op-resumeHandOver = Продолжить остановившуюся передачу
api-op-getLicences = Показать места
api-op-setLicences = Задать число мест
api-op-listTeams = Показать команды
api-op-createTeam = Создать команду
api-op-renameTeam = Переименовать команду
api-op-setTeamMember = Добавить пользователя в команду
api-op-removeTeamMember = Убрать пользователя из команды
api-op-listLeads = Показать лиды
api-op-createLead = Создать лид
api-op-exportLeadsCsv = Выгрузить лиды в CSV
api-op-exportLeadsXlsx = Выгрузить лиды в книгу Excel
api-op-getBoard = Показать лиды по этапам
api-op-listStages = Показать этапы
api-op-assignLeads = Назначить много лидов
api-op-getLead = Показать лид
api-op-editLead = Изменить лид
api-op-assignLead = Назначить лид
api-op-listNotes = Показать заметки лида
api-op-addNote = Добавить заметку к лиду
api-op-listHistory = Показать историю лида
api-op-listAudit = Показать журнал аудита
api-op-getAuditLine = Показать запись журнала аудита
api-op-exportAudit = Выгрузить журнал аудита
api-op-listMails = Показать письма
api-op-getMail = Прочитать письмо
api-op-cancelMail = Отменить ожидающее письмо
api-op-getAccount = Показать аккаунт
api-op-editAccount = Изменить аккаунт
api-op-uploadImport = Загрузить таблицу
api-op-listImports = Показать импорты
api-op-getImport = Показать импорт
api-op-mapImport = Сопоставить столбцы импорта
api-op-checkImport = Проверить импорт без изменений
api-op-listImportRows = Показать строки импорта
api-op-runImport = Выполнить импорт
api-op-mailImport = Отправить письма активации импорта
api-op-resumeImport = Продолжить остановленный импорт
api-op-undoImport = Отменить импорт
api-op-exportImportProblems = Получить непринятые строки импорта

export-open-leads = Открытые лиды
export-created = Добавлен
export-activated = Первый вход
export-last-seen = Последний вход
export-deactivated = Дата деактивации
export-changes = Изменения
export-row = Строка
export-verdict = Результат
export-reason = Причина
export-id = ID

problem-media-type-unsupported = Этот тип данных здесь не принимается.
problem-media-type-unsupported-detail = Отправьте тело так, как указано в документе API, обычно application/json.
problem-input-invalid = Во входных данных есть ошибка.
problem-input-invalid-detail = Каждая ошибка перечислена; исправьте их и отправьте ещё раз.
problem-field-missing = Это поле обязательно.
problem-field-unknown = Такого поля нет.
problem-field-type = Неверный тип значения.
problem-field-form = Значение имеет неверный вид.
problem-field-choice = Такого варианта нет.
problem-field-too-small = Нужно число не меньше { $min }.
problem-field-too-large = Нужно число не больше { $max }.
problem-field-too-short = { $min ->
   [one] Нужен минимум { $min } знак.
   [few] Нужно минимум { $min } знака.
   [many] Нужно минимум { $min } знаков.
  *[other] Нужно минимум { $min } знака.
}
problem-field-too-long = { $max ->
   [one] Допустим максимум { $max } знак.
   [few] Допустимо максимум { $max } знака.
   [many] Допустимо максимум { $max } знаков.
  *[other] Допустимо максимум { $max } знака.
}
problem-list-too-short = { $min ->
   [one] Нужна минимум { $min } запись.
   [few] Нужно минимум { $min } записи.
   [many] Нужно минимум { $min } записей.
  *[other] Нужно минимум { $min } записи.
}
problem-list-too-long = { $max ->
   [one] Допустима максимум { $max } запись.
   [few] Допустимо максимум { $max } записи.
   [many] Допустимо максимум { $max } записей.
  *[other] Допустимо максимум { $max } записи.
}
api-tag-statistics = Статистика
api-op-getStatistics = Посмотреть статистику
api-op-exportStatisticsCsv = Экспортировать статистику в CSV
api-op-exportStatisticsXlsx = Экспортировать статистику в книгу Excel
api-tag-roles = Роли и наборы прав
api-op-listRoles = Список ролей для тех, кто их меняет, назначает или проверяет
api-op-createRole = Создать роль или набор прав
api-op-getRole = Посмотреть роль
api-op-editRole = Изменить роль
api-op-previewRole = Показать, что даст изменение роли
api-op-copyRole = Скопировать роль
api-op-makeDefaultRole = Сделать роль основной
api-op-previewRoleDeletion = Показать, что даст удаление роли
api-op-deleteRole = Удалить роль
api-op-listRoleMembers = Список обладателей роли
api-op-listUserRoles = Список ролей пользователя
api-op-giveRole = Назначить роль пользователю
api-op-previewGivenRole = Показать, что даст назначение роли
api-op-takeRole = Отозвать роль у пользователя
