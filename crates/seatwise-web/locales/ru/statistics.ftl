# Statistics: who made, won, lost and cancelled how much.

nav-statistics = Статистика
statistics-lead = { $from } – { $to }, в сравнении с { $before_from } – { $before_to }.
statistics-lead-own = Ваши собственные показатели.
statistics-hidden = Отключённые не показаны; их результаты остаются в итогах.
statistics-filters = Период, команда и пользователь
statistics-period = Период
statistics-period-month = Этот месяц
statistics-period-quarter = Этот квартал
statistics-period-year = Этот год
statistics-period-last-year = Прошлый год
statistics-period-days = С … по …
statistics-from = С
statistics-to = По
statistics-show = Показать
statistics-team = Команда
statistics-all-teams = Все команды
statistics-user = Пользователь
statistics-all-users = Все пользователи
statistics-user-search = Пользователь по имени
statistics-value = Сумма выигранных
statistics-won = Выиграно лидов
statistics-rate = Доля выигранных
statistics-days = Дней до закрытия
statistics-versus-month = к прошлому месяцу
statistics-versus-quarter = к прошлому кварталу
statistics-versus-year = к прошлому году
statistics-versus-last-year = к предыдущему году
statistics-versus-days = к предыдущему периоду
statistics-percent = { $value } %
statistics-points = { $value } п. п.
statistics-days-more = { $value } дн.
statistics-up = рост:
statistics-down = снижение:
statistics-same = Без изменений
statistics-no-before = Не с чем сравнить
statistics-by-month = Сумма выигранных по месяцам
statistics-by-user = Сумма выигранных по пользователям
statistics-month-says = Сумма выигранных по месяцам: { $month } – { $value }, годом ранее – { $before }.
statistics-last-year = год назад
statistics-as-table = Показать таблицей
statistics-none = За этот период нет выигранных лидов
statistics-col-month = Месяц
statistics-col-created = Создано
statistics-col-won = Выиграно
statistics-col-lost = Проиграно
statistics-col-cancelled = Отменено
statistics-col-year-before = Годом ранее
statistics-others = Прочие
statistics-total = Итого
statistics-part = Показатели
statistics-part-period = Период
statistics-part-before = Предыдущий период
statistics-part-user = Пользователь
statistics-part-month = Месяц
statistics-col-name = Название
statistics-further = { $count ->
   [one] Ещё { $count } пользователь – среди прочих.
   [few] Ещё { $count } пользователя – среди прочих.
   [many] Ещё { $count } пользователей – среди прочих.
  *[other] Ещё { $count } пользователя – среди прочих.
}
statistics-values-hidden = Ваша роль скрывает суммы лидов; количества остаются.
statistics-period-ever = За всё время
statistics-lead-ever = Все лиды за всё время.
statistics-dates-hidden = Ваша роль скрывает поле «{ $field }» лидов. Периоды и месяцы выдали бы его, поэтому показатели даны за всё время. Администратор может изменить роль.
