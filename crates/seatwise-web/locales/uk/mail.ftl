# The mails.

mail-greeting = Вітаємо, { $name }!
mail-activation-subject = Ваш доступ до { $account }
mail-activation-text = Вас запрошують до { $account }, відправник запрошення: { $inviter }. Відкрийте посилання та виберіть пароль.
mail-activation-text-operator = Вас запрошують до { $account }. Відкрийте посилання та виберіть пароль.
mail-activation-button = Активувати доступ
mail-activation-until = Посилання діє до { $until } (UTC).
mail-activation-footer = Не чекали на цей лист? Нічого робити не потрібно.
mail-reset-subject = Новий пароль для { $account }
mail-reset-text = Для вашого доступу до { $account } запитано новий пароль.
mail-reset-by-admin = Адміністратор { $account } просить вас вибрати новий пароль. Попередній більше не діє, усі сеанси завершено.
mail-reset-button = Вибрати новий пароль
mail-reset-until = Посилання діє один раз, до { $until } (UTC).
mail-reset-footer = Це не ви? Повідомте адміністратора.
mail-changed-subject = Пароль для { $account } змінено
mail-changed-text = Пароль вашого доступу до { $account } змінено. На інших пристроях сеанси завершено.
mail-changed-footer = Це не ви? Одразу повідомте адміністратора.
