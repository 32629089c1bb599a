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
users-search = Ім’я, пошта або ID
users-find = Знайти
users-clear = Скинути фільтри
users-hide-deactivated = Сховати відключених
users-show-deactivated = Відключених сховано
users-filter-any = Будь-яка
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
users-link-expired = Посилання недійсне
users-bulk = Вибрані користувачі
users-bulk-count = { $count ->
   [one] Вибрано { $count } користувача
   [few] Вибрано { $count } користувачів
   [many] Вибрано { $count } користувачів
  *[other] Вибрано { $count } користувачів
}
users-resend-selected = Надіслати активацію вибраним
users-clear-selection = Зняти вибір
pager-label = Сторінки
pager-shown-only = { $count ->
   [one] { $count } запис
   [few] { $count } записи
   [many] { $count } записів
  *[other] { $count } записи
}
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

user-send = Надіслати активацію
user-reset-short = Скинути…
user-sign-out-everywhere = Завершити всі сеанси

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
user-seat-and-role = Ліцензія та роль
user-security = Вхід і безпека
user-password = Пароль
user-password-changed = Змінено { $date }
user-password-none = Не задано
user-history = Історія
user-full-audit = Увесь журнал
user-teams = Команди
user-language = Мова
user-phone = Телефон
user-login = Логін
user-name = Ім’я
user-email = Пошта
user-level = Роль

## New user

invite-sent = Запрошення надіслано: { $name }.

## Edit

edit-changes = Зміни
edit-col-field = Поле
edit-col-before = Було
edit-col-after = Стало
edit-confirm = Зберегти зміни
edit-again = Назад до форми
edit-empty = порожньо
edit-secret = змінено
edit-yes = Так
edit-no = Ні

## Password, activation, reactivation

reset-user-sessions = Усі сеанси на всіх пристроях завершаться.

## Deactivation

deactivate-affected = Що пов’язано з цією людиною
deactivate-col-count = Кількість
deactivate-col-then = Після цього
deactivate-to = Передати одній людині
deactivate-to-text = { $count ->
   [one] { $count } відкритий лід одразу змінить власника.
   [few] Усі { $count } відкриті ліди одразу змінять власника.
   [many] Усі { $count } відкритих лідів одразу змінять власника.
  *[other] Усі { $count } відкриті ліди одразу змінять власника.
}
deactivate-leave-hint = Закриті ліди краще залишити: минула статистика збережеться за тим, хто їх вів.
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
deactivate-after = Після цього
deactivate-after-sessions = { $count ->
   [one] { $name }: сеанс на { $count } пристрої одразу завершиться, вхід закрито.
   [few] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
   [many] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
  *[other] { $name }: сеанси на { $count } пристроях одразу завершаться, вхід закрито.
}
deactivate-after-seat = Ліцензія одразу вільна. Якщо до продовження її ніхто не займе, рахунку за неї не буде.
deactivate-after-notes = Нотатки та закриті ліди зберігають ім’я, статистика не змінюється.
deactivate-after-undo = Передачу можна скасувати протягом 30 днів.

## Hand-over

handover-what = Що передано
handover-in-audit = У журналі змін
handover-col-what = Що
handover-col-done = Виконано
handover-col-to = Кому
handover-col-result = Результат
undo = Скасувати
handover-kept-title = { $count ->
   [one] { $count } лід відтоді змінювався і залишається на місці:
   [few] { $count } ліди відтоді змінювалися і залишаються на місці:
   [many] { $count } лідів відтоді змінювалися і залишаються на місці:
  *[other] { $count } ліди відтоді змінювалися і залишаються на місці:
}
