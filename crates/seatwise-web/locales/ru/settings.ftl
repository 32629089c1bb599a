# The settings of the account.

settings-lead = Что действует для всех в этом аккаунте. Изменения вступают в силу при следующем действии каждого.
settings-save = Сохранить настройки
settings-saved = Настройки сохранены.
settings-account = Аккаунт
settings-address = Адрес
settings-name-hint = Видно вверху слева и в письмах. Адрес не меняется.
settings-language-hint = Для тех, кто не выбрал свой, и для писем им.
settings-zone-hint = Для дат и времени у тех, кто не выбрал свой.
settings-leads = Кто какие лиды видит
settings-leads-all = Все лиды
settings-leads-all-text = Каждый работает с лидами всего аккаунта.
settings-leads-own = Свои лиды
settings-leads-own-text = Пользователи видят лиды, которыми владеют. Администраторы видят все.
settings-people = Пользователи
settings-mail = Сразу отправлять письмо об активации
settings-mail-hint = Для отдельных новых пользователей. Если выключено, они сохраняются без письма, пока его не отправят. Импорт всегда ждёт.
settings-contacts = Контакт CRM может стать пользователем
settings-contacts-hint = Если выключено, адрес контакта лида для нового пользователя не принимается.
settings-hide = Скрывать отключённых пользователей в списках
settings-hide-hint = Списки открываются без них; один щелчок покажет их снова. Лиды и история остаются.
settings-pending = Ожидающих можно выбрать владельцами
settings-pending-hint = Их лиды ждут первого входа.
settings-pending-never = Нигде
settings-pending-handover_only = При передаче лидов
settings-pending-always = Везде
