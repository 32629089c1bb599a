# Teams: the list, one team, and membership.

teams-lead = Кто работает вместе и кто руководит.
teams-none-title = Команд ещё нет
teams-none-text = Команда объединяет людей, которые работают вместе. Сначала создайте команды, затем добавьте людей.
teams-col-team = Команда
teams-col-lead = Руководство
teams-col-members = Участники
teams-nobody-leads = Никто
teams-new = Новая команда
teams-name = Название команды
teams-create = Создать команду
teams-created = Команда { $name } создана.
teams-saved = Команда сохранена.
teams-members = Участники
teams-members-count = { $count ->
   [one] { $count } участник
   [few] { $count } участника
   [many] { $count } участников
  *[other] { $count } участника
}
teams-no-members = В этой команде никого нет
teams-no-members-text = Добавляйте людей по одному или выбирайте команду при создании пользователя.
teams-leads = Руководит командой
teams-lead-on = Сделать руководителем
teams-lead-off = Снять с руководства
teams-remove = Убрать
teams-leave = Исключение из команды
teams-leave-title = Исключение из команды «{ $team }»: { $name }
teams-leave-what = { $name } больше не состоит в команде «{ $team }». Лиды, лицензия и вход остаются без изменений.
teams-leave-leads = { $name } руководит этой командой и перестанет ею руководить.
teams-leave-button = Исключить из команды
teams-add = Добавить людей
teams-find = Имя или почта
teams-add-one = Добавить
teams-nobody-to-add = Не найдено никого, кто ещё не в команде.
teams-rename = Название
teams-rename-save = Сохранить название
teams-in-none = Не состоит в командах.
teams-join = Добавить в команду
teams-join-button = Добавить в команду
