# Set-up, signing in, activation and passwords.


## Set-up

setup-title = Set up Seatwise
setup-lead = Your account and its owner: that is you.
setup-account = Name of the account
setup-account-hint = Your company, as colleagues know it.
setup-zone = Time zone
setup-currency = Currency
setup-seats = Sales seats
setup-seats-hint = How many people may sign in. You can change it later.
setup-button = Create account
setup-link = This page opens with the link that the server printed when it started.

## Signing in

signin-title = Sign in
signin-email = E-mail or login name
signin-password = Password
signin-button = Sign in
signin-forgot = Forgot your password?
signin-back = Back to sign-in
signin-out = You are signed out.
signin-again = Sign in to go on.
accounts-title = Choose an account

## Passwords

forgot-title = Forgotten password
forgot-lead = You get a mail with a link to set a new one. It is valid for an hour.
forgot-button = Send link
forgot-sent = If somebody here has this e-mail, a mail is on its way.
reset-title = Set a new password
reset-lead = All your devices are signed out afterwards.
reset-own-first = An admin chose your password. Choose your own one to go on.
reset-button = Save password
reset-done = Your new password is saved. Sign in with it.
password-new = New password
password-rule = At least 12 characters. A few words with blanks are fine.

## Activation

activate-title = Welcome to { $account }
activate-lead = Choose a password for { $email } and you are in.
activate-name = Your name
activate-button = Activate
activate-done = Welcome. Your account is active.

## Problem pages

problem-page-number = Number of this request:
problem-page-home = To the start page
problem-page-again = Try again
problem-page-seats = See the seats
problem-page-unknown = Unknown problem

## Forms

form-cancel = Cancel
form-optional = (optional)
step-done = done:
step-back = Back
step-continue = Continue
