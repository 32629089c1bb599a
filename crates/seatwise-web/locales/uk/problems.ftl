# Why something is refused, by the public code of the refusal. A text that ends in -detail says what to do.


## Signing in

problem-sign-in-needed = Спочатку увійдіть.
problem-sign-in-failed = Неправильна адреса або пароль.
problem-switched-off = Ваш доступ вимкнено.
problem-switched-off-detail = Зверніться до адміністратора вашої компанії.
problem-too-many-tries = Забагато спроб.
problem-too-many-tries-detail = Зачекайте кілька хвилин і спробуйте знову.
problem-token-read-only = Цей токен дозволяє лише читання.
problem-denied = У вас немає на це прав.
problem-denied-detail = Право може надати адміністратор акаунта.
problem-plan-without-teams = Тариф цього акаунта не містить команд.
problem-plan-without-teams-detail = Команди є в тарифі: { $plans }. Змінити тариф може той, хто обслуговує цю інсталяцію.
problem-outranked = Це вийшло б за межі ваших власних прав.
problem-outranked-detail = Ніхто не надає прав, яких не має сам, і не змінює користувача з більшими правами. Зверніться до адміністратора акаунта.
problem-receiver-out-of-reach = Ви не можете передавати ліди туди.
problem-receiver-out-of-reach-detail = Виберіть когось із команд, якими ви керуєте, або зверніться до адміністратора.
problem-not-found = За цією адресою нічого немає.
problem-not-found-detail = Можливо, запис видалено або він належить іншому акаунту.
problem-method-not-allowed = Ця адреса не приймає такий запит.
problem-bad-request = Запит не вдалося прочитати.
problem-too-large = Завеликий обсяг.
problem-cross-site = Запит надійшов з іншого сайту.
problem-busy = Сервер зайнятий.
problem-busy-detail = Повторіть за кілька секунд. Нічого не змінено.
problem-database-gone = База даних недоступна.
problem-database-gone-detail = Повторіть за хвилину. Нічого не змінено.
problem-database-read-only = База даних зараз не приймає змін.
problem-database-read-only-detail = Читання працює. Нічого не змінено; повторіть за хвилину.
problem-disk-full = На диску сервера немає місця.
problem-disk-full-detail = Нічого не змінено. Повідомте того, хто обслуговує систему.
problem-internal = На нашому боці сталася помилка.
problem-internal-detail = Повторіть спробу. Якщо помилка залишиться, повідомте номер нижче тому, хто обслуговує систему.
problem-idempotency-key-reused = Цей ключ ідемпотентності належить іншому запиту.
problem-idempotency-in-doubt = Запит із цим ключем ще виконується.

## People

problem-email-invalid = Це неповна адреса електронної пошти.
problem-email-or-login-needed = Вкажіть адресу пошти або логін.
problem-only-way-in = Без цього користувач більше не зможе увійти.
problem-only-way-in-detail = Вкажіть іншу адресу пошти або логін, якщо користувач має пароль.
problem-too-many-aliases = Більше 20 інших адрес ні в кого не буває. Спершу вилучіть одну з них.
problem-email-needed = У цьому акаунті для нового користувача потрібна адреса пошти.
problem-login-needed = У цьому акаунті для нового користувача потрібен логін.
problem-name-needed = У цьому акаунті для нового користувача потрібне ім’я.
problem-phone-needed = У цьому акаунті для нового користувача потрібен телефон.
problem-job-title-needed = У цьому акаунті для нового користувача потрібна посада.
problem-gender-needed = У цьому акаунті для нового користувача потрібна стать.
problem-team-needed = У цьому акаунті для нового користувача потрібна команда.
problem-field-not-asked = У цьому акаунті «{ $field }» для нового користувача не вказують.
problem-field-not-asked-detail = Не вказуйте його, або нехай адміністратор змінить налаштування акаунта.
problem-user-form-no-way-in = Так більше нікого не можна було б додати.
problem-user-form-no-way-in-detail = Запитуйте адресу пошти або логін, дозволивши адміністраторам задавати перший пароль.
problem-email-taken = Ця адреса вже в іншого користувача.
problem-email-taken-detail = Вкажіть іншу адресу або відкрийте користувача з цією адресою.
problem-email-of-deactivated = Ця адреса належить відключеному користувачу.
problem-email-of-deactivated-detail = Увімкніть цього користувача знову або вкажіть іншу адресу.
problem-email-is-alias = Ця адреса — псевдонім іншого користувача.
problem-email-is-alias-detail = Вкажіть іншу адресу або спершу видаліть псевдонім.
problem-email-pending = Запрошення на цю адресу ще не прийнято.
problem-email-pending-detail = Надішліть лист активації цьому користувачу знову.
problem-email-of-contact = Ця адреса належить контакту CRM.
problem-email-of-contact-detail = Вкажіть іншу адресу: у цьому акаунті користувачі та контакти розділені.
problem-login-invalid = Такий логін використати не можна.
problem-login-taken = Цей логін уже в іншого користувача.
problem-login-taken-detail = Візьміть інший логін.
problem-name-invalid = Вкажіть ім’я не довше 200 знаків.
problem-phone-invalid = Це не номер телефону.
problem-text-invalid = Текст задовгий або містить знаки, які не можна показати.
problem-reason-too-long = Вкажіть причину не довше 500 знаків.
problem-language-unknown = Такої мови немає.
problem-time-zone-unknown = Такого часового поясу немає.
problem-picture-invalid = Це зображення не підходить. Візьміть JPEG, PNG або WebP до 5 МБ.

## Passwords and links

problem-password-too-short = Потрібно не менше 12 знаків.
problem-password-too-long = Потрібно не більше 200 знаків.
problem-password-common = Цей пароль легко вгадати. Візьміть інший.
problem-password-needed = Без адреси пошти цьому користувачу потрібен пароль.
problem-password-needed-detail = Задайте пароль і передайте його самі або вкажіть адресу для листа активації.
problem-password-by-link = У цьому акаунті кожен обирає пароль сам.
problem-password-by-link-detail = Не вказуйте пароль і вкажіть адресу для листа активації, або нехай адміністратор змінить налаштування акаунта.
problem-password-change-due = Цей пароль задав адміністратор; спочатку оберіть власний.
problem-password-change-due-detail = Увійдіть на сторінці або надішліть токен цієї відповіді разом із новим паролем на /password/reset.
problem-password-wrong = Поточний пароль неправильний.
problem-link-invalid = Це посилання недійсне або вже використане.
problem-link-invalid-detail = Попросіть нове: діє посилання з останнього листа.
problem-link-expired = Термін дії посилання минув.
problem-link-expired-detail = Попросіть адміністратора надіслати його знову.

## Seats

problem-no-free-seat = Немає вільної ліцензії.
problem-no-free-seat-detail = Купіть ліцензію або відключіть того, кому вона не потрібна.
problem-trial-limit = Пробний період — не більше десяти користувачів.
problem-trial-limit-detail = Збільшити межу може той, хто обслуговує систему.
problem-seats-in-use = Зайнято більше ліцензій.
problem-seats-in-use-detail = Спершу відключіть когось, потім зменште кількість ліцензій.
problem-seat-count-invalid = Вкажіть ціле число від 0 до 200 000.

## States of people

problem-is-owner = Власник зберігає рівень і доступ, доки його не змінить інший.
problem-is-owner-detail = Власник може передати володіння в розділі «Налаштування». Якщо він недоступний, зверніться до того, хто обслуговує цю інсталяцію.
problem-is-self = Це не можна зробити із собою.
problem-is-self-detail = Попросіть про це іншого адміністратора.
problem-last-admin = Хтось має залишитися адміністратором.
problem-already-deactivated = Цього користувача вже відключено.
problem-already-deactivated-detail = Увімкніть користувача знову або передайте ліди, що в нього залишилися.
problem-not-deactivated = Цього користувача не відключено.
problem-not-deactivated-detail = Увімкнути знову або видалити можна лише того, кого відключено.
problem-not-pending = Цей користувач уже входив у систему.
problem-not-pending-detail = Якщо увійти не вдається, скиньте пароль.
problem-not-yet-active = Цей користувач ще не входив у систему.
problem-not-yet-active-detail = Скидати поки нічого. Надішліть лист активації знову.
problem-not-active = Цей користувач зараз не має доступу.
problem-not-active-detail = Спершу поверніть користувачу доступ.
problem-no-mail-address = Цей користувач не має адреси пошти.
problem-no-mail-address-detail = Спершу додайте адресу на сторінці редагування.
problem-only-blocking = Користувачів не можна видалити, лише відключити.
problem-only-blocking-detail = Відключіть користувача: історія збережеться, ліцензія звільниться.
problem-level-unknown = Такого рівня немає.
problem-level-too-high = Не можна надати рівень, вищий за власний.
problem-level-too-high-detail = Виберіть нижчий рівень або попросіть того, хто його має.
problem-admin-needs-seat = Адміністратору потрібна ліцензія продажів: командна ліцензія не дає прав керування.
problem-admin-needs-seat-detail = Спершу змініть ліцензію: запросіть людину з ліцензією продажів.
problem-changed-meanwhile = Тим часом це змінили.
problem-changed-meanwhile-detail = Перегляньте поточний стан і повторіть.

## Leads and hand-overs

problem-heir-needed = Виберіть, хто отримає ліди.
problem-heir-not-active = Ця людина не може володіти лідами.
problem-heir-not-active-detail = Виберіть того, хто активний у цьому акаунті.
problem-heir-pending = Ця людина ще не входила в систему й не може володіти лідами.
problem-heir-pending-detail = Виберіть іншого або дочекайтеся першого входу. Де можна вибирати тих, хто очікує, вказано в налаштуваннях.
problem-heir-suspended = Доступ цієї людини призупинено, ліди передати не можна.
problem-heir-suspended-detail = Виберіть іншого або спершу поверніть доступ.
problem-heir-deactivated = Цю людину відключено, ліди передати не можна.
problem-heir-deactivated-detail = Виберіть іншого або спершу увімкніть цю людину знову.
problem-heir-not-wanted = За такого вибору ліди нікому не передаються.
problem-heir-not-wanted-detail = Приберіть отримувача або виберіть передавання лідів.
problem-heir-is-leaver = Виберіть іншого: ліди вже в цієї людини.
problem-owner-cannot-receive = Ця людина не може володіти лідами.
problem-owner-cannot-receive-detail = Командна ліцензія не містить лідів. Виберіть того, хто має ліцензію продажів.
problem-stage-unknown = Такого етапу немає.
problem-value-invalid = Це не сума.
problem-date-invalid = Це не дата.
problem-title-invalid = Вкажіть назву не довшу за 200 знаків.
problem-note-invalid = Напишіть нотатку не довшу за 10 000 знаків.
problem-external-id-taken = Цей зовнішній ID уже в іншого ліда.
problem-not-undoable = Це не можна скасувати.
problem-already-undone = Це вже скасовано.
problem-undo-too-late = Термін скасування минув.
problem-undo-out-of-reach = До частини цих лідів ви не маєте доступу.
problem-undo-out-of-reach-detail = Нічого не скасовано: повертається або все, або нічого. Попросіть адміністратора скасувати це.
problem-still-running = Це ще виконується.
problem-still-running-detail = Дочекайтеся завершення і повторіть.

## Account and files

problem-team-unknown = Такої команди немає.
problem-leader-deactivated = Відключений користувач не може керувати командою.
problem-leader-deactivated-detail = Виберіть іншого або спершу увімкніть користувача знову.
problem-team-name-taken = Команда з такою назвою вже є.
problem-account-address-taken = Ця адреса вже в іншого акаунта.
problem-account-address-invalid = Потрібно 2–40 малих латинських літер, цифр і дефісів.
problem-setup-done = Систему вже налаштовано.
problem-file-unreadable = Цей файл не вдається прочитати.
problem-file-too-large = Цей файл завеликий.
problem-mapping-invalid = Стовпці не узгоджені.
problem-import-state = Імпорт не на цьому кроці.
problem-period-invalid = Цей період не можна порахувати.
problem-period-invalid-detail = Вкажіть обидва дні: останній після першого, і між ними не більше десяти років.
problem-role-unknown = Такої ролі немає.
problem-role-unknown-detail = Виберіть роль зі списку; можливо, її видалили.
problem-role-name-invalid = Дайте ролі назву не довшу за 200 символів.
problem-role-name-taken = Роль із такою назвою вже є.
problem-role-name-taken-detail = Візьміть іншу назву або змініть ту роль.
problem-role-description-invalid = Опишіть роль не більш ніж у 500 символах.
problem-role-limit = У цьому акаунті вже 200 ролей.
problem-role-limit-detail = Спершу видаліть непотрібну.
problem-role-built-in = Ця роль входить до програми.
problem-role-built-in-detail = Скопіюйте її та змініть копію.
problem-role-is-default = Це роль за замовчуванням.
problem-role-is-default-detail = Спершу зробіть основною іншу роль, потім видаліть цю.
problem-role-is-set = Набір прав не може бути єдиною роллю.
problem-role-is-set-detail = Виберіть роль; набір можна дати додатково.
problem-role-of-team-seats = Ця роль належить командним ліцензіям.
problem-role-of-team-seats-detail = Вона вже є у всіх із командною ліцензією. Виберіть іншу роль.
problem-role-needs-seat = Командна ліцензія має власну роль.
problem-role-needs-seat-detail = Для інших ролей і наборів потрібна ліцензія продажів.
problem-role-expiry-past = Цей термін уже минув.
problem-role-expiry-past-detail = Виберіть пізніший день або не вказуйте його — тоді безстроково.
problem-permission-unknown = Такого права немає.
problem-permission-unknown-detail = Вказуйте права так, як їх названо у списку ролей.
problem-permission-owners = Це право належить власнику.
problem-permission-owners-detail = Жодна роль не може його дати; приберіть його.
problem-permission-without-seat = Командна ліцензія не включає це право.
problem-permission-without-seat-detail = Приберіть його або дайте людям ліцензії продажів.
problem-extent-unknown = Таке охоплення неможливе.
problem-extent-unknown-detail = Візьміть none, own, privacy, team, subordinates або all.
problem-extent-without-reach = Це право або є, або немає.
problem-extent-without-reach-detail = Візьміть none або all.
problem-role-field-unknown = Такого поля немає.
problem-role-field-unknown-detail = Візьміть поля зі сторінки ролі; назва, етап і власник видимі завжди.
problem-field-access-unknown = Так не можна сказати про поле.
problem-field-access-unknown-detail = Візьміть hidden, read або edit.
problem-field-hidden = Ваша роль не дає вам задати поле «{ $field }».
problem-field-hidden-detail = Нічого не змінено. Роль «{ $role }» приховує це поле від вас. Надішліть зміну без нього або попросіть адміністратора змінити роль чи надати вам набір прав.
problem-field-read-only = Ваша роль дає вам поле «{ $field }» лише читати.
problem-field-read-only-detail = Нічого не змінено. Роль «{ $role }» дає вам це поле лише читати. Залиште його як є або попросіть адміністратора змінити роль чи надати вам набір прав.
problem-sort-hidden = Ліди не можна відсортувати за полем «{ $field }»: ваша роль його приховує.
problem-sort-hidden-detail = Відсортуйте за новизною або попросіть адміністратора змінити роль.
problem-dates-hidden = Показники за період виказали б поле «{ $field }»: ваша роль його приховує.
problem-dates-hidden-detail = Не вказуйте період або виберіть «ever»: показники за весь час вам доступні. Або попросіть адміністратора змінити роль.
problem-outside-part = Цей користувач не належить до тієї частини, якою ви керуєте.
problem-outside-part-detail = { $part ->
    [team] Ви керуєте людьми своїх команд. Зверніться до адміністратора акаунта або до того, хто керує всіма користувачами.
    [subordinates] Ви керуєте людьми нижче вашої посади. Зверніться до адміністратора акаунта або до того, хто керує всіма користувачами.
    [both] Ви керуєте людьми своїх команд і тими, хто нижче вашої посади. Зверніться до адміністратора акаунта або до того, хто керує всіма користувачами.
   *[other] Ви керуєте частиною користувачів. Зверніться до адміністратора акаунта або до того, хто керує всіма користувачами.
}
problem-team-outside-part = До цієї команди ви не можете нікого додати.
problem-team-outside-part-detail = Ви запрошуєте людей до своїх команд. Виберіть одну з них.
problem-newcomer-needs-team = Виберіть одну зі своїх команд.
problem-newcomer-needs-team-detail = Ви запрошуєте людей до своїх команд, тож новому користувачеві потрібна одна з них.
problem-newcomer-needs-position = Виберіть посаду нижче вашої.
problem-newcomer-needs-position-detail = Ви запрошуєте людей на посади нижче вашої, тож новому користувачеві потрібна така посада.
problem-role-not-givable = Ваша роль не дозволяє надавати чи забирати цю роль.
problem-role-not-givable-detail = Виберіть роль зі списку або зверніться до адміністратора акаунта.
problem-givable-role-unknown = Немає ролі «{ $name }», яку можна було б надати.
problem-givable-role-unknown-detail = Вказуйте ролі та набори прав за їхніми ключами; роль командних місць надається разом із місцем.
problem-extent-of-people = Це право стосується користувачів: усіх або частини.
problem-extent-of-people-detail = Візьміть none, team, subordinates або all.
problem-role-begins-late = Перший день не раніше останнього.
problem-role-begins-late-detail = Виберіть перший день раніше або останній пізніше.
