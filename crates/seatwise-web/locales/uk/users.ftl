# Users: list, page, new, edit, deactivation and hand-over.


## List

users-lead = Усі, хто може увійти в цей акаунт, їхні ліцензії та доступ.
users-new = Новий користувач
users-import = Імпорт
users-export = Експорт
export-xlsx = Excel (.xlsx)
export-csv = CSV (.csv)
users-manage-licences = Керувати ліцензіями
users-views = Подання за статусом
users-all = Усі
users-view-pending = Очікують
users-view-active = Активні
users-view-frozen = Призупинені
users-view-deactivated = Відключені
users-view-removed = Видалені
users-search = Ім’я, пошта або ID
users-find = Знайти
users-clear = Скинути фільтри
users-hide-deactivated = Сховати відключених
users-show-deactivated = Відключених сховано
users-filter-level = Роль
users-filter-team = Команда
users-filter-seat = Ліцензія
users-filter-link = Посилання активації
users-filter-any = Будь-яка
users-caption = { $count ->
   [one] Знайдено { $count } користувача
   [few] Знайдено { $count } користувачів
   [many] Знайдено { $count } користувачів
  *[other] Знайдено { $count } користувачів
}
users-col-user = Користувач
users-col-status = Статус
users-col-seat = Ліцензія
users-col-level = Роль
users-col-team = Команда
users-col-seen = Останній вхід
users-col-leads = Відкриті ліди
users-col-menu = Дії
users-you = Ви
users-menu = Дії: { $name }
users-select = Вибрати: { $name }
users-select-page = Вибрати всі рядки сторінки
users-copy-id = Скопіювати ID: { $name }
users-copied = Скопійовано
users-invited = Запрошення { $date }
users-not-mailed = Листа не надіслано
users-link-expired = Термін минув
users-never-seen = Жодного разу
users-bulk = Вибрані користувачі
users-bulk-count = { $count ->
   [one] Вибрано { $count } користувача
   [few] Вибрано { $count } користувачів
   [many] Вибрано { $count } користувачів
  *[other] Вибрано { $count } користувачів
}
users-bulk-resend = { $count ->
   [one] Надіслати активацію знову ({ $count })
   [few] Надіслати активації знову ({ $count })
   [many] Надіслати активації знову ({ $count })
  *[other] Надіслати активації знову ({ $count })
}
users-resend-selected = Надіслати активацію вибраним
users-clear-selection = Зняти вибір
users-none-title = Нікого не знайдено
users-none-text = Ніхто не відповідає «{ $query }» та фільтрам. Псевдоніми теж враховано.
users-none-filter = Під ці фільтри ніхто не підходить.
users-none-deactivated = Шукати серед відключених
pager-label = Сторінки
pager-shown = { $shown } з { $total }
pager-shown-many = { $shown } з понад { $total }
pager-shown-only = { $count ->
   [one] { $count } запис
   [few] { $count } записи
   [many] { $count } записів
  *[other] { $count } записи
}
pager-previous = Назад
pager-next = Далі
pager-newer = Новіші
pager-older = Старіші

## States, roles and seats

state-invited = Без листа
state-pending = Очікування
state-active = Активний
state-frozen = Призупинено
state-deactivated = Відключено
state-anonymised = Видалено
level-owner = Власник
level-admin = Адміністратор
level-user = Користувач
seat-regular = Продажі
seat-team = Команда
seat-none = Немає
seats-regular = Ліцензії продажів
seats-team = Командні ліцензії
seats-used = Зайнято { $taken } з { $total }
seats-sentence = { $kind }: зайнято { $taken } з { $total }, з них { $pending } очікують, вільно { $free }
seats-free = { $count ->
   [one] { $count } вільна
   [few] { $count } вільні
   [many] { $count } вільно
  *[other] { $count } вільні
}
seats-pending = { $count ->
   [one] { $count } зайнята тим, хто очікує
   [few] { $count } зайняті тими, хто очікує
   [many] { $count } зайнято тими, хто очікує
  *[other] { $count } зайняті тими, хто очікує
}
seats-released = { $count ->
   [one] { $count } звільнена, доступна одразу
   [few] { $count } звільнені, доступні одразу
   [many] { $count } звільнено, доступно одразу
  *[other] { $count } звільнені, доступні одразу
}

## Actions

user-open = Відкрити профіль
user-edit = Змінити
user-resend = Надіслати активацію знову
user-send = Надіслати активацію
user-remove = Видалити остаточно…
user-cancel-invitation = Відкликати запрошення
user-reset-password = Скинути пароль…
user-reset-short = Скинути…
user-sign-out-everywhere = Завершити всі сеанси
user-hand-over = Передати записи…
user-manage-leads = Керувати лідами…
user-deactivate = Відключити…
user-reactivate = Увімкнути знову…
user-not-self = Не можна зробити із собою
user-not-owner = Спочатку передайте права власника

## One user

user-owns = Що належить: { $name }
user-owns-nothing = Передавати нічого.
user-hand-over-records = Передати записи
user-leads = { $count ->
   [one] { $count } лід
   [few] { $count } ліди
   [many] { $count } лідів
  *[other] { $count } ліди
}
user-leads-split = відкрито { $open }, закрито { $closed }
user-won-total = Усього виграно: { $value }
user-teams-managed = { $count ->
   [one] команда під керівництвом
   [few] команди під керівництвом
   [many] команд під керівництвом
  *[other] команди під керівництвом
}
user-notes-written = { $count ->
   [one] нотатка
   [few] нотатки
   [many] нотаток
  *[other] нотатки
}
user-tokens-held = { $count ->
   [one] токен API
   [few] токени API
   [many] токенів API
  *[other] токени API
}
user-invitations = { $count ->
   [one] запрошення в очікуванні
   [few] запрошення в очікуванні
   [many] запрошень в очікуванні
  *[other] запрошення в очікуванні
}
user-imports = { $count ->
   [one] імпорт
   [few] імпорти
   [many] імпортів
  *[other] імпорти
}
user-sessions = Сеанси
user-sessions-count = { $count ->
   [one] { $count } пристрій
   [few] { $count } пристрої
   [many] { $count } пристроїв
  *[other] { $count } пристрої
}
user-sessions-none = Немає активних сеансів.
user-session-current = Зараз використовується
user-session-detail = { $address } · остання дія { $when }
user-session-end = Завершити
user-device-on = { $browser }, { $system }
user-device-unknown = Невідомий пристрій
sessions-ended = { $count ->
   [one] { $name }: завершено { $count } сеанс
   [few] { $name }: завершено { $count } сеанси
   [many] { $name }: завершено { $count } сеансів
  *[other] { $name }: завершено { $count } сеансу
}
sessions-end-title = Завершення всіх сеансів: { $name }
sessions-end-count = { $count ->
   [one] Одразу завершиться { $count } сеанс.
   [few] Одразу завершаться { $count } сеанси на всіх пристроях.
   [many] Одразу завершиться { $count } сеансів на всіх пристроях.
  *[other] Одразу завершиться { $count } сеансу на всіх пристроях.
}
sessions-end-stays = Пароль і токени API діють далі; можна ввійти знову.
user-seat-and-role = Ліцензія та роль
user-security = Вхід і безпека
user-password = Пароль
user-password-changed = Змінено { $date }
user-password-none = Не задано
user-history = Історія
user-full-audit = Увесь журнал
user-permissions = Що дозволено
may-own-edit = Змінювати свій профіль
may-users-view = Бачити користувачів
may-users-invite = Запрошувати користувачів
may-users-edit = Змінювати користувачів
may-users-deactivate = Відключати користувачів
may-users-remove = Видаляти користувачів, які пішли
may-users-reactivate = Увімкнути користувачів знову
may-users-reset-password = Скидати паролі та завершувати сеанси
may-users-export = Експортувати користувачів
may-seats-view = Бачити ліцензії
may-seats-purchase = Змінювати кількість ліцензій
may-teams-edit = Змінювати команди
may-imports-run = Імпортувати користувачів і ліди
may-audit-view = Читати журнал змін
may-mails-view = Бачити вихідні листи
may-account-edit = Змінювати налаштування акаунта
may-leads-view = Бачити ліди
may-leads-create = Створювати ліди
may-leads-edit = Змінювати ліди
may-leads-note = Додавати нотатки до лідів
may-leads-assign = Призначати ліди іншим
may-leads-export = Експортувати ліди
may-leads-share = Відкривати ліди іншим
may-statistics-view = Бачити статистику
may-service-users-edit = Керувати службовими користувачами
may-groups-edit = Змінювати групи
may-positions-edit = Змінювати посади
may-roles-assign = Призначати ролі користувачам
may-roles-edit = Змінювати ролі
may-sharing-edit = Змінювати правила доступу
may-access-check = Перевіряти доступ користувачів
may-ownership-transfer = Передавати володіння акаунтом
because-level-gives = Надає рівень: { $level }
because-level-lacks = Не входить до рівня: { $level }
because-licence = Не входить до ліцензії: { $seat }
because-state = Немає входу в цьому статусі: { $state }
user-since = з { $date }
user-teams = Команди
user-language = Мова
user-phone = Телефон
user-login = Логін
user-job-title = Назва посади
user-name = Ім’я
user-email = Пошта
user-aliases = Інші адреси
picture-title = Фотографія
picture-file = Виберіть зображення
picture-hint = JPEG, PNG або WebP до 5 МБ. Зображення обрізається до квадрата.
picture-again = Виберіть зображення ще раз: браузер його не запам’ятовує.
picture-upload = Завантажити
picture-remove = Видалити фотографію
picture-remove-title = Видалення фотографії: { $name }
picture-remove-what = Замість неї показуються ініціали ({ $name }). Сама фотографія не зберігається.
picture-saved = Фотографію збережено.
picture-removed = Фотографію видалено.
user-level = Рівень
user-gender = Стать
user-started = У компанії з
user-created = Створено
user-seen = Останній вхід
user-pending-note = Запрошення від { $date }. Посилання діє до { $until }.
user-expired-note = Посилання активації втратило чинність { $until }.
user-invited-note = Лист активації ще не надіслано. Ліцензію зайнято.
user-deactivated-note = Відключення { $date }: { $name }.
user-deactivated-short = Відключення { $date }.
user-deactivated-leads = { $count ->
   [one] На це ім’я записано ще { $count } відкритий лід.
   [few] На це ім’я записано ще { $count } відкриті ліди.
   [many] На це ім’я записано ще { $count } відкритих лідів.
  *[other] На це ім’я записано ще { $count } відкриті ліди.
}

## New user

invite-title = Новий користувач
invite-lead = Новий користувач займає ліцензію одразу після збереження.
invite-who = Хто
invite-access = Ліцензія та доступ
invite-name-hint = Ім’я можна змінити під час першого входу.
invite-regular = Ліцензія продажів
invite-regular-text = Володіє лідами, імпортує та експортує. Вільно: { $free }.
invite-team = Командна ліцензія
invite-team-text = Читає ліди та пише нотатки. Не володіє лідами. Вільно: { $free }.
invite-admin-hint = Адміністратору потрібна ліцензія продажів.
invite-language = Мова листа
invite-happens = Що станеться
invite-after = { $kind }: після цього зайнято { $taken } з { $total }.
invite-pending = До першого входу — очікування; власником вибрати не можна.
invite-link = Посилання діє 7 днів, його можна надіслати знову.
invite-send = Надіслати запрошення
invite-later = Зберегти, надіслати пізніше
invite-login-hint = Для тих, у кого немає власної пошти. Задайте їм і пароль.
invite-password-hint = Не менше 12 знаків. Тоді лист не надсилається: пароль передаєте ви.
invite-change = Обрати власний пароль під час першого входу
invite-change-hint = Лише якщо пароль задано вище. До цього нічого іншого зробити не можна.
invite-more = Додатково
invite-no-teams = Команд ще немає.
invite-no-teams-text = Спершу створіть команди: тоді новий користувач одразу потрапить до своєї.
invite-sent = Запрошення надіслано: { $name }.
invite-saved = Збережено: { $name }. Листа не надіслано.
invite-reactivate = Увімкнути натомість
invite-see = Відкрити профіль
invite-buy = Купити ліцензії

## Edit

edit-title = Зміна: { $name }
edit-save = Перевірити зміни
edit-reason = Причина
edit-reason-hint = Потрапить до журналу змін.
edit-email-hint = Для виправлень. Пароль залишається; повідомте користувача. Щоб передати ліцензію іншому, відключіть і запросіть заново.
edit-admin = Адміністратор
edit-admin-hint = Керує людьми, ліцензіями та налаштуваннями.
edit-check-title = Усе правильно?
edit-changes = Зміни
edit-col-field = Поле
edit-col-before = Було
edit-col-after = Стало
edit-confirm = Зберегти зміни
edit-again = Назад до форми
edit-saved = Зміни збережено.
edit-nothing = Нічого не змінено.
edit-empty = порожньо
edit-secret = змінено
edit-yes = Так
edit-no = Ні

## Password, activation, reactivation

reset-user-title = Скидання пароля: { $name }
reset-user-sessions = Усі сеанси на всіх пристроях завершаться.
reset-user-deleted = Поточний пароль одразу видаляється.
reset-user-mail = { $name } отримає лист із посиланням для нового пароля.
reset-user-button = Скинути пароль
reset-user-done = Пароль скинуто, лист надсилається.
resend-done = Лист активації надсилається: { $name }.
resend-many = { $count ->
   [one] Надсилається { $count } лист активації.
   [few] Надсилаються { $count } листи активації.
   [many] Надсилається { $count } листів активації.
  *[other] Надсилаються { $count } листи активації.
}
resend-title = Листи активації
resend-none = Жодного листа не надіслано.
resend-back = Назад до списку
resend-left = { $count ->
   [one] Пропущено { $count } особу
   [few] Пропущено { $count } особи
   [many] Пропущено { $count } осіб
  *[other] Пропущено { $count } особи
}
resend-col-why = Чому
resend-why-active = Вхід уже виконано
resend-why-deactivated = Доступ відключено
resend-why-address = Немає адреси пошти
resend-why-unknown = Більше не існує
cancel-invitation-done = Запрошення відкликано: { $name }. Посилання більше не діє.
cancel-invitation-title = Відкликання запрошення: { $name }
cancel-invitation-link = Посилання з листа одразу перестає діяти.
cancel-invitation-seat = Ліцензія ({ $seat }) одразу знову вільна.
cancel-invitation-gone = Входів ще не було, тому { $name } зникає зі списку; журнал змін зберігає ім’я. Ту саму адресу можна запросити знову.
cancel-invitation-button = Відкликати запрошення
reactivate-title = Увімкнення: { $name }
reactivate-seat = Займає вільну ліцензію. { $kind }: вільно { $free }.
reactivate-data = Ім’я, історія та ліди залишаться як раніше.
reactivate-password = Старі сеанси та посилання не повернуться; попередній пароль діє.
reactivate-button = Увімкнути знову
reactivate-done = Доступ знову активний: { $name }.

## Deactivation

deactivate-title = Відключення: { $name }
deactivate-step-affected = Що зачеплено
deactivate-step-hand-over = Передача
deactivate-step-confirm = Підтвердження
deactivate-affected = Що пов’язано з цією людиною
deactivate-col-count = Кількість
deactivate-col-then = Після цього
affected-open = Відкриті ліди: { $stage }
affected-open-then = Ви вирішите на наступному кроці
affected-closed = Закриті ліди: { $stage }
affected-closed-then = Зберігають ім’я, статистика не змінюється
affected-sessions = Сеанси
affected-sessions-then = Завершуються одразу
affected-tokens = Токени API
affected-tokens-then = Одразу відкликаються
affected-teams = Команди під керівництвом
affected-teams-then = Потрібен інший керівник
affected-notes = Нотатки
affected-notes-then = Зберігають ім’я
affected-imports = Імпорти
affected-invitations = Запрошення в очікуванні
affected-invitations-then = Залишаються чинними
deactivate-question = { $count ->
   [one] Що зробити з { $count } відкритим лідом?
   [few] Що зробити з { $count } відкритими лідами?
   [many] Що зробити з { $count } відкритими лідами?
  *[other] Що зробити з { $count } відкритими лідами?
}
deactivate-to = Передати одній людині
deactivate-to-text = { $count ->
   [one] { $count } відкритий лід одразу змінить власника.
   [few] Усі { $count } відкриті ліди одразу змінять власника.
   [many] Усі { $count } відкритих лідів одразу змінять власника.
  *[other] Усі { $count } відкриті ліди одразу змінять власника.
}
deactivate-heir = Новий власник
deactivate-heir-choose = Виберіть…
deactivate-heir-hint = Ті, хто очікує, та командні ліцензії не можуть володіти лідами й тут не показані.
deactivate-heir-hint-pending = Командні ліцензії не можуть володіти лідами й тут не показані.
pick-search = Пошук людей за іменем
pick-all = { $total ->
   [one] { $total } людина
   [few] { $total } людини
   [many] { $total } людей
  *[other] { $total } людини
}
pick-shown = Показано людей: { $shown } з { $total }. Решту шукайте за іменем.
pick-shown-many = Показано людей: { $shown } з понад { $total }. Решту шукайте за іменем.
pick-none = За цим іменем нікого не знайдено.
deactivate-leave = Залишити за: { $name }
deactivate-leave-hint = Рекомендовано: якщо залишити закриті ліди, минула статистика збережеться за тим, хто їх вів.
deactivate-unassigned = Перемістити в «Без відповідального»
deactivate-unassigned-text = { $count ->
   [one] Керівники роздадуть їх по одному або разом. Зараз там { $count } лід.
   [few] Керівники роздадуть їх по одному або разом. Зараз там { $count } ліди.
   [many] Керівники роздадуть їх по одному або разом. Зараз там { $count } лідів.
  *[other] Керівники роздадуть їх по одному або разом. Зараз там { $count } ліди.
}
deactivate-later = Вирішити пізніше
deactivate-later-text = Залишаться за { $name } і доступні для читання. Підходить, якщо чекаєте наступника.
deactivate-confirm-title = Перевірте й підтвердьте
deactivate-fact-user = Користувач
deactivate-fact-leads = Відкриті ліди
deactivate-fact-stay = Залишаються за іменем
deactivate-plan-to = { $count ->
   [one] { $count } лід отримає { $name }
   [few] { $count } ліди отримає { $name }
   [many] { $count } лідів отримає { $name }
  *[other] { $count } ліди отримає { $name }
}
deactivate-plan-unassigned = { $count ->
   [one] { $count } лід — у «Без відповідального»
   [few] { $count } ліди — у «Без відповідального»
   [many] { $count } лідів — у «Без відповідального»
  *[other] { $count } ліди — у «Без відповідального»
}
deactivate-plan-later = Зараз нічого, вирішити пізніше
deactivate-button-to = { $count ->
   [one] Відключити й передати { $count } лід
   [few] Відключити й передати { $count } ліди
   [many] Відключити й передати { $count } лідів
  *[other] Відключити й передати { $count } ліди
}
deactivate-button = Відключити: { $name }
deactivate-after = Після цього
deactivate-after-sessions = { $count ->
   [0] { $name }: вхід одразу закрито.
   [one] { $name }: сеанс на { $count } пристрої одразу завершиться, вхід закрито.
   [few] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
   [many] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
  *[other] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
}
deactivate-after-seat = Ліцензія одразу вільна. Якщо до продовження її ніхто не займе, рахунку за неї не буде.
deactivate-after-notes = Нотатки та закриті ліди зберігають ім’я, статистика не змінюється.
deactivate-after-undo = Передачу можна скасувати протягом 30 днів.
deactivate-done = Відключення виконано: { $name }. Ліцензія вільна.

## Hand-over

handover-title = Ліди: { $name }
handover-question = { $count ->
   [one] Що зробити з { $count } лідом?
   [few] Що зробити з { $count } лідами?
   [many] Що зробити з { $count } лідами?
  *[other] Що зробити з { $count } лідами?
}
handover-confirm = { $count ->
   [one] Передати { $count } лід
   [few] Передати { $count } ліди
   [many] Передати { $count } лідів
  *[other] Передати { $count } ліда
}
handover-what = Що передано
handover-in-audit = У журналі змін
handover-col-what = Що
handover-col-done = Виконано
handover-col-to = Кому
handover-col-result = Результат
handover-line-leads = Ліди
handover-line-undo = Повернуті ліди
handover-done = Виконано
handover-running = Виконується, { $moved } з { $total }
handover-undone = Скасовано
handover-note = { $count ->
   [one] Передано { $count } лід: { $name }. Скасувати можна до { $date }.
   [few] Передано { $count } ліди: { $name }. Скасувати можна до { $date }.
   [many] Передано { $count } лідів: { $name }. Скасувати можна до { $date }.
  *[other] Передано { $count } ліди: { $name }. Скасувати можна до { $date }.
}
handover-note-text = Скасування поверне ліди, які відтоді ніхто не змінював; решта залишиться і буде перелічена.
handover-undo = Скасувати все
undo = Скасувати
handover-undo-started = Ліди повертаються.
handover-toast = { $count ->
   [one] { $count } лід переходить: { $name }
   [few] { $count } ліди переходять: { $name }
   [many] { $count } лідів переходить: { $name }
  *[other] { $count } ліди переходять: { $name }
}
handover-toast-text = Скасувати можна і в журналі, і на сторінці людини.
handover-kept-title = { $count ->
   [one] { $count } лід відтоді змінювався і залишається на місці:
   [few] { $count } ліди відтоді змінювалися і залишаються на місці:
   [many] { $count } лідів відтоді змінювалися і залишаються на місці:
  *[other] { $count } ліди відтоді змінювалися і залишаються на місці:
}
handover-kept-would = { $count ->
   [one] { $count } лід відтоді змінювався; скасування залишить його на місці:
   [few] { $count } ліди відтоді змінювалися; скасування залишить їх на місці:
   [many] { $count } лідів відтоді змінювалися; скасування залишить їх на місці:
  *[other] { $count } ліди відтоді змінювалися; скасування залишить їх на місці:
}
handover-kept-gone = Попереднього власника вилучено.
handover-kept-all = Показати всі
handover-kept-none = На місці не залишається жоден лід.
handover-stays = Ліди, що залишаються
handover-facts = Передача
handover-page-to = Передача: { $name }
handover-page-back = Повернення лідів: { $name }
handover-former-owners = попередні власники
handover-col-from = Від кого
handover-undo-of = Скасовує
handover-undone-by = Скасована
handover-show-other = Показати
handover-redo-note = { $count ->
   [one] Повернуто { $count } лід: { $name }. Передати його знову можна до { $date }.
   [few] Повернуто { $count } ліди: { $name }. Передати їх знову можна до { $date }.
   [many] Повернуто { $count } лідів: { $name }. Передати їх знову можна до { $date }.
  *[other] Повернуто { $count } ліди: { $name }. Передати їх знову можна до { $date }.
}
handover-redo-text = Ті самі ліди перейдуть знову, крім тих, які відтоді хтось змінив.
handover-redo = Передати знову
handover-stopped = Передача зупинилася: { $moved } з { $total }.
handover-stopped-text = Той, хто її почав, більше не може передавати ліди. Продовжте, і решта перейде від вашого імені.
handover-resume = Продовжити
handover-resumed = Передача триває.
handover-unassigned = Без відповідального
remove-title = Остаточне видалення: { $name }
remove-goes = Ім’я, адреси, логін, телефон, фото, пароль, сеанси та листи стираються. Адреси можна використовувати знову.
remove-stays = Ліди, нотатки, передачі та показники залишаються; замість імені там стоїть «{ $left }».
remove-log = Рядки журналу змін залишаються такими, як їх записано.
remove-for-good = Це єдина дія, яку не можна скасувати.
remove-button = Видалити остаточно
remove-done = Видалено: { $name }. Із зробленої роботи нічого не втрачено.
user-role = Роль
invite-role-hint = Діє для користувачів з ліцензією продажів.
invite-new-role-choice = Нова роль, названа нижче
invite-new-role-text = Створюється разом із користувачем
invite-role-from = Починається як копія ролі
invite-role-from-hint = Права можна змінити потім на її сторінці.
resend-why-outside = не належить до тієї частини, якою ви керуєте
invite-part = Ви запрошуєте до частини акаунта
invite-part-team = Виберіть одну зі своїх команд.
invite-part-subordinates = Виберіть посаду нижче вашої.
invite-part-both = Виберіть одну зі своїх команд або посаду нижче вашої.
because-part-team = { $count ->
    [one] { $count } людина своїх команд
    [few] { $count } людини своїх команд
    [many] { $count } людей своїх команд
   *[other] { $count } людини своїх команд
}
because-part-subordinates = { $count ->
    [one] { $count } людина нижче своєї посади
    [few] { $count } людини нижче своєї посади
    [many] { $count } людей нижче своєї посади
   *[other] { $count } людини нижче своєї посади
}
because-part-both = { $count ->
    [one] { $count } людина своїх команд або нижче своєї посади
    [few] { $count } людини своїх команд або нижче своєї посади
    [many] { $count } людей своїх команд або нижче своєї посади
   *[other] { $count } людини своїх команд або нижче своєї посади
}
