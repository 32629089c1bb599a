# Set-up, signing in, activation and passwords.


## Signing in

signin-title = Sign in
signin-email = E-mail or login name
signin-password = Password
signin-button = Sign in
signin-forgot = Forgot your password?
signin-out = You are signed out.
signin-again = Sign in to go on.
accounts-title = Choose an account

## Passwords

reset-title = Set a new password
reset-lead = All your devices are signed out afterwards.
reset-button = Save password
reset-done = Your new password is saved. Sign in with it.

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
step-done = done:
step-back = Back
