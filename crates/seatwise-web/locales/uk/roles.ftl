# Ролі та доступ: таблиця, одна роль і хто що має.

roles-lead = Що дозволяє кожна роль і як далеко це сягає. Виберіть роль, щоб змінити її.
roles-new = Нова роль
roles-new-set = Новий набір прав
roles-new-lead = Визначає, що можуть її учасники. Ніхто її не має, доки ви її не призначите.
roles-new-set-lead = Доповнює права ролей, за бажання лише на час. Ніколи нічого не забирає.
roles-matrix = Права всіх ролей
roles-permission = Право
roles-only-differences = Лише відмінності
roles-show-all = Показати всі права
roles-system = Системна
roles-custom = Власна
roles-team-seat = Командна ліцензія
roles-team-manager = Керівник команди
roles-people = { $count ->
   [one] { $count } користувач
   [few] { $count } користувачі
   [many] { $count } користувачів
  *[other] { $count } користувача
}
roles-permissions = { $count ->
   [one] { $count } право
   [few] { $count } права
   [many] { $count } прав
  *[other] { $count } права
}
roles-legend-all = усе
roles-legend-team = власні команди
roles-legend-own = власні ліди
roles-legend-privacy = за видимістю
roles-legend-below = власні й підлеглих
roles-limited = обмежено ліцензією
roles-area-records = Ліди
roles-area-data = Дані
roles-area-people = Користувачі
roles-area-access = Доступ
roles-area-account = Акаунт
extent-none = Ні
extent-own = Власні
extent-privacy = Видимість
extent-team = Команда
extent-subordinates = Підлеглі
extent-all = Усі
field-access-hidden = Приховано
field-access-read = Читання
field-access-edit = Змінення
field-access-nothing = Нічого
roles-sets = Набори прав
roles-sets-text = Доповнюють ролі, зокрема на час.
roles-sets-none = Наборів прав ще немає.
roles-privacy = Видимість між користувачами
roles-privacy-save = Зберегти видимість
role-sales = Продажі
role-team-user = Учасник команди
role-about-sales = Те, що робить продавець. Входить до програми.
role-about-team-user = Є у всіх із командною ліцензією і ні в кого більше.
roles-kind-role = Роль
roles-kind-set = Набір прав
roles-default = Роль за замовчуванням
roles-fixed = Ця роль не змінюється.
roles-fixed-text = Скопіюйте її та змініть копію.
roles-copy = Копіювати
roles-copy-of = { $name } (копія)
roles-make-default = Зробити основною
roles-delete = Видалити
roles-basics = Назва та призначення
roles-name = Назва ролі
roles-description = Для чого вона
roles-create = Створити
roles-fields = Поля лідів
roles-fields-text = Що люди з цією роллю роблять із полем лідів, які вони бачать.
roles-fields-set-text = Знімає те, що ролі приховують або дають лише читати. «Нічого» залишає поле ролям.
roles-members = Учасники
roles-members-none = Її ні в кого немає. Призначте її на сторінці користувача.
roles-created = Створено: { $name }.
roles-saved = Роль збережено.
roles-deleted = Видалено: { $name }.
roles-given = Роль призначено.
roles-taken = Роль відкликано.
roles-effect = Хто отримує, хто втрачає
roles-effect-nobody = Ніхто нічого не отримує і не втрачає.
roles-effect-gain = { $count ->
   [one] { $count } особа отримує більше.
   [few] { $count } особи отримують більше.
   [many] { $count } осіб отримують більше.
  *[other] { $count } особи отримує більше.
}
roles-effect-lose = { $count ->
   [one] { $count } особа втрачає.
   [few] { $count } особи втрачають.
   [many] { $count } осіб втрачають.
  *[other] { $count } особи втрачає.
}
roles-effect-more = Показано перші { $shown }; числа враховують усіх.
roles-delete-title = Видалити { $name }?
roles-delete-lead = { $count ->
   [one] Є в { $count } користувача. Хто не має іншої ролі, отримає роль за замовчуванням.
   [few] Є в { $count } користувачів. Хто не має іншої ролі, отримає роль за замовчуванням.
   [many] Є в { $count } користувачів. Хто не має іншої ролі, отримає роль за замовчуванням.
  *[other] Є в { $count } користувача. Хто не має іншої ролі, отримає роль за замовчуванням.
}
roles-default-title = Зробити { $name } роллю за замовчуванням?
roles-default-lead = { $count ->
   [one] Її отримають нові користувачі та всі без власної ролі; зараз є в { $count } користувача.
   [few] Її отримають нові користувачі та всі без власної ролі; зараз є в { $count } користувачів.
   [many] Її отримають нові користувачі та всі без власної ролі; зараз є в { $count } користувачів.
  *[other] Її отримають нові користувачі та всі без власної ролі; зараз є в { $count } користувача.
}
roles-by-default = За замовчуванням
roles-until = До { $date }
roles-until-field = Останній день
roles-until-hint = Без дати — безстроково.
roles-admin-note = Адміністраторам можна все; ролі діють, коли вони ними більше не є.
roles-seat-note = Командна ліцензія має лише цю роль.
roles-holds-none = Немає ролі.
roles-give = Призначити роль
roles-give-button = Призначити
roles-take = Відкликати роль
roles-take-button = Відкликати
roles-many-title = { $count ->
   [one] Призначити роль { $count } користувачу
   [few] Призначити роль { $count } користувачам
   [many] Призначити роль { $count } користувачам
  *[other] Призначити роль { $count } користувачам
}
roles-many-left = Пропущено, бо командна ліцензія має власну роль: { $names }
roles-many-more = і ще { $count }
roles-given-many = { $count ->
   [one] Роль призначено { $count } користувачу.
   [few] Роль призначено { $count } користувачам.
   [many] Роль призначено { $count } користувачам.
  *[other] Роль призначено { $count } користувачам.
}
users-bulk-role = Призначити роль
problem-nobody-chosen = Нікого не вибрано
problem-nobody-chosen-detail = Позначте у списку хоча б одного користувача, потім оберіть дію.
roles-givable = Ролі, які можна надавати
roles-givable-text = Діє там, де ця роль дозволяє надавати ролі. Ніхто не надає прав, яких не має сам, хай що тут вибрано.
roles-givable-any = Будь-яка роль
roles-givable-any-text = Усі ролі та набори прав, які покриваються власними правами.
roles-givable-listed = Лише ці ролі
roles-givable-listed-text = Нічого не позначено — отже, жодної ролі. Видалена роль зникає зі списку.
roles-givable-none = жодної ролі
roles-givable-count = { $count ->
    [one] { $count } роль
    [few] { $count } ролі
    [many] { $count } ролей
   *[other] { $count } ролі
}
extent-both = Команда і нижче
roles-from = З { $date }
roles-between = З { $from } до { $until }
roles-from-field = Перший день
roles-from-hint = Без дати — одразу.
roles-later = Пізніше
roles-not-yet = Ще не діє
roles-check-lead = Що зміниться { $date }, у день початку. Хто вже має це, до того дня цього не матиме. Поки нічого не збережено.
