# Licences at a glance.

seats-lead = Вы покупаете лицензии, а не пользователей. Лицензия переходит от ушедшего к преемнику без доплаты.
seats-in-use = Занято
seats-who = Кто занимает лицензии
seats-all-users = Все пользователи
seats-col-since = С
seats-col-note = Примечание
seats-change = Количество лицензий
seats-save = Сохранить количество
