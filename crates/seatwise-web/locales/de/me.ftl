# The own profile, API tokens, the outbox and the palette.

me-profile = Profil
me-save = Profil speichern
me-password = Passwort
me-password-change = Passwort ändern
me-end-others = Andere Geräte abmelden
me-tokens = API-Tokens
me-tokens-none = Keine Tokens. Ein Token lässt ein Programm in Ihrem Namen arbeiten.
me-token-new = Token anlegen
me-token-shown = Kopieren Sie es jetzt. Es wird nicht noch einmal gezeigt.
me-token-copy = Kopieren
outbox-lead = E-Mails, die warten, gesendet oder gescheitert sind.
outbox-col-mail = E-Mail
outbox-col-to = An
outbox-col-made = Erstellt
outbox-col-tries = Versuche
mail-waiting = Wartet
mail-sent = Gesendet
mail-failed = Gescheitert
mail-cancelled = Abgebrochen
notice-mail = Kein Mailserver eingerichtet: E-Mails warten im Postausgang.
palette-leads = Leads
palette-actions = Aktionen
palette-none = Nichts gefunden.
