# Statistics: who made, won, lost and cancelled how much.

nav-statistics = Статистика
statistics-lead = { $from } – { $to }, порівняно з { $before_from } – { $before_to }.
statistics-lead-own = Ваші власні показники.
statistics-hidden = Відключених не показано; їхні результати залишаються в підсумках.
statistics-filters = Період, команда й користувач
statistics-period = Період
statistics-period-month = Цей місяць
statistics-period-quarter = Цей квартал
statistics-period-year = Цей рік
statistics-period-last-year = Минулий рік
statistics-period-days = З … по …
statistics-from = З
statistics-to = По
statistics-show = Показати
statistics-team = Команда
statistics-all-teams = Усі команди
statistics-user = Користувач
statistics-all-users = Усі користувачі
statistics-user-search = Користувач за іменем
statistics-value = Сума виграних
statistics-won = Виграно лідів
statistics-rate = Частка виграних
statistics-days = Днів до закриття
statistics-versus-month = до минулого місяця
statistics-versus-quarter = до минулого кварталу
statistics-versus-year = до минулого року
statistics-versus-last-year = до попереднього року
statistics-versus-days = до попереднього періоду
statistics-percent = { $value } %
statistics-points = { $value } в. п.
statistics-days-more = { $value } дн.
statistics-up = зростання:
statistics-down = зниження:
statistics-same = Без змін
statistics-no-before = Немає з чим порівняти
statistics-by-month = Сума виграних за місяцями
statistics-by-user = Сума виграних за користувачами
statistics-month-says = Сума виграних за місяцями: { $month } – { $value }, роком раніше – { $before }.
statistics-last-year = рік тому
statistics-as-table = Показати таблицею
statistics-none = За цей період немає виграних лідів
statistics-col-month = Місяць
statistics-col-created = Створено
statistics-col-won = Виграно
statistics-col-lost = Програно
statistics-col-cancelled = Скасовано
statistics-col-year-before = Роком раніше
statistics-others = Інші
statistics-total = Разом
statistics-part = Показники
statistics-part-period = Період
statistics-part-before = Попередній період
statistics-part-user = Користувач
statistics-part-month = Місяць
statistics-col-name = Назва
statistics-further = { $count ->
   [one] Ще { $count } користувач – серед інших.
   [few] Ще { $count } користувачі – серед інших.
   [many] Ще { $count } користувачів – серед інших.
  *[other] Ще { $count } користувача – серед інших.
}
statistics-values-hidden = Ваша роль приховує суми лідів; кількості залишаються.
statistics-period-ever = За весь час
statistics-lead-ever = Усі ліди за весь час.
statistics-dates-hidden = Ваша роль приховує поле «{ $field }» лідів. Періоди й місяці виказали б його, тому показники наведено за весь час. Адміністратор може змінити роль.
