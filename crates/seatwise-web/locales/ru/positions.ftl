# Positions: the tree, one position, and who holds it.

nav-positions = Должности
positions-lead = Стоящие выше видят то, что принадлежит нижестоящим, пока это включено в аккаунте. Перетащите должность на другую или откройте её и выберите место.
positions-none-title = Должностей ещё нет
positions-none-text = Начните с высшей, затем добавьте подчинённые.
positions-name = Название должности
positions-below-which = Под должностью
positions-top = На самом верху
positions-new = Новая должность
positions-new-below = Новая должность ниже
positions-create = Создать должность
positions-created = Должность { $name } создана.
positions-saved = Должность сохранена.
positions-moved = Перемещено: { $name }.
positions-removed = Должность { $name } удалена.
positions-drop-top = Отпустите здесь, чтобы переместить наверх
positions-holders-count = { $count ->
   [one] { $count } человек
   [few] { $count } человека
   [many] { $count } человек
  *[other] { $count } человека
}
positions-below-count = { $count ->
   [one] { $count } человек ниже
   [few] { $count } человека ниже
   [many] { $count } человек ниже
  *[other] { $count } человека ниже
}
positions-holders = Кто занимает
positions-no-holders = Эту должность никто не занимает
positions-no-holders-text = Добавьте людей здесь или выберите должность на странице человека.
positions-take-off = Снять
positions-nobody-to-add = Не найдено никого, кто её ещё не занимает.
positions-is-below = Под: { $name }
positions-is-top = На самом верху
positions-move = Переместить
positions-move-to = Новое место
positions-move-from = Прежнее место
positions-move-check = Посмотреть изменения
positions-move-title = Переместить: { $name }?
positions-remove = Удалить должность
positions-remove-title = Удалить должность { $name }?
positions-remove-up = Занимающие её люди и всё, что ниже, переходят к: { $name }.
positions-remove-top = Всё, что ниже, переходит наверх; занимающие её остаются без должности.
positions-directly-below = Должностей непосредственно ниже
positions-sight = Кто что видит
positions-sight-off = Ничего не меняется: в этом аккаунте вышестоящие не видят нижестоящих.
positions-sight-gain = Людей, которые увидят больше
positions-sight-lose = Людей, которые увидят меньше
positions-sight-of = Людей, чьих лидов это касается
positions-hold-none = Без должности
positions-hold-save = Сохранить должность
user-position = Должность
field-position = Должность
field-position-above = Вышестоящая должность
field-up-to = Переход к
field-holders = Переведено людей
field-positions-below = Переведено должностей
field-sight-gained = Людей, которые видят больше
field-sight-lost = Людей, которые видят меньше
event-position-created = Создание должности { $subject }
event-position-renamed = Переименование должности { $subject }
event-position-moved = Перемещение должности { $subject }
event-position-removed = Удаление должности { $subject }
event-user-position-changed = Изменена должность: { $subject }
problem-position-name-taken = Должность с таким названием уже есть.
problem-position-name-taken-detail = Выберите другое название.
problem-position-unknown = Такой должности нет.
problem-position-unknown-detail = Выберите должность из дерева.
problem-position-cycle = Должность не может стоять ниже самой себя.
problem-position-cycle-detail = Выберите место вне её ветви или сначала переместите подчинённую должность.
problem-positions-full = Должностей уже 2000.
problem-positions-full-detail = Сначала удалите часть; одну должность могут занимать несколько человек.
api-tag-positions = Должности
api-op-listPositions = Показать дерево должностей
api-op-createPosition = Создать должность
api-op-renamePosition = Переименовать должность
api-op-previewPositionMove = Посмотреть, что даст перемещение должности
api-op-movePosition = Переместить должность
api-op-previewPositionRemoval = Посмотреть, что даст удаление должности
api-op-removePosition = Удалить должность
api-op-setPosition = Назначить пользователю должность или снять её
