# Teams: the list, one team, and membership.

teams-lead = Хто працює разом і хто керує.
teams-none-title = Команд ще немає
teams-none-text = Команда об’єднує людей, які працюють разом. Спершу створіть команди, потім додайте людей.
teams-col-team = Команда
teams-col-lead = Керівництво
teams-col-members = Учасники
teams-nobody-leads = Ніхто
teams-new = Нова команда
teams-name = Назва команди
teams-create = Створити команду
teams-created = Команду { $name } створено.
teams-saved = Команду збережено.
teams-members = Учасники
teams-members-count = { $count ->
   [one] { $count } учасник
   [few] { $count } учасники
   [many] { $count } учасників
  *[other] { $count } учасника
}
teams-no-members = У цій команді нікого немає
teams-no-members-text = Додавайте людей по одному або вибирайте команду під час створення користувача.
teams-leads = Керує командою
teams-lead-on = Зробити керівником
teams-lead-off = Зняти з керівництва
teams-remove = Прибрати
teams-leave = Виключення з команди
teams-leave-title = Виключення з команди «{ $team }»: { $name }
teams-leave-what = { $name } більше не належить до команди «{ $team }». Ліди, ліцензія та вхід залишаються без змін.
teams-leave-leads = { $name } керує цією командою і перестане нею керувати.
teams-leave-button = Виключити з команди
teams-add = Додати людей
teams-find = Ім’я або пошта
teams-add-one = Додати
teams-nobody-to-add = Не знайдено нікого, хто ще не в команді.
teams-rename = Назва
teams-rename-save = Зберегти назву
teams-in-none = Не належить до команд.
teams-join = Додати до команди
teams-join-button = Додати до команди
