# The own profile, API tokens, the outbox and the palette.

me-profile = Профіль
me-save = Зберегти профіль
me-password = Пароль
me-password-change = Змінити пароль
me-end-others = Вийти на інших пристроях
me-tokens = Токени API
me-tokens-none = Токенів немає. З токеном програма працює від вашого імені.
me-token-new = Створити токен
me-token-shown = Скопіюйте зараз: більше його не буде показано.
me-token-copy = Скопіювати
outbox-lead = Листи: очікують, надіслані, не доставлені.
outbox-col-mail = Лист
outbox-col-to = Кому
outbox-col-made = Створено
outbox-col-tries = Спроби
mail-waiting = Очікує
mail-sent = Надіслано
mail-failed = Не доставлено
mail-cancelled = Скасовано
notice-mail = Поштовий сервер не налаштовано: листи чекають у вихідних.
palette-leads = Ліди
palette-actions = Дії
palette-none = Нічого не знайдено.
