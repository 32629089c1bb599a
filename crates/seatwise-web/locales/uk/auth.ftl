# Set-up, signing in, activation and passwords.


## Set-up

setup-title = Налаштування Seatwise
setup-lead = Ваш акаунт і його власник — це ви.
setup-account = Назва акаунта
setup-account-hint = Ваша компанія, як її знають колеги.
setup-zone = Часовий пояс
setup-currency = Валюта
setup-seats = Ліцензії продажів
setup-seats-hint = Скільки людей можуть входити. Це можна змінити пізніше.
setup-button = Створити акаунт
setup-link = Ця сторінка відкривається за посиланням, яке сервер вивів під час запуску.

## Signing in

signin-title = Вхід
signin-email = Адреса пошти або логін
signin-password = Пароль
signin-button = Увійти
signin-forgot = Забули пароль?
signin-back = Назад до входу
signin-out = Ви вийшли із системи.
signin-again = Увійдіть, щоб продовжити.
accounts-title = Виберіть акаунт

## Passwords

forgot-title = Забутий пароль
forgot-lead = Ви отримаєте лист із посиланням для нового пароля. Воно діє одну годину.
forgot-button = Надіслати посилання
forgot-sent = Якщо така адреса тут є, лист уже в дорозі.
reset-title = Новий пароль
reset-lead = Після цього всі ваші пристрої вийдуть із системи.
reset-own-first = Ваш пароль задав адміністратор. Щоб продовжити, оберіть власний.
reset-button = Зберегти пароль
reset-done = Новий пароль збережено. Увійдіть із ним.
password-new = Новий пароль
password-rule = Не менше 12 знаків. Підійдуть кілька слів із пробілами.

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
form-optional = (необов’язково)
step-done = готово:
step-back = Назад
step-continue = Далі
