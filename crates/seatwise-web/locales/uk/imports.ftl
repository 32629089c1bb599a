# Imports: upload, columns, dry run, progress and result.

## List

imports-lead = Люди й ліди з файлів. Нічого не записується, доки ви не побачите, що станеться.
imports-new = Новий імпорт
imports-col-file = Файл
imports-col-kind = Вміст
imports-col-when = Завантажено
imports-col-by = Ким
imports-col-added = Додано
imports-col-skipped = Не прийнято
imports-col-state = Стан
imports-none-title = Імпортів поки немає
imports-none-text = Додайте людей або ліди з таблиці чи файлу CSV.
imports-newest = Найновіші
imports-kind-users = Користувачі
imports-kind-leads = Ліди
imports-about-users = Люди, які входитимуть. Листи не надсилаються, доки ви цього не вирішите.
imports-about-leads = Угоди з власником, етапом, сумою та датами. Повторний імпорт їх оновлює.

## States

imports-state-uploading = Завантажується
imports-state-uploaded = Стовпці не зіставлено
imports-state-checked = Перевірено, не імпортовано
imports-state-running = Виконується
imports-state-not-mailed = Активації не надіслано
imports-state-done = Готово
imports-state-undoing = Скасовується
imports-state-stopped = Зупинено
imports-state-undone = Скасовано

## Steps

imports-step-upload = Завантаження
imports-step-match = Зіставлення стовпців
imports-step-check = Перевірка
imports-step-result = Результат

## Upload

imports-new-lead = Файл CSV або книга Excel з назвами стовпців над рядками.
imports-what = Що у файлі?
imports-file = Файл
imports-file-choose = Виберіть файл
imports-file-hint = CSV або .xlsx, не більше { $limit } МБ і 100 000 рядків.
imports-columns = Які стовпці читаються
imports-columns-lead = Стовпці впізнаються за назвами п’ятьма мовами, або ви зіставите їх на наступному кроці. Інші пропускаються; у лідів вони стають додатковими полями.
imports-columns-limits = В іменах, назвах та інших текстах може бути не більше { $letters } знаків, у додаткових полях — { $further }.
imports-columns-needed = Обов’язково: { $fields }
imports-template-xlsx = Порожній файл для Excel
imports-template-csv = Порожній файл CSV
imports-more = Якщо файл читається неправильно
imports-encoding = Кодування
imports-separator = Роздільник
imports-separator-comma = Кома
imports-separator-semicolon = Крапка з комою
imports-separator-tab = Табуляція
imports-separator-bar = Вертикальна риска
imports-by-itself = Визначити автоматично
imports-sheet = Назва аркуша
imports-header-row = Рядок із назвами стовпців
imports-upload = Завантажити
imports-uploaded = { $count ->
   [one] Прочитано { $count } рядок
   [few] Прочитано { $count } рядки
   [many] Прочитано { $count } рядків
  *[other] Прочитано { $count } рядки
}

## Why a file is not taken

imports-file-none = Спершу виберіть файл.
imports-file-empty = Файл порожній. Виберіть інший.
imports-file-not-a-table = Це не таблиця, а { $looks }. Збережіть таблицю у форматі .xlsx або CSV.
imports-file-old-xls = Це книга Excel 97–2003. Відкрийте її та збережіть у форматі .xlsx.
imports-file-encrypted-workbook = Книга захищена паролем. Збережіть її без пароля.
imports-file-broken-workbook = Книга пошкоджена. Відкрийте її, збережіть і надішліть знову.
imports-file-zip-bomb = Книга розпаковується більш ніж у { $limit } МБ. Офісні програми так не зберігають; збережіть таблицю заново.
imports-file-too-large = Файл більший за { $limit } МБ. Розділіть його та завантажте частинами.
imports-file-too-many-rows = У таблиці понад { $limit } рядків. Розділіть її та завантажте частинами.
imports-file-too-many-columns = У рядку { $row } понад { $limit } стовпців. Видаліть зайві.
imports-file-cell-too-long = У рядку { $row } є комірка, довша за { $limit } символів. Можливо, бракує лапки.
imports-file-unclosed-quote = Лапка в рядку { $row } не закрита. Виправте рядок.
imports-file-bad-encoding = Рядок { $row } не відповідає кодуванню { $encoding }. Виберіть кодування нижче або збережіть файл у UTF-8.
imports-file-nul-character = У рядку { $row } є символ, недопустимий у таблиці. Збережіть файл заново.
imports-file-no-header = Немає рядка з назвами стовпців. Додайте його над таблицею.
imports-file-no-sheet = У книзі немає такого аркуша, або він порожній.
imports-file-io = Не вдалося прочитати файл. Надішліть його знову.
imports-looks-pdf = PDF
imports-looks-picture = зображення
imports-looks-document = текстовий документ
imports-looks-open-document = файл OpenDocument
imports-looks-binary-workbook = двійкова книга (.xlsb)
imports-looks-archive = архів
imports-looks-web-page = вебсторінка
imports-looks-xml = XML
imports-looks-json = JSON
imports-looks-binary = щось не текстове

## Columns

imports-match-lead = Рядків: { $rows }. Зіставлено стовпців: { $found } із { $columns }.
imports-read-text = Прочитано як { $encoding }, роздільник: { $separator }, назви стовпців у рядку { $row }.
imports-read-sheet = Аркуш «{ $sheet }», назви стовпців у рядку { $row }.
imports-col-column = Стовпець у файлі
imports-col-samples = Перші значення
imports-col-goes-into = Поле
imports-goes-into-of = Поле для «{ $name }»
imports-col-match = Зіставлення
imports-leave-out = Не імпортувати
imports-column-blank = Стовпець { $letter }
imports-matched-by-name = Така сама назва
imports-matched-by-content = За вмістом
imports-matched-chosen = Вибрано
imports-matched-ignored = Пропускається
imports-matched-new-field = Додаткове поле
imports-mapping-missing = Немає стовпця для поля «{ $field }». Без нього не можна прийняти жодного рядка.
imports-mapping-twice = Два стовпці для поля «{ $field }». Пропустіть один із них.
imports-mapping-foreign = «{ $field }» не стосується цього імпорту.
imports-mapping-width = Стовпці форми не збігаються зі стовпцями файлу. Виберіть їх заново.
imports-choices = Налаштування
imports-seat-kind = Які ліцензії займають
imports-when-full = Якщо ліцензій забракне
imports-full-skip-rows = Взяти рядки, що вмістяться, у порядку файлу
imports-full-refuse-file = Не брати жодного
imports-dates = Дати на зразок 3/4/2026
imports-dates-day-first = 3 квітня
imports-dates-month-first = 4 березня
imports-update-users = Наявні користувачі отримують значення з файлу
imports-create-teams = Створити відсутні команди
imports-mail-now = Одразу надіслати листи активації
imports-mail-now-hint = Без цього ніхто нічого не дізнається, доки ви не вирішите.
imports-unknown-owner = Якщо власник невідомий
imports-owner-skip = Пропустити рядок
imports-owner-unassigned = Взяти лід без власника
imports-update-leads = Оновлювати наявні ліди
imports-update-leads-hint = Вони розпізнаються за зовнішнім ID.
imports-pending-owners = Власником може бути той, хто ще не входив
imports-historic = Старий файл: власником може бути вимкнений користувач
imports-historic-hint = Їхні показники залишаться за ними.
imports-check-rows = { $count ->
   [one] Перевірити { $count } рядок
   [few] Перевірити { $count } рядки
   [many] Перевірити { $count } рядків
  *[other] Перевірити { $count } рядки
}
imports-other-file = Інший файл

## Check

imports-check-title = Перевірте результат до імпорту
imports-check-lead = Поки нічого не записано. Виправте файл і завантажте його знову або продовжте з придатними рядками.
imports-check-again = Перевірити знову
imports-checked-again = Перевірено знову
imports-run-users = { $count ->
   [one] Імпортувати { $count } користувача
   [few] Імпортувати { $count } користувачів
   [many] Імпортувати { $count } користувачів
  *[other] Імпортувати { $count } користувачів
}
imports-run-leads = { $count ->
   [one] Імпортувати { $count } лід
   [few] Імпортувати { $count } ліди
   [many] Імпортувати { $count } лідів
  *[other] Імпортувати { $count } ліди
}
imports-seats-missing = { $count ->
   [one] Бракує { $count } ліцензії; рядки приймаються, лише якщо вмістяться всі.
   [few] Бракує { $count } ліцензій; рядки приймаються, лише якщо вмістяться всі.
   [many] Бракує { $count } ліцензій; рядки приймаються, лише якщо вмістяться всі.
  *[other] Бракує { $count } ліцензій; рядки приймаються, лише якщо вмістяться всі.
}
imports-nothing-to-run = Жодного рядка не можна прийняти. Причини вказано в таблиці.
imports-noted = { $count ->
   [one] У { $count } рядку є зауваження до значення. Воно у стовпці «Чому».
   [few] У { $count } рядках є зауваження до значень. Вони у стовпці «Чому».
   [many] У { $count } рядках є зауваження до значень. Вони у стовпці «Чому».
  *[other] У { $count } рядках є зауваження до значень. Вони у стовпці «Чому».
}
imports-mails-at-once = Листи активації буде надіслано одразу після імпорту.

## Rows

imports-by-result = Рядки за результатом
imports-col-rows = Рядки
imports-col-row = Рядок
imports-col-user = Користувач
imports-col-lead = Лід
imports-col-result = Результат
imports-col-why = Чому
imports-rows-all = Усі рядки
imports-rows-problems = Проблеми
imports-rows-skipped = Пропущено
imports-rows-previous = Попередні рядки
imports-rows-next = Наступні рядки
imports-problems-file = Рядки з проблемами в Excel
imports-problems-csv = Рядки з проблемами в CSV
imports-skipped-file = З пропущеними рядками в Excel
imports-skipped-csv = З пропущеними рядками в CSV
imports-col-tick = Вибрати
imports-tick = Вибрати «{ $name }»
imports-undo-ticked = Скасувати позначені рядки
imports-no-rows = Тут немає рядків.
imports-no-name = (без імені)
imports-plan-create = Буде додано
imports-plan-update = Буде оновлено
imports-verdict-create = Додано
imports-verdict-update = Оновлено
imports-verdict-skip = Пропущено
imports-verdict-no-seat = Немає ліцензії
imports-verdict-problem = Не можна додати
imports-verdict-reversed = Скасовано
imports-verdict-kept = Залишилося
imports-verdict-failed = Не вдалося

## Reasons

imports-why-empty-row = Рядок порожній.
imports-why-unchanged = Усе вже є:
imports-why-duplicate-in-file = «{ $value }» уже є в рядку { $row }.
imports-why-already-user = Уже користувач:
imports-why-already-invited = Запрошення надіслано, входу ще не було:
imports-why-deactivated-user = Ця адреса у вимкненого користувача. Увімкніть його знову або змініть адресу.
imports-why-alias-of = Ця адреса — псевдонім іншого користувача. Укажіть іншу адресу:
imports-why-already-contact = «{ $value }» належить контакту CRM. Укажіть іншу адресу.
imports-why-email-missing = Адресу не вказано. Заповніть її.
imports-why-email-invalid = «{ $value }» — неповна адреса електронної пошти.
imports-why-login-invalid = «{ $value }» не можна використати як логін, або він зайнятий. Укажіть інший.
imports-why-name-invalid = «{ $value }» — не ім’я. Виправте його.
imports-why-team-unknown = Немає команди «{ $value }». Створіть її або дозвольте імпорту створювати команди.
imports-why-team-missing = Команду не вказано. Командній ліцензії вона потрібна.
imports-why-no-free-seat = Рядки вище займають усі вільні ліцензії. Купіть ліцензії або вимкніть когось.
imports-why-trial-limit = Пробний період — не більше десяти користувачів.
imports-why-owner-unknown = Немає нікого з іменем «{ $value }». Виправте ім’я або спершу імпортуйте цю людину.
imports-why-owner-ambiguous = Кілька людей з іменем «{ $value }». Укажіть замість імені адресу пошти.
imports-why-owner-deactivated = «{ $value }» — вимкнений користувач. Укажіть іншого власника або позначте на попередньому кроці, що файл старий.
imports-why-owner-pending = «{ $value }» ще не входить у систему. Укажіть іншого власника або дозвольте таких на попередньому кроці.
imports-why-owner-may-not = У «{ $value }» командна ліцензія без лідів. Укажіть іншого власника.
imports-why-stage-unknown = Немає етапу «{ $value }».
imports-why-title-missing = У рядку немає нічого, що підійшло б для назви. Зіставте стовпець із назвою.
imports-why-text-invalid = Текст у рядку задовгий або містить недопустимі символи. Виправте його.
imports-why-already-lead = Такий лід уже є:
imports-why-not-run = Імпорт зупинився перед цим рядком.
imports-why-has-acted = Відтоді був вхід у систему.
imports-why-has-work = У користувача є чи були ліди або є нотатки.
imports-why-changed-since = Відтоді є зміни.
imports-why-gone-since = Цього вже немає.
imports-why-update-stays = Значення, змінені імпортом у користувача, залишаються.
imports-why-refused = База даних відхилила цей рядок. Повторіть скасування пізніше.
imports-do-reactivate = Увімкнути знову: { $name }
imports-note-date-not-taken = { $field }: «{ $value }» — не дата, пропускається.
imports-note-phone-not-taken = «{ $value }» — не номер телефону, пропускається.
imports-note-value-not-taken = «{ $value }» — не сума, пропускається.
imports-note-word-not-taken = { $field }: «{ $value }» — невідоме значення, пропускається.
imports-note-address-not-taken = «{ $value }» — неповна адреса пошти, пропускається.
imports-note-team-created = Із цим рядком створюється команда «{ $value }».
imports-note-also-contact = Є також серед контактів CRM.
imports-note-left-unassigned = «{ $value }» не може бути власником; лід без власника.
imports-note-owner-kept = «{ $value }» зараз не може бути власником; власник той самий.
imports-note-cells-beyond = Комірки праворуч від останнього стовпця пропускаються.

## Result

imports-running-lead = Рядки записуються.
imports-undoing-lead = Скасовується те, чого відтоді ніхто не торкався.
imports-undone-lead = { $count ->
   [one] Скасовано { $count } рядок. Те, що відтоді змінювали, залишилося й наведено в списку.
   [few] Скасовано { $count } рядки. Те, що відтоді змінювали, залишилося й наведено в списку.
   [many] Скасовано { $count } рядків. Те, що відтоді змінювали, залишилося й наведено в списку.
  *[other] Скасовано { $count } рядки. Те, що відтоді змінювали, залишилося й наведено в списку.
}
imports-done-users = { $count ->
   [one] Додано { $count } користувача, оновлено: { $updated }.
   [few] Додано { $count } користувачів, оновлено: { $updated }.
   [many] Додано { $count } користувачів, оновлено: { $updated }.
  *[other] Додано { $count } користувачів, оновлено: { $updated }.
}
imports-done-leads = { $count ->
   [one] Додано { $count } лід, оновлено: { $updated }.
   [few] Додано { $count } ліди, оновлено: { $updated }.
   [many] Додано { $count } лідів, оновлено: { $updated }.
  *[other] Додано { $count } ліди, оновлено: { $updated }.
}
imports-stopped-lead = Частину рядків виконано, решта чекає.
imports-stopped-run = Імпорт зупинився
imports-stopped-undo = Скасування зупинилося
imports-stopped-mails = Деякі листи активації не написано
imports-stopped-starter-may-not = Той, хто почав, більше не має на це права. Продовжте, і решту буде зроблено від вашого імені.
imports-stopped-failed = Усі спроби не вдалися; причину вказано в журналі сервера. Продовжте, коли її буде усунуто.
imports-resume = Продовжити
imports-resumed = Робота триває.
imports-progress-label = Хід виконання
imports-progress = Готово рядків: { $done } із { $total }
imports-reload = Показати поточний стан
imports-leave-page = Цю сторінку можна закрити: робота триватиме.
imports-nobody-told = Поки ніхто не знає
imports-nobody-told-text = Нові користувачі чекають, листи не надіслано. Надішліть активації або скасуйте імпорт.
imports-send = { $count ->
   [one] Надіслати { $count } активацію
   [few] Надіслати { $count } активації
   [many] Надіслати { $count } активацій
  *[other] Надіслати { $count } активації
}
imports-mailing = Листи активації надсилаються
imports-undo = Скасувати імпорт
imports-undo-until = Можна скасувати до { $date }
imports-undo-users = Користувачі, які вже входили, залишаться.
imports-undo-leads = Ліди, які відтоді змінювали, залишаться.
imports-undo-rows = { $count ->
   [one] Скасувати { $count } рядок
   [few] Скасувати { $count } рядки
   [many] Скасувати { $count } рядків
  *[other] Скасувати { $count } рядка
}
imports-undo-goes = Рядки, які буде скасовано
imports-undo-stays = Рядки, які залишаться
imports-undo-nothing = Скасовувати нічого: усі рядки залишаться з причин нижче.
imports-undo-none-ticked = Спершу позначте рядки, які треба скасувати.
imports-rows-undone = Скасовано. Для рядків, що залишилися, вказано причину.
imports-mail-title = Надіслати активації
imports-mail-text = У кожному листі є посилання, за яким людина задає пароль.
imports-mail-get = Отримають лист
imports-mail-no-address = Без пошти, листа не отримають
imports-mail-others = Уже отримали лист, увійшли або пішли
imports-facts = Про цей імпорт
imports-finished = Завершено
imports-mailed = Активації надіслано

## Fields of a file

field-first-name = Ім’я
field-last-name = Прізвище
field-team = Команда
field-salutation = Звертання
field-extra = Додаткове поле з цією назвою
imports-why-field-hidden = Рядок говорить про поле «{ $field }», яке приховує ваша роль. Пропустіть цей стовпець або попросіть адміністратора виконати імпорт.
imports-why-field-read-only = Рядок задав би поле «{ $field }», яке ваша роль дає лише читати. Пропустіть цей стовпець або попросіть адміністратора виконати імпорт.
imports-why-role-unknown = Немає ролі «{ $value }». Виправте назву або створіть цю роль.
imports-why-role-near = Немає ролі «{ $value }». Можливо, «{ $name }»? Виправте назву.
imports-why-role-is-permission = «{ $value }» — це право, а права надаються ролями. Укажіть назву ролі, у якій воно є.
imports-why-roles-not-yours = Ви не можете призначати ролі. Пропустіть цей стовпець або попросіть адміністратора виконати імпорт.
imports-why-role-beyond = Роль «{ $value }» дає більше прав, ніж є у вас. Укажіть іншу роль або попросіть адміністратора виконати імпорт.
imports-why-role-default-beyond = Без ролі людина отримала б роль за замовчуванням «{ $name }», а вона дає більше прав, ніж є у вас. Укажіть іншу роль або попросіть адміністратора виконати імпорт.
imports-why-person-beyond = Цей користувач має більше прав, ніж ви, тож змінювати його ви не можете. Зверніться до адміністратора:
imports-why-role-of-team-seats = Роль «{ $value }» належить командним ліцензіям і не призначається. Укажіть іншу роль.
imports-why-role-needs-seat = Командна ліцензія має власну роль; для «{ $value }» потрібна ліцензія продажів. Очистьте клітинку або виберіть ліцензії продажів.
imports-why-role-is-self = Власні ролі ніхто не змінює сам. Очистьте клітинку або попросіть адміністратора виконати імпорт.
imports-gives-roles = { $count ->
   [one] Отримає { $count } роль: { $roles }.
   [few] Отримає { $count } ролі: { $roles }.
   [many] Отримає { $count } ролей: { $roles }.
  *[other] Отримає { $count } ролі: { $roles }.
}
imports-why-person-outside = Цей користувач не належить до тієї частини, якою ви керуєте. Зверніться до адміністратора:
imports-why-edits-not-yours = Ви не можете змінювати наявних користувачів. Пропустіть їх під час імпорту або зверніться до адміністратора:
imports-why-newcomer-outside = Ви запрошуєте людей до своїх команд. Вкажіть одну з них у стовпці з командою.
imports-why-newcomer-unplaced = Ви запрошуєте людей на посади нижче вашої, а файл не містить посад. Запросіть цього користувача вручну.
imports-why-team-outside = До команди «{ $value }» ви не можете нікого додати. Укажіть команду, склад якої ви можете змінювати, або попросіть адміністратора виконати імпорт.
imports-why-role-not-givable = Ваша роль не дозволяє надавати роль «{ $value }». Укажіть іншу роль або попросіть адміністратора виконати імпорт.
