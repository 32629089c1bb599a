# The settings of the account.

settings-lead = Що діє для всіх у цьому акаунті. Зміни набувають чинності з наступною дією кожного.
settings-save = Зберегти налаштування
settings-saved = Налаштування збережено.
settings-account = Акаунт
settings-address = Адреса
settings-name-hint = Видно вгорі ліворуч і в листах. Адреса не змінюється.
settings-language-hint = Для тих, хто не вибрав свою, і для листів їм.
settings-zone-hint = Для дат і часу в тих, хто не вибрав свій.
settings-leads = Хто які ліди бачить
settings-leads-all = Усі ліди
settings-leads-all-text = Кожен працює з лідами всього акаунта.
settings-leads-own = Власні ліди
settings-leads-own-text = Користувачі бачать ліди, якими володіють. Адміністратори бачать усі.
settings-people = Користувачі
settings-mail = Одразу надсилати лист активації
settings-mail-hint = Для окремих нових користувачів. Якщо вимкнено, вони зберігаються без листа, доки його не надішлють. Імпорт завжди чекає.
settings-contacts = Контакт CRM може стати користувачем
settings-contacts-hint = Якщо вимкнено, адреса контакту ліда для нового користувача не приймається.
settings-hide = Приховувати відключених користувачів у списках
settings-hide-hint = Списки відкриваються без них; одне клацання покаже їх знову. Ліди та історія залишаються.
settings-pending = Очікувальних можна вибрати власниками
settings-pending-hint = Їхні ліди чекають першого входу.
settings-pending-never = Ніде
settings-pending-handover_only = Під час передавання лідів
settings-pending-always = Усюди
