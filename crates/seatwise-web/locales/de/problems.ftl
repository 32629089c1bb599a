# Why something is refused, by the public code of the refusal. A text that ends in -detail says what to do.


## Signing in

problem-sign-in-needed = Melden Sie sich zuerst an.
problem-sign-in-failed = E-Mail oder Passwort stimmt nicht.
problem-switched-off = Ihr Zugang wurde abgeschaltet.
problem-switched-off-detail = Wenden Sie sich an die Administration Ihres Unternehmens.
problem-too-many-tries = Zu viele Versuche.
problem-too-many-tries-detail = Warten Sie einige Minuten und versuchen Sie es dann erneut.
problem-token-read-only = Dieses Token darf nur lesen.
problem-denied = Das dürfen Sie nicht.
problem-denied-detail = Die Administration Ihres Kontos kann Ihnen das Recht geben.
problem-not-found = Unter dieser Adresse gibt es nichts.
problem-not-found-detail = Es wurde vielleicht entfernt oder gehört zu einem anderen Konto.
problem-method-not-allowed = Diese Adresse nimmt eine solche Anfrage nicht an.
problem-bad-request = Die Anfrage ist nicht lesbar.
problem-too-large = Das ist zu groß.
problem-cross-site = Die Anfrage kam von einer anderen Website.
problem-busy = Der Server ist ausgelastet.
problem-busy-detail = Versuchen Sie es in einigen Sekunden erneut. Es wurde nichts geändert.
problem-database-gone = Die Datenbank ist nicht erreichbar.
problem-database-gone-detail = Versuchen Sie es in einer Minute erneut. Es wurde nichts geändert.
problem-database-read-only = Die Datenbank nimmt derzeit nichts an.
problem-database-read-only-detail = Lesen geht weiter. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.
problem-disk-full = Die Festplatte des Servers ist voll.
problem-disk-full-detail = Es wurde nichts geändert. Informieren Sie den Betrieb der Installation.
problem-internal = Auf unserer Seite ist ein Fehler aufgetreten.
problem-internal-detail = Versuchen Sie es erneut. Bleibt der Fehler, nennen Sie dem Betrieb der Installation die Nummer unten.
problem-idempotency-key-reused = Dieser Idempotenz-Schlüssel gehört zu einer anderen Anfrage.
problem-idempotency-in-doubt = Die Anfrage mit diesem Schlüssel wird noch bearbeitet.

## People

problem-email-invalid = Das ist keine vollständige E-Mail-Adresse.
problem-email-or-login-needed = Geben Sie eine E-Mail oder einen Anmeldenamen an.
problem-email-taken = Ein anderer Benutzer hat diese E-Mail.
problem-email-of-deactivated = Diese E-Mail gehört einem deaktivierten Benutzer.
problem-email-is-alias = Diese E-Mail ist ein Alias eines anderen Benutzers.
problem-email-pending = Eine Einladung an diese E-Mail steht noch aus.
problem-email-of-contact = Diese E-Mail gehört einem CRM-Kontakt.
problem-login-invalid = Dieser Anmeldename ist nicht möglich.
problem-login-taken = Ein anderer Benutzer hat diesen Anmeldenamen.
problem-name-invalid = Geben Sie einen Namen mit höchstens 200 Zeichen an.
problem-phone-invalid = Das ist keine Telefonnummer.
problem-text-invalid = Der Text ist zu lang oder enthält nicht darstellbare Zeichen.
problem-reason-too-long = Geben Sie einen Grund mit höchstens 500 Zeichen an.
problem-language-unknown = Diese Sprache gibt es nicht.
problem-time-zone-unknown = Diese Zeitzone gibt es nicht.
problem-picture-invalid = Dieses Bild ist nicht verwendbar. Nehmen Sie JPEG, PNG oder WebP mit höchstens 5 MB.

## Passwords and links

problem-password-too-short = Nehmen Sie mindestens 12 Zeichen.
problem-password-too-long = Nehmen Sie höchstens 200 Zeichen.
problem-password-common = Dieses Passwort ist leicht zu erraten. Nehmen Sie ein anderes.
problem-password-wrong = Das bisherige Passwort stimmt nicht.
problem-link-invalid = Dieser Link ist ungültig oder wurde schon verwendet.
problem-link-invalid-detail = Fordern Sie einen neuen an: Der Link der neuesten E-Mail gilt.
problem-link-expired = Dieser Link ist abgelaufen.
problem-link-expired-detail = Bitten Sie die Administration, ihn erneut zu senden.

## Seats

problem-no-free-seat = Keine Lizenz ist frei.
problem-no-free-seat-detail = Kaufen Sie eine Lizenz oder deaktivieren Sie jemanden, der keine braucht.
problem-trial-limit = Der Test gilt für höchstens zehn Benutzer.
problem-seats-in-use = Es sind mehr Lizenzen belegt.
problem-seat-count-invalid = Geben Sie eine ganze Zahl von 0 bis 100.000 an.

## States of people

problem-is-owner = Der Inhaber des Kontos kann nicht deaktiviert werden.
problem-is-owner-detail = Übertragen Sie zuerst die Inhaberschaft oder wenden Sie sich an den Betrieb der Installation.
problem-is-self = Das geht nicht für Sie selbst.
problem-last-admin = Jemand muss Administrator bleiben.
problem-already-deactivated = Dieser Benutzer ist bereits deaktiviert.
problem-not-deactivated = Dieser Benutzer ist nicht deaktiviert.
problem-not-pending = Dieser Benutzer hat sich schon angemeldet.
problem-no-mail-address = Dieser Benutzer hat keine E-Mail-Adresse.
problem-only-blocking = Benutzer können nicht gelöscht, nur deaktiviert werden.
problem-level-unknown = Diese Stufe gibt es nicht.
problem-level-too-high = Sie können keine Stufe über Ihrer eigenen vergeben.
problem-changed-meanwhile = Das wurde inzwischen geändert.
problem-changed-meanwhile-detail = Sehen Sie sich den jetzigen Stand an und wiederholen Sie es dann.

## Leads and hand-overs

problem-heir-needed = Wählen Sie, wer die Leads bekommt.
problem-heir-not-active = Diese Person kann keine Leads besitzen.
problem-heir-is-leaver = Wählen Sie jemand anderen: Die Leads sind schon dort.
problem-owner-cannot-receive = Diese Person kann keine Leads besitzen.
problem-stage-unknown = Diese Phase gibt es nicht.
problem-value-invalid = Das ist kein Betrag.
problem-date-invalid = Das ist kein Datum.
problem-title-invalid = Geben Sie einen Titel mit höchstens 200 Zeichen an.
problem-note-invalid = Schreiben Sie eine Notiz mit höchstens 10.000 Zeichen.
problem-external-id-taken = Ein anderer Lead hat diese externe ID.
problem-not-undoable = Das lässt sich nicht rückgängig machen.
problem-already-undone = Das wurde schon rückgängig gemacht.
problem-undo-too-late = Die Frist zum Rückgängigmachen ist vorbei.
problem-still-running = Das läuft noch.
problem-still-running-detail = Warten Sie, bis es fertig ist, und versuchen Sie es dann erneut.

## Account and files

problem-team-unknown = Dieses Team gibt es nicht.
problem-team-name-taken = Ein Team dieses Namens gibt es schon.
problem-account-address-taken = Ein anderes Konto hat diese Adresse.
problem-account-address-invalid = Nehmen Sie 2 bis 40 Kleinbuchstaben, Ziffern und Bindestriche.
problem-setup-done = Diese Installation ist bereits eingerichtet.
problem-file-unreadable = Diese Datei ist nicht lesbar.
problem-file-too-large = Diese Datei ist zu groß.
problem-mapping-invalid = Die Spalten passen nicht zusammen.
problem-import-state = Der Import ist nicht bei diesem Schritt.
