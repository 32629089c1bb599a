# Imports: upload, columns, dry run, progress and result.

## List

imports-lead = Personen und Leads aus Dateien. Nichts wird geschrieben, bevor Sie gesehen haben, was geschieht.
imports-new = Neuer Import
imports-col-file = Datei
imports-col-kind = Inhalt
imports-col-when = Hochgeladen
imports-col-by = Von
imports-col-added = Hinzugefügt
imports-col-skipped = Nicht übernommen
imports-col-state = Stand
imports-none-title = Noch keine Importe
imports-none-text = Holen Sie Personen oder Leads aus einer Tabelle oder CSV-Datei.
imports-newest = Neueste
imports-kind-users = Benutzer
imports-kind-leads = Leads
imports-about-users = Personen, die sich anmelden werden. Ohne Ihr Zutun geht keine Mail hinaus.
imports-about-leads = Verkaufschancen mit Besitzer, Phase, Wert und Daten. Ein zweiter Import aktualisiert sie.

## States

imports-state-uploading = Wird hochgeladen
imports-state-uploaded = Spalten nicht zugeordnet
imports-state-checked = Geprüft, nicht importiert
imports-state-running = Läuft
imports-state-not-mailed = Aktivierungen nicht versandt
imports-state-done = Fertig
imports-state-undoing = Wird rückgängig gemacht
imports-state-stopped = Angehalten
imports-state-undone = Rückgängig gemacht

## Steps

imports-step-upload = Hochladen
imports-step-match = Spalten zuordnen
imports-step-check = Prüfen
imports-step-result = Ergebnis

## Upload

imports-new-lead = Eine CSV-Datei oder Excel-Arbeitsmappe mit den Spaltennamen über den Zeilen.
imports-what = Was bringt die Datei?
imports-file = Datei
imports-file-choose = Datei auswählen
imports-file-hint = CSV oder .xlsx, höchstens { $limit } MB und 100.000 Zeilen.
imports-columns = Spalten, die gelesen werden
imports-columns-lead = Spalten werden an ihren Namen in fünf Sprachen erkannt, oder Sie ordnen sie im nächsten Schritt zu. Andere werden ausgelassen; bei Leads werden sie zu weiteren Feldern.
imports-columns-limits = Namen, Titel und andere Texte haben höchstens { $letters } Zeichen, weitere Felder { $further }.
imports-columns-needed = Nötig: { $fields }
imports-template-xlsx = Leere Datei für Excel
imports-template-csv = Leere Datei als CSV
imports-more = Wenn die Datei falsch gelesen wird
imports-encoding = Zeichensatz
imports-separator = Trennzeichen
imports-separator-comma = Komma
imports-separator-semicolon = Semikolon
imports-separator-tab = Tabulator
imports-separator-bar = Senkrechter Strich
imports-by-itself = Selbst herausfinden
imports-sheet = Name des Tabellenblatts
imports-header-row = Zeile mit den Spaltennamen
imports-upload = Hochladen
imports-uploaded = { $count ->
   [one] { $count } Zeile gelesen
  *[other] { $count } Zeilen gelesen
}

## Why a file is not taken

imports-file-none = Wählen Sie zuerst eine Datei.
imports-file-empty = Die Datei ist leer. Wählen Sie eine andere.
imports-file-not-a-table = Das ist keine Tabelle, sondern { $looks }. Speichern Sie die Tabelle als .xlsx oder CSV.
imports-file-old-xls = Das ist eine Arbeitsmappe von Excel 97 bis 2003. Öffnen Sie sie und speichern Sie sie als .xlsx.
imports-file-encrypted-workbook = Die Arbeitsmappe verlangt ein Passwort. Speichern Sie sie ohne.
imports-file-broken-workbook = Die Arbeitsmappe ist beschädigt. Öffnen und speichern Sie sie und senden Sie sie erneut.
imports-file-zip-bomb = Die Arbeitsmappe entpackt sich auf mehr als { $limit } MB. Kein Büroprogramm speichert so; speichern Sie die Tabelle neu.
imports-file-too-large = Die Datei ist größer als { $limit } MB. Teilen Sie sie und laden Sie die Teile hoch.
imports-file-too-many-rows = Die Tabelle hat mehr als { $limit } Zeilen. Teilen Sie sie und laden Sie die Teile hoch.
imports-file-too-many-columns = Zeile { $row } hat mehr als { $limit } Spalten. Entfernen Sie die überflüssigen.
imports-file-cell-too-long = Eine Zelle in Zeile { $row } hat mehr als { $limit } Zeichen. Vielleicht fehlt ein Anführungszeichen.
imports-file-unclosed-quote = Das Anführungszeichen in Zeile { $row } wird nie geschlossen. Berichtigen Sie die Zeile.
imports-file-bad-encoding = Zeile { $row } ist kein gültiges { $encoding }. Wählen Sie unten den Zeichensatz oder speichern Sie als UTF-8.
imports-file-nul-character = Zeile { $row } hat ein Zeichen, das keine Tabelle hat. Speichern Sie die Datei neu.
imports-file-no-header = Keine Zeile enthält die Spaltennamen. Schreiben Sie sie über die Tabelle.
imports-file-no-sheet = Die Arbeitsmappe hat kein solches Blatt, oder es ist leer.
imports-file-io = Die Datei konnte nicht gelesen werden. Senden Sie sie erneut.
imports-looks-pdf = ein PDF
imports-looks-picture = ein Bild
imports-looks-document = ein Textdokument
imports-looks-open-document = eine OpenDocument-Datei
imports-looks-binary-workbook = eine binäre Arbeitsmappe (.xlsb)
imports-looks-archive = ein Archiv
imports-looks-web-page = eine Webseite
imports-looks-xml = XML
imports-looks-json = JSON
imports-looks-binary = etwas, das kein Text ist

## Columns

imports-match-lead = Zeilen: { $rows }. Zugeordnete Spalten: { $found } von { $columns }.
imports-read-text = Gelesen als { $encoding }, Trennzeichen: { $separator }, Spaltennamen in Zeile { $row }.
imports-read-sheet = Blatt „{ $sheet }“, Spaltennamen in Zeile { $row }.
imports-col-column = Spalte in der Datei
imports-col-samples = Erste Werte
imports-col-goes-into = Kommt in
imports-goes-into-of = „{ $name }“ kommt in
imports-col-match = Zuordnung
imports-leave-out = Nicht importieren
imports-column-blank = Spalte { $letter }
imports-matched-by-name = Gleicher Name
imports-matched-by-content = Nach Inhalt
imports-matched-chosen = Gewählt
imports-matched-ignored = Weggelassen
imports-matched-new-field = Weiteres Feld
imports-mapping-missing = Keine Spalte kommt in „{ $field }“. Ohne dieses Feld kann keine Zeile übernommen werden.
imports-mapping-twice = Zwei Spalten kommen in „{ $field }“. Lassen Sie eine weg.
imports-mapping-foreign = „{ $field }“ ist kein Feld dieses Imports.
imports-mapping-width = Die Spalten des Formulars sind nicht die der Datei. Wählen Sie sie neu.
imports-choices = Einstellungen
imports-seat-kind = Lizenzen, die sie belegen
imports-when-full = Wenn die Lizenzen nicht reichen
imports-full-skip-rows = So viele Zeilen nehmen, wie passen, in der Reihenfolge der Datei
imports-full-refuse-file = Keine nehmen
imports-dates = Daten wie 3/4/2026
imports-dates-day-first = 3. April
imports-dates-month-first = 4. März
imports-update-users = Bestehende Benutzer übernehmen die Werte der Datei
imports-create-teams = Fehlende Teams anlegen
imports-mail-now = Aktivierungs-Mails sofort senden
imports-mail-now-hint = Ohne dies erfährt niemand davon, bevor Sie es wollen.
imports-unknown-owner = Wenn der Besitzer unbekannt ist
imports-owner-skip = Zeile weglassen
imports-owner-unassigned = Lead ohne Besitzer übernehmen
imports-update-leads = Vorhandene Leads aktualisieren
imports-update-leads-hint = Sie werden an der externen ID erkannt.
imports-pending-owners = Auch wer sich noch nicht angemeldet hat, darf Leads besitzen
imports-historic = Alte Datei: Auch deaktivierte Personen dürfen Leads besitzen
imports-historic-hint = Ihre Zahlen bleiben bei ihnen.
imports-check-rows = { $count ->
   [one] { $count } Zeile prüfen
  *[other] { $count } Zeilen prüfen
}
imports-other-file = Andere Datei

## Check

imports-check-title = Ergebnis vor dem Import prüfen
imports-check-lead = Noch ist nichts geschrieben. Berichtigen Sie die Datei und laden Sie sie neu hoch, oder fahren Sie mit den guten Zeilen fort.
imports-check-again = Erneut prüfen
imports-checked-again = Erneut geprüft
imports-run-users = { $count ->
   [one] { $count } Benutzer importieren
  *[other] { $count } Benutzer importieren
}
imports-run-leads = { $count ->
   [one] { $count } Lead importieren
  *[other] { $count } Leads importieren
}
imports-seats-missing = { $count ->
   [one] { $count } Lizenz fehlt, und es wird keine Zeile übernommen, solange nicht alle passen.
  *[other] { $count } Lizenzen fehlen, und es wird keine Zeile übernommen, solange nicht alle passen.
}
imports-nothing-to-run = So kann keine Zeile übernommen werden. Die Gründe stehen in der Tabelle.
imports-noted = { $count ->
   [one] { $count } Zeile hat eine Anmerkung zu einem Wert. Sie steht in der Spalte „Warum“.
  *[other] { $count } Zeilen haben eine Anmerkung zu einem Wert. Sie steht in der Spalte „Warum“.
}
imports-mails-at-once = Die Aktivierungs-Mails gehen hinaus, sobald der Import fertig ist.

## Rows

imports-by-result = Zeilen nach Ergebnis
imports-col-rows = Zeilen
imports-col-row = Zeile
imports-col-user = Benutzer
imports-col-lead = Lead
imports-col-result = Ergebnis
imports-col-why = Warum
imports-rows-all = Alle Zeilen
imports-rows-problems = Probleme
imports-rows-skipped = Übersprungen
imports-rows-previous = Vorige Zeilen
imports-rows-next = Nächste Zeilen
imports-problems-file = Problemzeilen als Excel
imports-problems-csv = Problemzeilen als CSV
imports-skipped-file = Mit übersprungenen Zeilen als Excel
imports-skipped-csv = Mit übersprungenen Zeilen als CSV
imports-col-tick = Auswählen
imports-tick = „{ $name }“ auswählen
imports-undo-ticked = Angehakte Zeilen rückgängig machen
imports-no-rows = Hier sind keine Zeilen.
imports-no-name = (ohne Namen)
imports-plan-create = Wird hinzugefügt
imports-plan-update = Wird aktualisiert
imports-verdict-create = Hinzugefügt
imports-verdict-update = Aktualisiert
imports-verdict-skip = Übersprungen
imports-verdict-no-seat = Keine Lizenz frei
imports-verdict-problem = Nicht möglich
imports-verdict-reversed = Rückgängig gemacht
imports-verdict-kept = Bleibt
imports-verdict-failed = Fehlgeschlagen

## Reasons

imports-why-empty-row = Die Zeile ist leer.
imports-why-unchanged = Alles ist schon da:
imports-why-duplicate-in-file = „{ $value }“ steht schon in Zeile { $row }.
imports-why-already-user = Schon Benutzer:
imports-why-already-invited = Schon eingeladen, aber noch nicht angemeldet:
imports-why-deactivated-user = Ein deaktivierter Benutzer hat diese E-Mail. Reaktivieren Sie ihn, oder ändern Sie die E-Mail.
imports-why-alias-of = Diese E-Mail ist ein Alias eines anderen Benutzers. Nehmen Sie eine andere:
imports-why-already-contact = „{ $value }“ gehört einem CRM-Kontakt. Nehmen Sie eine andere E-Mail.
imports-why-email-missing = Die E-Mail fehlt. Tragen Sie sie ein.
imports-why-email-invalid = „{ $value }“ ist keine vollständige E-Mail.
imports-why-login-invalid = „{ $value }“ geht nicht als Anmeldename oder ist vergeben. Nehmen Sie einen anderen.
imports-why-name-invalid = „{ $value }“ ist kein Name. Berichtigen Sie ihn.
imports-why-team-unknown = Es gibt kein Team „{ $value }“. Legen Sie es an, oder lassen Sie den Import Teams anlegen.
imports-why-team-missing = Das Team fehlt. Eine Team-Lizenz braucht eines.
imports-why-no-free-seat = Die Zeilen darüber belegen alle freien Lizenzen. Kaufen Sie Lizenzen, oder deaktivieren Sie jemanden.
imports-why-trial-limit = Die Testphase ist für höchstens zehn Benutzer.
imports-why-owner-unknown = Niemand heißt „{ $value }“. Berichtigen Sie den Namen, oder importieren Sie die Person zuerst.
imports-why-owner-ambiguous = Mehrere Personen heißen „{ $value }“. Schreiben Sie stattdessen die E-Mail.
imports-why-owner-deactivated = „{ $value }“ ist deaktiviert. Wählen Sie einen anderen Besitzer, oder kennzeichnen Sie die Datei im Schritt davor als alt.
imports-why-owner-pending = „{ $value }“ hat sich noch nicht angemeldet. Wählen Sie einen anderen Besitzer, oder erlauben Sie solche im Schritt davor.
imports-why-owner-may-not = „{ $value }“ hat eine Team-Lizenz ohne Leads. Wählen Sie einen anderen Besitzer.
imports-why-stage-unknown = Es gibt keine Phase „{ $value }“.
imports-why-title-missing = Nichts in der Zeile taugt als Titel. Ordnen Sie dem Titel eine Spalte zu.
imports-why-text-invalid = Ein Text in der Zeile ist zu lang oder hat Zeichen, die nicht darstellbar sind. Berichtigen Sie ihn.
imports-why-already-lead = Diesen Lead gibt es schon:
imports-why-not-run = Der Import blieb vor dieser Zeile stehen.
imports-why-has-acted = Die Person hat sich seither angemeldet.
imports-why-has-work = Die Person besitzt oder besaß Leads oder hat Notizen geschrieben.
imports-why-changed-since = Jemand hat es seither geändert.
imports-why-gone-since = Es ist schon fort.
imports-why-update-stays = Werte, die der Import an einer Person geändert hat, bleiben.
imports-why-refused = Die Datenbank hat diese Zeile abgelehnt. Versuchen Sie es später erneut.
imports-do-reactivate = { $name } reaktivieren
imports-note-date-not-taken = { $field }: „{ $value }“ ist kein Datum und entfällt.
imports-note-phone-not-taken = „{ $value }“ ist keine Telefonnummer und entfällt.
imports-note-value-not-taken = „{ $value }“ ist kein Betrag und entfällt.
imports-note-word-not-taken = { $field }: „{ $value }“ ist nicht bekannt und entfällt.
imports-note-address-not-taken = „{ $value }“ ist keine vollständige E-Mail und entfällt.
imports-note-team-created = Mit dieser Zeile wird das Team „{ $value }“ angelegt.
imports-note-also-contact = Ist auch ein CRM-Kontakt.
imports-note-left-unassigned = „{ $value }“ kann ihn nicht besitzen; der Lead bleibt ohne Besitzer.
imports-note-owner-kept = „{ $value }“ kann ihn jetzt nicht besitzen; der Besitzer bleibt.
imports-note-cells-beyond = Zellen hinter der letzten Spalte entfallen.

## Result

imports-running-lead = Die Zeilen werden geschrieben.
imports-undoing-lead = Was seither niemand berührt hat, wird zurückgenommen.
imports-undone-lead = { $count ->
   [one] { $count } Zeile rückgängig gemacht. Was seither jemand berührt hat, bleibt und ist aufgeführt.
  *[other] { $count } Zeilen rückgängig gemacht. Was seither jemand berührt hat, bleibt und ist aufgeführt.
}
imports-done-users = { $count ->
   [one] { $count } Benutzer hinzugefügt, { $updated } aktualisiert.
  *[other] { $count } Benutzer hinzugefügt, { $updated } aktualisiert.
}
imports-done-leads = { $count ->
   [one] { $count } Lead hinzugefügt, { $updated } aktualisiert.
  *[other] { $count } Leads hinzugefügt, { $updated } aktualisiert.
}
imports-stopped-lead = Ein Teil der Zeilen ist erledigt, die übrigen warten.
imports-stopped-run = Der Import ist stehen geblieben
imports-stopped-undo = Das Rückgängigmachen ist stehen geblieben
imports-stopped-mails = Einige Aktivierungs-E-Mails wurden nicht geschrieben
imports-stopped-starter-may-not = Wer damit begonnen hat, darf es nicht mehr. Setzen Sie es fort, und der Rest geschieht in Ihrem Namen.
imports-stopped-failed = Jeder Versuch schlug fehl; das Protokoll des Servers nennt den Grund. Setzen Sie es fort, wenn die Ursache behoben ist.
imports-resume = Fortsetzen
imports-resumed = Es geht weiter.
imports-progress-label = Fortschritt
imports-progress = Erledigte Zeilen: { $done } von { $total }
imports-reload = Jetzigen Stand anzeigen
imports-leave-page = Sie können diese Seite verlassen; die Arbeit läuft weiter.
imports-nobody-told = Noch hat niemand davon erfahren
imports-nobody-told-text = Die neuen Benutzer warten ohne Mail. Senden Sie die Aktivierungen, oder machen Sie den Import rückgängig.
imports-send = { $count ->
   [one] { $count } Aktivierung senden
  *[other] { $count } Aktivierungen senden
}
imports-mailing = Die Aktivierungs-Mails sind unterwegs
imports-undo = Import rückgängig machen
imports-undo-until = Rückgängig bis { $date } möglich
imports-undo-users = Benutzer, die sich seither angemeldet haben, bleiben.
imports-undo-leads = Leads, die seither jemand berührt hat, bleiben.
imports-undo-rows = { $count ->
   [one] { $count } Zeile rückgängig machen
  *[other] { $count } Zeilen rückgängig machen
}
imports-undo-goes = Zeilen, die rückgängig gemacht werden
imports-undo-stays = Zeilen, die bleiben
imports-undo-nothing = Es gibt nichts rückgängig zu machen: Alle Zeilen bleiben, aus den Gründen unten.
imports-undo-none-ticked = Haken Sie zuerst die Zeilen an, die rückgängig gemacht werden sollen.
imports-rows-undone = Rückgängig gemacht. Bei Zeilen, die bleiben, steht der Grund.
imports-mail-title = Aktivierungen senden
imports-mail-text = Jede Mail enthält einen Link, über den die Person ein Passwort wählt.
imports-mail-get = Personen, die eine Mail bekommen
imports-mail-no-address = Personen ohne E-Mail, die keine bekommen
imports-mail-others = Personen, die schon eine haben, sich angemeldet haben oder ausgeschieden sind
imports-facts = Zu diesem Import
imports-finished = Beendet
imports-mailed = Aktivierungen versandt

## Fields of a file

field-first-name = Vorname
field-last-name = Nachname
field-team = Team
field-salutation = Anrede
field-extra = Weiteres Feld dieses Namens
imports-why-field-hidden = Die Zeile sagt etwas über das Feld „{ $field }“, das Ihre Rolle verbirgt. Lassen Sie die Spalte weg, oder bitten Sie die Administration um den Import.
imports-why-field-read-only = Die Zeile würde das Feld „{ $field }“ setzen, das Ihre Rolle Sie nur lesen lässt. Lassen Sie die Spalte weg, oder bitten Sie die Administration um den Import.
imports-why-role-unknown = Es gibt keine Rolle „{ $value }“. Berichtigen Sie den Namen, oder legen Sie die Rolle an.
imports-why-role-near = Es gibt keine Rolle „{ $value }“. Ist „{ $name }“ gemeint? Berichtigen Sie den Namen.
imports-why-role-is-permission = „{ $value }“ ist ein Recht, und Rechte werden mit Rollen vergeben. Schreiben Sie den Namen einer Rolle, die es enthält.
imports-why-roles-not-yours = Sie dürfen keine Rollen vergeben. Lassen Sie die Spalte weg, oder bitten Sie die Administration um den Import.
imports-why-role-beyond = Die Rolle „{ $value }“ gibt mehr Rechte, als Sie haben. Nehmen Sie eine andere Rolle, oder bitten Sie die Administration um den Import.
imports-why-role-default-beyond = Ohne Rolle bekäme die Person die Standardrolle „{ $name }“, die mehr Rechte gibt, als Sie haben. Schreiben Sie eine andere Rolle hinein, oder bitten Sie die Administration um den Import.
imports-why-person-beyond = Dieser Benutzer darf mehr als Sie; an ihm ändern Sie nichts. Wenden Sie sich an die Administration:
imports-why-role-of-team-seats = Die Rolle „{ $value }“ gehört zu Teamlizenzen und wird nicht vergeben. Nehmen Sie eine andere Rolle.
imports-why-role-needs-seat = Eine Teamlizenz hat eine eigene Rolle; „{ $value }“ braucht eine Vertriebslizenz. Leeren Sie die Zelle, oder wählen Sie Vertriebslizenzen.
imports-why-role-is-self = Niemand ändert die eigenen Rollen. Leeren Sie die Zelle, oder bitten Sie die Administration um den Import.
imports-gives-roles = { $count ->
   [one] Bekommt die Rolle { $roles }.
  *[other] Bekommt die Rollen { $roles }.
}
imports-why-person-outside = Dieser Benutzer gehört nicht zu dem Teil, den Sie verwalten. Wenden Sie sich an die Administration:
imports-why-edits-not-yours = Sie dürfen Benutzer, die schon da sind, nicht ändern. Überspringen Sie sie beim Import, oder wenden Sie sich an die Administration:
imports-why-newcomer-outside = Sie laden in Ihre eigenen Teams ein. Schreiben Sie eines davon in die Spalte mit dem Team.
imports-why-newcomer-unplaced = Sie laden unter Ihre Position ein, und eine Datei nennt keine Position. Laden Sie diesen Benutzer einzeln ein.
imports-why-team-outside = In das Team „{ $value }“ dürfen Sie niemanden aufnehmen. Nehmen Sie ein Team, das Sie besetzen dürfen, oder bitten Sie die Administration um den Import.
imports-why-role-not-givable = Ihre Rolle lässt Sie die Rolle „{ $value }“ nicht vergeben. Nehmen Sie eine andere Rolle, oder bitten Sie die Administration um den Import.
