# The frame of every page and words that many pages share.


## Navigation

nav-work = Arbeit
nav-administration = Verwaltung
nav-leads = Leads
nav-unassigned = Nicht zugewiesen
nav-users = Benutzer
nav-teams = Teams
nav-licences = Lizenzen
nav-imports = Importe
nav-audit = Änderungsprotokoll
nav-outbox = Postausgang
nav-settings = Einstellungen
nav-me = Ihr Profil

## Frame

shell-navigation = Hauptnavigation
shell-skip = Zum Inhalt springen
shell-menu = Menü öffnen
shell-close = Schließen
shell-dismiss = Ausblenden
shell-path = Pfad
shell-search = Suchen oder springen zu …
shell-palette = Alles durchsuchen
shell-results = Ergebnisse
shell-language = Sprache
shell-theme = Hell oder dunkel
shell-theme-system = Wie auf dem Gerät
shell-theme-light = Hell
shell-theme-dark = Dunkel
shell-accounts = Konto wechseln
shell-own = Ihr Menü, { $name }
shell-sign-out = Abmelden
shell-sales-seats = Vertriebs­lizenzen
shell-seats-of = { $taken } / { $total }
shell-offline = Der Server ist nicht erreichbar. Die Anzeige kann veraltet sein.
shell-motto = Jeder am richtigen Platz.

## Keys

shell-keys = Tastenkürzel
keys-palette = Alles durchsuchen
keys-search = Diese Liste durchsuchen
keys-new = Neuer Eintrag
keys-rows = Nächste oder vorige Zeile
keys-select = Zeile auswählen
keys-edit = Benutzer bearbeiten
keys-deactivate = Benutzer deaktivieren
keys-list = Diese Übersicht
keys-escape = Offenes schließen, dann Auswahl aufheben

## Time

ago-now = gerade eben
ago-minutes = { $count ->
   [one] vor { $count } Min.
  *[other] vor { $count } Min.
}
ago-hours = { $count ->
   [one] vor { $count } Std.
  *[other] vor { $count } Std.
}
ago-yesterday = gestern
ago-days = { $count ->
   [one] vor { $count } Tag
  *[other] vor { $count } Tagen
}
nav-roles = Rollen und Zugriff
