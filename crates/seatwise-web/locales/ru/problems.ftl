# Why something is refused, by the public code of the refusal. A text that ends in -detail says what to do.


## Signing in

problem-sign-in-needed = Сначала войдите.
problem-sign-in-failed = Неверный адрес или пароль.
problem-switched-off = Ваш доступ отключён.
problem-switched-off-detail = Обратитесь к администратору вашей компании.
problem-too-many-tries = Слишком много попыток.
problem-too-many-tries-detail = Подождите несколько минут и попробуйте снова.
problem-token-read-only = Этот токен разрешает только чтение.
problem-denied = У вас нет на это прав.
problem-denied-detail = Право может дать администратор аккаунта.
problem-plan-without-teams = Тариф этого аккаунта не включает команды.
problem-plan-without-teams-detail = Команды есть в тарифе: { $plans }. Изменить тариф может тот, кто обслуживает эту установку.
problem-outranked = Это вышло бы за пределы ваших собственных прав.
problem-outranked-detail = Никто не даёт прав, которых нет у него самого, и не изменяет пользователя с большими правами. Обратитесь к администратору аккаунта.
problem-receiver-out-of-reach = Вы не можете передавать лиды туда.
problem-receiver-out-of-reach-detail = Выберите кого-нибудь из команд, которыми вы руководите, или обратитесь к администратору.
problem-not-found = По этому адресу ничего нет.
problem-not-found-detail = Возможно, запись удалена или относится к другому аккаунту.
problem-method-not-allowed = Этот адрес не принимает такой запрос.
problem-bad-request = Запрос не удалось прочитать.
problem-too-large = Слишком большой объём.
problem-cross-site = Запрос пришёл с другого сайта.
problem-busy = Сервер занят.
problem-busy-detail = Повторите через несколько секунд. Ничего не изменено.
problem-database-gone = База данных недоступна.
problem-database-gone-detail = Повторите через минуту. Ничего не изменено.
problem-database-read-only = База данных сейчас не принимает изменений.
problem-database-read-only-detail = Чтение работает. Ничего не изменено; повторите через минуту.
problem-disk-full = На диске сервера нет места.
problem-disk-full-detail = Ничего не изменено. Сообщите тому, кто обслуживает систему.
problem-internal = На нашей стороне произошла ошибка.
problem-internal-detail = Повторите попытку. Если ошибка останется, сообщите номер ниже тому, кто обслуживает систему.
problem-idempotency-key-reused = Этот ключ идемпотентности относится к другому запросу.
problem-idempotency-in-doubt = Запрос с этим ключом ещё выполняется.

## People

problem-email-invalid = Это неполный адрес электронной почты.
problem-email-or-login-needed = Укажите адрес почты или логин.
problem-only-way-in = Без этого пользователь больше не сможет войти.
problem-only-way-in-detail = Укажите другой адрес почты или логин, если у пользователя есть пароль.
problem-too-many-aliases = Больше 20 других адресов ни у кого не бывает. Сначала удалите один из них.
problem-email-needed = В этом аккаунте для нового пользователя нужен адрес почты.
problem-login-needed = В этом аккаунте для нового пользователя нужен логин.
problem-name-needed = В этом аккаунте для нового пользователя нужно имя.
problem-phone-needed = В этом аккаунте для нового пользователя нужен телефон.
problem-job-title-needed = В этом аккаунте для нового пользователя нужна должность.
problem-gender-needed = В этом аккаунте для нового пользователя нужен пол.
problem-team-needed = В этом аккаунте для нового пользователя нужна команда.
problem-field-not-asked = В этом аккаунте «{ $field }» для нового пользователя не указывают.
problem-field-not-asked-detail = Не указывайте его, или пусть администратор изменит настройки аккаунта.
problem-user-form-no-way-in = Так больше никого нельзя было бы добавить.
problem-user-form-no-way-in-detail = Спрашивайте адрес почты или логин, разрешив администраторам задавать первый пароль.
problem-email-taken = Этот адрес уже у другого пользователя.
problem-email-taken-detail = Укажите другой адрес или откройте пользователя с этим адресом.
problem-email-of-deactivated = Этот адрес принадлежит отключённому пользователю.
problem-email-of-deactivated-detail = Включите этого пользователя снова или укажите другой адрес.
problem-email-is-alias = Этот адрес — псевдоним другого пользователя.
problem-email-is-alias-detail = Укажите другой адрес или сначала удалите псевдоним.
problem-email-pending = Приглашение на этот адрес ещё не принято.
problem-email-pending-detail = Отправьте письмо активации этому пользователю снова.
problem-email-of-contact = Этот адрес принадлежит контакту CRM.
problem-email-of-contact-detail = Укажите другой адрес: в этом аккаунте пользователи и контакты разделены.
problem-login-invalid = Такой логин использовать нельзя.
problem-login-taken = Этот логин уже у другого пользователя.
problem-login-taken-detail = Возьмите другой логин.
problem-name-invalid = Укажите имя не длиннее 200 знаков.
problem-phone-invalid = Это не номер телефона.
problem-text-invalid = Текст слишком длинный или содержит неотображаемые знаки.
problem-reason-too-long = Укажите причину не длиннее 500 знаков.
problem-language-unknown = Такого языка нет.
problem-time-zone-unknown = Такого часового пояса нет.
problem-picture-invalid = Это изображение не подходит. Возьмите JPEG, PNG или WebP до 5 МБ.

## Passwords and links

problem-password-too-short = Нужно не менее 12 знаков.
problem-password-too-long = Нужно не более 200 знаков.
problem-password-common = Этот пароль легко угадать. Возьмите другой.
problem-password-needed = Без адреса почты этому пользователю нужен пароль.
problem-password-needed-detail = Задайте пароль и передайте его сами или укажите адрес для письма активации.
problem-password-by-link = В этом аккаунте каждый выбирает пароль сам.
problem-password-by-link-detail = Не указывайте пароль и укажите адрес для письма активации, или пусть администратор изменит настройки аккаунта.
problem-password-change-due = Этот пароль задал администратор; сначала выберите свой.
problem-password-change-due-detail = Войдите на странице или отправьте токен этого ответа вместе с новым паролем на /password/reset.
problem-password-wrong = Текущий пароль неверен.
problem-link-invalid = Эта ссылка недействительна или уже использована.
problem-link-invalid-detail = Запросите новую: действует ссылка из последнего письма.
problem-link-expired = Срок действия ссылки истёк.
problem-link-expired-detail = Попросите администратора отправить её снова.

## Seats

problem-no-free-seat = Нет свободной лицензии.
problem-no-free-seat-detail = Купите лицензию или отключите того, кому она не нужна.
problem-trial-limit = Пробный период — не более десяти пользователей.
problem-trial-limit-detail = Увеличить предел может тот, кто обслуживает систему.
problem-seats-in-use = Занято больше лицензий.
problem-seats-in-use-detail = Сначала отключите кого-нибудь, затем уменьшите число лицензий.
problem-seat-count-invalid = Укажите целое число от 0 до 200 000.

## States of people

problem-is-owner = Владелец сохраняет уровень и доступ, пока его не сменит другой.
problem-is-owner-detail = Владелец может передать владение в разделе «Настройки». Если он недоступен, обратитесь к тому, кто обслуживает эту установку.
problem-is-self = Это нельзя сделать с собой.
problem-is-self-detail = Попросите об этом другого администратора.
problem-last-admin = Кто-то должен остаться администратором.
problem-already-deactivated = Этот пользователь уже отключён.
problem-already-deactivated-detail = Включите пользователя снова или передайте лиды, которые у него остались.
problem-not-deactivated = Этот пользователь не отключён.
problem-not-deactivated-detail = Включить снова или удалить можно только того, кто отключён.
problem-not-pending = Этот пользователь уже входил в систему.
problem-not-pending-detail = Если войти не удаётся, сбросьте пароль.
problem-not-yet-active = Этот пользователь ещё не входил в систему.
problem-not-yet-active-detail = Сбрасывать пока нечего. Отправьте письмо активации снова.
problem-not-active = У этого пользователя сейчас нет доступа.
problem-not-active-detail = Сначала верните пользователю доступ.
problem-no-mail-address = У этого пользователя нет адреса почты.
problem-no-mail-address-detail = Сначала добавьте адрес на странице изменения.
problem-only-blocking = Пользователей нельзя удалить, только отключить.
problem-only-blocking-detail = Отключите пользователя: история сохранится, лицензия освободится.
problem-level-unknown = Такого уровня нет.
problem-level-too-high = Нельзя дать уровень выше своего.
problem-level-too-high-detail = Выберите уровень ниже или попросите того, у кого он есть.
problem-admin-needs-seat = Администратору нужна лицензия продаж: командная лицензия не даёт прав управления.
problem-admin-needs-seat-detail = Сначала смените лицензию: пригласите человека с лицензией продаж.
problem-changed-meanwhile = Тем временем это изменили.
problem-changed-meanwhile-detail = Посмотрите на текущее состояние и повторите.

## Leads and hand-overs

problem-heir-needed = Выберите, кто получит лиды.
problem-heir-not-active = Этот человек не может владеть лидами.
problem-heir-not-active-detail = Выберите того, кто активен в этом аккаунте.
problem-heir-pending = Этот человек ещё не входил в систему и не может владеть лидами.
problem-heir-pending-detail = Выберите другого или дождитесь первого входа. Где можно выбирать ожидающих, указано в настройках.
problem-heir-suspended = Доступ этого человека приостановлен, лиды передать нельзя.
problem-heir-suspended-detail = Выберите другого или сначала верните доступ.
problem-heir-deactivated = Этот человек отключён, лиды передать нельзя.
problem-heir-deactivated-detail = Выберите другого или сначала включите этого человека снова.
problem-heir-not-wanted = При таком выборе лиды никому не передаются.
problem-heir-not-wanted-detail = Уберите получателя или выберите передачу лидов.
problem-heir-is-leaver = Выберите другого: лиды уже у этого человека.
problem-owner-cannot-receive = Этот человек не может владеть лидами.
problem-owner-cannot-receive-detail = Командная лицензия не включает лиды. Выберите того, у кого лицензия продаж.
problem-stage-unknown = Такого этапа нет.
problem-value-invalid = Это не сумма.
problem-date-invalid = Это не дата.
problem-title-invalid = Укажите название не длиннее 200 знаков.
problem-note-invalid = Напишите заметку не длиннее 10 000 знаков.
problem-external-id-taken = Этот внешний ID уже у другого лида.
problem-not-undoable = Это нельзя отменить.
problem-already-undone = Это уже отменено.
problem-undo-too-late = Срок отмены прошёл.
problem-undo-out-of-reach = К части этих лидов у вас нет доступа.
problem-undo-out-of-reach-detail = Ничего не отменено: возвращается либо всё, либо ничего. Попросите администратора отменить это.
problem-still-running = Это ещё выполняется.
problem-still-running-detail = Дождитесь окончания и повторите.

## Account and files

problem-team-unknown = Такой команды нет.
problem-leader-deactivated = Отключённый пользователь не может руководить командой.
problem-leader-deactivated-detail = Выберите другого или сначала включите пользователя снова.
problem-team-name-taken = Команда с таким названием уже есть.
problem-account-address-taken = Этот адрес уже у другого аккаунта.
problem-account-address-invalid = Нужно 2–40 строчных латинских букв, цифр и дефисов.
problem-setup-done = Система уже настроена.
problem-file-unreadable = Этот файл не удаётся прочитать.
problem-file-too-large = Этот файл слишком большой.
problem-mapping-invalid = Столбцы не согласованы.
problem-import-state = Импорт не на этом шаге.
problem-period-invalid = Этот период нельзя посчитать.
problem-period-invalid-detail = Укажите оба дня: последний после первого, и между ними не больше десяти лет.
problem-role-unknown = Такой роли нет.
problem-role-unknown-detail = Выберите роль из списка; возможно, её удалили.
problem-role-name-invalid = Дайте роли название не длиннее 200 символов.
problem-role-name-taken = Роль с таким названием уже есть.
problem-role-name-taken-detail = Возьмите другое название или измените ту роль.
problem-role-description-invalid = Опишите роль не более чем в 500 символах.
problem-role-limit = В этом аккаунте уже 200 ролей.
problem-role-limit-detail = Сначала удалите ненужную.
problem-role-built-in = Эта роль входит в программу.
problem-role-built-in-detail = Скопируйте её и измените копию.
problem-role-is-default = Это роль по умолчанию.
problem-role-is-default-detail = Сначала сделайте основной другую роль, потом удалите эту.
problem-role-is-set = Набор прав не может быть единственной ролью.
problem-role-is-set-detail = Выберите роль; набор можно дать дополнительно.
problem-role-of-team-seats = Эта роль принадлежит командным лицензиям.
problem-role-of-team-seats-detail = Она уже есть у всех с командной лицензией. Выберите другую роль.
problem-role-needs-seat = У командной лицензии своя роль.
problem-role-needs-seat-detail = Для других ролей и наборов нужна лицензия продаж.
problem-role-expiry-past = Этот срок уже прошёл.
problem-role-expiry-past-detail = Выберите более поздний день или не указывайте его — тогда бессрочно.
problem-permission-unknown = Такого права нет.
problem-permission-unknown-detail = Указывайте права так, как они названы в списке ролей.
problem-permission-owners = Это право принадлежит владельцу.
problem-permission-owners-detail = Ни одна роль не может его дать; уберите его.
problem-permission-without-seat = Командная лицензия не включает это право.
problem-permission-without-seat-detail = Уберите его или дайте людям лицензии продаж.
problem-extent-unknown = Такой охват невозможен.
problem-extent-unknown-detail = Возьмите none, own, privacy, team, subordinates или all.
problem-extent-without-reach = Это право либо есть, либо нет.
problem-extent-without-reach-detail = Возьмите none или all.
problem-role-field-unknown = Такого поля нет.
problem-role-field-unknown-detail = Возьмите поля со страницы роли; название, этап и владелец видны всегда.
problem-field-access-unknown = Так нельзя сказать о поле.
problem-field-access-unknown-detail = Возьмите hidden, read или edit.
problem-field-hidden = Ваша роль не даёт вам задать поле «{ $field }».
problem-field-hidden-detail = Ничего не изменено. Роль «{ $role }» скрывает это поле от вас. Отправьте изменение без него или попросите администратора изменить роль либо дать вам набор прав.
problem-field-read-only = Ваша роль даёт вам поле «{ $field }» только читать.
problem-field-read-only-detail = Ничего не изменено. Роль «{ $role }» даёт вам это поле только читать. Оставьте его как есть или попросите администратора изменить роль либо дать вам набор прав.
problem-sort-hidden = Лиды нельзя отсортировать по полю «{ $field }»: ваша роль его скрывает.
problem-sort-hidden-detail = Отсортируйте по новизне или попросите администратора изменить роль.
problem-dates-hidden = Показатели за период выдали бы поле «{ $field }»: ваша роль его скрывает.
problem-dates-hidden-detail = Не указывайте период или выберите «ever»: показатели за всё время вам доступны. Или попросите администратора изменить роль.
problem-outside-part = Этот пользователь не входит в ту часть, которой вы управляете.
problem-outside-part-detail = { $part ->
    [team] Вы управляете людьми своих команд. Обратитесь к администратору аккаунта или к тому, кто управляет всеми пользователями.
    [subordinates] Вы управляете людьми ниже вашей должности. Обратитесь к администратору аккаунта или к тому, кто управляет всеми пользователями.
    [both] Вы управляете людьми своих команд и теми, кто ниже вашей должности. Обратитесь к администратору аккаунта или к тому, кто управляет всеми пользователями.
   *[other] Вы управляете частью пользователей. Обратитесь к администратору аккаунта или к тому, кто управляет всеми пользователями.
}
problem-team-outside-part = В эту команду вы не можете никого включить.
problem-team-outside-part-detail = Вы приглашаете людей в свои команды. Выберите одну из них.
problem-newcomer-needs-team = Выберите одну из своих команд.
problem-newcomer-needs-team-detail = Вы приглашаете людей в свои команды, поэтому новому пользователю нужна одна из них.
problem-newcomer-needs-position = Выберите должность ниже вашей.
problem-newcomer-needs-position-detail = Вы приглашаете людей на должности ниже вашей, поэтому новому пользователю нужна такая должность.
problem-role-not-givable = Ваша роль не позволяет давать или забирать эту роль.
problem-role-not-givable-detail = Выберите роль из списка или обратитесь к администратору аккаунта.
problem-givable-role-unknown = Нет роли «{ $name }», которую можно было бы дать.
problem-givable-role-unknown-detail = Указывайте роли и наборы прав по их ключам; роль командных мест приходит вместе с местом.
problem-extent-of-people = Это право касается пользователей: всех или части.
problem-extent-of-people-detail = Возьмите none, team, subordinates или all.
problem-role-begins-late = Первый день не раньше последнего.
problem-role-begins-late-detail = Выберите первый день раньше или последний позже.
