# The own profile, API tokens, the outbox and the palette.

me-profile = Профиль
me-save = Сохранить профиль
me-password = Пароль
me-password-change = Сменить пароль
me-end-others = Выйти на других устройствах
me-tokens = Токены API
me-tokens-none = Токенов нет. С токеном программа работает от вашего имени.
me-token-new = Создать токен
me-token-shown = Скопируйте сейчас: больше он показан не будет.
me-token-copy = Скопировать
outbox-lead = Письма: ожидают, отправлены, не доставлены.
outbox-col-mail = Письмо
outbox-col-to = Кому
outbox-col-made = Создано
outbox-col-tries = Попытки
mail-waiting = Ожидает
mail-sent = Отправлено
mail-failed = Не доставлено
mail-cancelled = Отменено
notice-mail = Почтовый сервер не настроен: письма ждут в исходящих.
palette-leads = Лиды
palette-actions = Действия
palette-none = Ничего не найдено.
