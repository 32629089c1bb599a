# Set-up, signing in, activation and passwords.


## Set-up

setup-title = Настройка Seatwise
setup-lead = Ваш аккаунт и его владелец — это вы.
setup-account = Название аккаунта
setup-account-hint = Ваша компания, как её знают коллеги.
setup-zone = Часовой пояс
setup-currency = Валюта
setup-seats = Лицензии продаж
setup-seats-hint = Сколько человек могут входить. Это можно изменить позже.
setup-button = Создать аккаунт
setup-link = Эта страница открывается по ссылке, которую сервер вывел при запуске.

## Signing in

signin-title = Вход
signin-email = Адрес почты или логин
signin-password = Пароль
signin-button = Войти
signin-forgot = Забыли пароль?
signin-back = Назад ко входу
signin-out = Вы вышли из системы.
signin-again = Войдите, чтобы продолжить.
accounts-title = Выберите аккаунт

## Passwords

forgot-title = Забытый пароль
forgot-lead = Вы получите письмо со ссылкой для нового пароля. Она действует один час.
forgot-button = Отправить ссылку
forgot-sent = Если такой адрес здесь есть, письмо уже в пути.
reset-title = Новый пароль
reset-lead = После этого все ваши устройства выйдут из системы.
reset-own-first = Ваш пароль задал администратор. Чтобы продолжить, выберите свой.
reset-button = Сохранить пароль
reset-done = Новый пароль сохранён. Войдите с ним.
password-new = Новый пароль
password-rule = Не менее 12 знаков. Подойдут несколько слов с пробелами.

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
form-optional = (необязательно)
step-done = готово:
step-back = Назад
step-continue = Далее
