# The settings of the account.

settings-lead = Was für alle in diesem Konto gilt. Änderungen wirken beim nächsten Klick jeder Person.
settings-save = Einstellungen speichern
settings-saved = Einstellungen gespeichert.
settings-account = Konto
settings-address = Adresse
settings-name-hint = Steht oben links und in E-Mails. Die Adresse bleibt.
settings-language-hint = Für alle ohne eigene Wahl, und für E-Mails an sie.
settings-zone-hint = Für Datum und Uhrzeit bei allen ohne eigene Wahl.
settings-leads = Wer welche Leads sieht
settings-leads-all = Alle Leads
settings-leads-all-text = Alle arbeiten mit den Leads des ganzen Kontos.
settings-leads-own = Eigene Leads
settings-leads-own-text = Benutzer sehen die Leads, die sie besitzen. Admins sehen alle.
settings-people = Benutzer
settings-mail = Aktivierung sofort senden
settings-mail-hint = Für einzelne neue Benutzer. Ohne diese Wahl werden sie gespeichert, bis jemand die E-Mail sendet. Importe warten immer.
settings-contacts = Ein CRM-Kontakt darf Benutzer werden
settings-contacts-hint = Ohne diese Wahl wird abgelehnt, wessen E-Mail zum Kontakt eines Leads gehört.
settings-hide = Deaktivierte Benutzer in Listen ausblenden
settings-hide-hint = Listen beginnen ohne sie; ein Klick zeigt sie wieder. Leads und Verlauf bleiben.
settings-pending = Ausstehende Benutzer sind als Besitzer wählbar
settings-pending-hint = Ihre Leads warten bis zur ersten Anmeldung.
settings-pending-never = Nirgends
settings-pending-handover_only = Bei der Übergabe von Leads
settings-pending-always = Überall
