# Set-up, signing in, activation and passwords.


## Signing in

signin-title = Вхід
signin-email = Адреса пошти або логін
signin-password = Пароль
signin-button = Увійти
signin-forgot = Забули пароль?
signin-out = Ви вийшли із системи.
signin-again = Увійдіть, щоб продовжити.
accounts-title = Виберіть акаунт

## Passwords

reset-title = Новий пароль
reset-lead = Після цього всі ваші пристрої вийдуть із системи.
reset-button = Зберегти пароль
reset-done = Новий пароль збережено. Увійдіть із ним.

## Activation

activate-title = Ласкаво просимо до { $account }
activate-lead = Виберіть пароль для { $email } — і все готово.
activate-name = Ваше ім’я
activate-button = Активувати
activate-done = Ласкаво просимо. Доступ активний.

## Problem pages

problem-page-number = Номер цього запиту:
problem-page-home = На головну
problem-page-again = Повторити
problem-page-seats = Переглянути ліцензії
problem-page-unknown = Невідома помилка

## Forms

form-cancel = Скасувати
step-done = готово:
step-back = Назад
