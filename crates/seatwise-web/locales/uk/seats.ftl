# Licences at a glance.

seats-lead = Ви купуєте ліцензії, а не користувачів. Ліцензія переходить від того, хто пішов, до наступника без доплати.
seats-in-use = Зайнято
seats-who = Хто займає ліцензії
seats-all-users = Усі користувачі
seats-col-since = З
seats-col-note = Примітка
seats-change = Кількість ліцензій
seats-save = Зберегти кількість
