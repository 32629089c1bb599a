# Positions: the tree, one position, and who holds it.

nav-positions = Посади
positions-lead = Вищі за посадою бачать те, що належить нижчим, поки це ввімкнено в акаунті. Перетягніть посаду на іншу або відкрийте її та виберіть місце.
positions-none-title = Посад ще немає
positions-none-text = Почніть із найвищої, потім додайте підпорядковані.
positions-name = Назва посади
positions-below-which = Під посадою
positions-top = На самому верху
positions-new = Нова посада
positions-new-below = Нова посада нижче
positions-create = Створити посаду
positions-created = Посаду { $name } створено.
positions-saved = Посаду збережено.
positions-moved = Переміщено: { $name }.
positions-removed = Посаду { $name } видалено.
positions-drop-top = Відпустіть тут, щоб перемістити нагору
positions-holders-count = { $count ->
   [one] { $count } людина
   [few] { $count } людини
   [many] { $count } людей
  *[other] { $count } людини
}
positions-below-count = { $count ->
   [one] { $count } людина нижче
   [few] { $count } людини нижче
   [many] { $count } людей нижче
  *[other] { $count } людини нижче
}
positions-holders = Хто обіймає
positions-no-holders = Цю посаду ніхто не обіймає
positions-no-holders-text = Додайте людей тут або виберіть посаду на сторінці людини.
positions-take-off = Зняти
positions-nobody-to-add = Не знайдено нікого, хто її ще не обіймає.
positions-is-below = Під: { $name }
positions-is-top = На самому верху
positions-move = Перемістити
positions-move-to = Нове місце
positions-move-from = Попереднє місце
positions-move-check = Переглянути зміни
positions-move-title = Перемістити: { $name }?
positions-remove = Видалити посаду
positions-remove-title = Видалити посаду { $name }?
positions-remove-up = Ті, хто її обіймає, і все нижче переходять до: { $name }.
positions-remove-top = Усе нижче переходить нагору; хто її обіймає, лишається без посади.
positions-directly-below = Посад безпосередньо нижче
positions-sight = Хто що бачить
positions-sight-off = Нічого не змінюється: у цьому акаунті вищі не бачать нижчих.
positions-sight-gain = Людей, які бачитимуть більше
positions-sight-lose = Людей, які бачитимуть менше
positions-sight-of = Людей, чиїх лідів це стосується
positions-hold-none = Без посади
positions-hold-save = Зберегти посаду
user-position = Посада
field-position = Посада
field-position-above = Вища посада
field-up-to = Перехід до
field-holders = Переведено людей
field-positions-below = Переведено посад
field-sight-gained = Людей, які бачать більше
field-sight-lost = Людей, які бачать менше
event-position-created = Створення посади { $subject }
event-position-renamed = Перейменування посади { $subject }
event-position-moved = Переміщення посади { $subject }
event-position-removed = Видалення посади { $subject }
event-user-position-changed = Змінено посаду: { $subject }
problem-position-name-taken = Посада з такою назвою вже є.
problem-position-name-taken-detail = Виберіть іншу назву.
problem-position-unknown = Такої посади немає.
problem-position-unknown-detail = Виберіть посаду з дерева.
problem-position-cycle = Посада не може стояти нижче від самої себе.
problem-position-cycle-detail = Виберіть місце поза її гілкою або спершу перемістіть підпорядковану посаду.
problem-positions-full = Посад уже 2000.
problem-positions-full-detail = Спершу видаліть частину; одну посаду можуть обіймати кілька людей.
api-tag-positions = Посади
api-op-listPositions = Показати дерево посад
api-op-createPosition = Створити посаду
api-op-renamePosition = Перейменувати посаду
api-op-previewPositionMove = Переглянути, що дасть переміщення посади
api-op-movePosition = Перемістити посаду
api-op-previewPositionRemoval = Переглянути, що дасть видалення посади
api-op-removePosition = Видалити посаду
api-op-setPosition = Надати користувачеві посаду або зняти її
