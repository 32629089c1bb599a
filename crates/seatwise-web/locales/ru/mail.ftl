# The mails.

mail-greeting = Здравствуйте, { $name }!
mail-activation-subject = Ваш доступ к { $account }
mail-activation-text = Вас приглашают в { $account }, отправитель приглашения: { $inviter }. Откройте ссылку и выберите пароль.
mail-activation-text-operator = Вас приглашают в { $account }. Откройте ссылку и выберите пароль.
mail-activation-button = Активировать доступ
mail-activation-until = Ссылка действует до { $until } (UTC).
mail-activation-footer = Не ждали этого письма? Ничего делать не нужно.
mail-reset-subject = Новый пароль для { $account }
mail-reset-text = Для вашего доступа к { $account } запрошен новый пароль.
mail-reset-by-admin = Администратор { $account } просит вас выбрать новый пароль. Прежний больше не действует, все сеансы завершены.
mail-reset-button = Выбрать новый пароль
mail-reset-until = Ссылка действует один раз, до { $until } (UTC).
mail-reset-footer = Это не вы? Сообщите администратору.
mail-changed-subject = Пароль для { $account } изменён
mail-changed-text = Пароль вашего доступа к { $account } изменён. На других устройствах сеансы завершены.
mail-changed-footer = Это не вы? Сразу сообщите администратору.
