# Set-up, signing in, activation and passwords.


## Signing in

signin-title = Вход
signin-email = Адрес почты или логин
signin-password = Пароль
signin-button = Войти
signin-forgot = Забыли пароль?
signin-out = Вы вышли из системы.
signin-again = Войдите, чтобы продолжить.
accounts-title = Выберите аккаунт

## Passwords

reset-title = Новый пароль
reset-lead = После этого все ваши устройства выйдут из системы.
reset-button = Сохранить пароль
reset-done = Новый пароль сохранён. Войдите с ним.

## Activation

activate-title = Добро пожаловать в { $account }
activate-lead = Выберите пароль для { $email } — и всё готово.
activate-name = Ваше имя
activate-button = Активировать
activate-done = Добро пожаловать. Доступ активен.

## Problem pages

problem-page-number = Номер этого запроса:
problem-page-home = На главную
problem-page-again = Повторить
problem-page-seats = Посмотреть лицензии
problem-page-unknown = Неизвестная ошибка

## Forms

form-cancel = Отмена
step-done = готово:
step-back = Назад
