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
problem-plan-without-teams = Der Tarif dieses Kontos enthält keine Teams.
problem-plan-without-teams-detail = Teams gibt es in: { $plans }. Wer diese Installation betreibt, kann den Tarif ändern.
problem-outranked = Das ginge über Ihre eigenen Rechte hinaus.
problem-outranked-detail = Niemand vergibt Rechte, die er selbst nicht hat, oder ändert einen Benutzer mit mehr Rechten. Wenden Sie sich an die Administration Ihres Kontos.
problem-receiver-out-of-reach = Dorthin dürfen Sie keine Leads geben.
problem-receiver-out-of-reach-detail = Wählen Sie jemanden aus den Teams, die Sie leiten, oder fragen Sie die Administration.
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
problem-only-way-in = Ohne diese Angabe könnte sich dieser Benutzer nicht mehr anmelden.
problem-only-way-in-detail = Geben Sie eine andere E-Mail an, oder einen Anmeldenamen, wenn der Benutzer ein Passwort hat.
problem-too-many-aliases = Mehr als 20 weitere E-Mails hat niemand. Entfernen Sie zuerst eine.
problem-email-needed = Dieses Konto fragt bei jedem neuen Benutzer nach einer E-Mail.
problem-login-needed = Dieses Konto fragt bei jedem neuen Benutzer nach einem Anmeldenamen.
problem-name-needed = Dieses Konto fragt bei jedem neuen Benutzer nach dem Namen.
problem-phone-needed = Dieses Konto fragt bei jedem neuen Benutzer nach der Telefonnummer.
problem-job-title-needed = Dieses Konto fragt bei jedem neuen Benutzer nach der Position.
problem-gender-needed = Dieses Konto fragt bei jedem neuen Benutzer nach dem Geschlecht.
problem-team-needed = Dieses Konto fragt bei jedem neuen Benutzer nach dem Team.
problem-field-not-asked = Dieses Konto fragt bei einem neuen Benutzer nicht nach „{ $field }“.
problem-field-not-asked-detail = Lassen Sie es weg, oder ein Admin ändert die Einstellungen des Kontos.
problem-user-form-no-way-in = So könnte niemand mehr aufgenommen werden.
problem-user-form-no-way-in-detail = Fragen Sie nach der E-Mail, oder nach dem Anmeldenamen und lassen Sie Admins das erste Passwort wählen.
problem-email-taken = Ein anderer Benutzer hat diese E-Mail.
problem-email-taken-detail = Geben Sie eine andere E-Mail an oder öffnen Sie den Benutzer, der sie hat.
problem-email-of-deactivated = Diese E-Mail gehört einem deaktivierten Benutzer.
problem-email-of-deactivated-detail = Reaktivieren Sie diesen Benutzer oder geben Sie eine andere E-Mail an.
problem-email-is-alias = Diese E-Mail ist ein Alias eines anderen Benutzers.
problem-email-is-alias-detail = Geben Sie eine andere E-Mail an oder lassen Sie zuerst den Alias entfernen.
problem-email-pending = Eine Einladung an diese E-Mail steht noch aus.
problem-email-pending-detail = Senden Sie stattdessen diese Aktivierungsmail erneut.
problem-email-of-contact = Diese E-Mail gehört einem CRM-Kontakt.
problem-email-of-contact-detail = Geben Sie eine andere E-Mail an: Dieses Konto trennt Benutzer und Kontakte.
problem-login-invalid = Dieser Anmeldename ist nicht möglich.
problem-login-taken = Ein anderer Benutzer hat diesen Anmeldenamen.
problem-login-taken-detail = Nehmen Sie einen anderen Anmeldenamen.
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
problem-password-needed = Ohne E-Mail braucht dieser Benutzer ein Passwort.
problem-password-needed-detail = Legen Sie ein Passwort fest und geben Sie es selbst weiter, oder geben Sie eine E-Mail für die Aktivierung an.
problem-password-by-link = In diesem Konto wählen alle ihr Passwort selbst.
problem-password-by-link-detail = Lassen Sie das Passwort weg und geben Sie eine E-Mail für die Aktivierung an, oder ein Admin ändert die Einstellungen des Kontos.
problem-password-change-due = Dieses Passwort hat ein Admin gewählt; wählen Sie zuerst ein eigenes.
problem-password-change-due-detail = Melden Sie sich auf der Seite an, oder senden Sie das Token dieser Antwort mit dem neuen Passwort an /password/reset.
problem-password-wrong = Das bisherige Passwort stimmt nicht.
problem-link-invalid = Dieser Link ist ungültig oder wurde schon verwendet.
problem-link-invalid-detail = Fordern Sie einen neuen an: Der Link der neuesten E-Mail gilt.
problem-link-expired = Dieser Link ist abgelaufen.
problem-link-expired-detail = Bitten Sie die Administration, ihn erneut zu senden.

## Seats

problem-no-free-seat = Keine Lizenz ist frei.
problem-no-free-seat-detail = Kaufen Sie eine Lizenz oder deaktivieren Sie jemanden, der keine braucht.
problem-trial-limit = Der Test gilt für höchstens zehn Benutzer.
problem-trial-limit-detail = Der Betrieb der Installation kann die Grenze erhöhen.
problem-seats-in-use = Es sind mehr Lizenzen belegt.
problem-seats-in-use-detail = Deaktivieren Sie zuerst jemanden, dann verringern Sie die Lizenzen.
problem-seat-count-invalid = Geben Sie eine ganze Zahl von 0 bis 200.000 an.

## States of people

problem-is-owner = Der Inhaber behält Stufe und Zugang, bis jemand anderes übernimmt.
problem-is-owner-detail = Der Inhaber kann die Inhaberschaft unter „Einstellungen“ übertragen. Ist er nicht erreichbar, wenden Sie sich an den Betrieb dieser Installation.
problem-is-self = Das geht nicht für Sie selbst.
problem-is-self-detail = Bitten Sie jemand anderen aus der Administration.
problem-last-admin = Jemand muss Administrator bleiben.
problem-already-deactivated = Dieser Benutzer ist bereits deaktiviert.
problem-already-deactivated-detail = Reaktivieren Sie den Benutzer oder übergeben Sie Leads, die noch dort sind.
problem-not-deactivated = Dieser Benutzer ist nicht deaktiviert.
problem-not-deactivated-detail = Nur wer deaktiviert ist, kann reaktiviert oder entfernt werden.
problem-not-pending = Dieser Benutzer hat sich schon angemeldet.
problem-not-pending-detail = Setzen Sie das Passwort zurück, wenn die Anmeldung nicht gelingt.
problem-not-yet-active = Dieser Benutzer hat sich noch nicht angemeldet.
problem-not-yet-active-detail = Noch gibt es kein Passwort zum Zurücksetzen. Senden Sie die Aktivierungsmail erneut.
problem-not-active = Dieser Benutzer hat zurzeit keinen Zugang.
problem-not-active-detail = Geben Sie dem Benutzer zuerst wieder Zugang.
problem-no-mail-address = Dieser Benutzer hat keine E-Mail-Adresse.
problem-no-mail-address-detail = Ergänzen Sie zuerst beim Bearbeiten eine E-Mail.
problem-only-blocking = Benutzer können nicht gelöscht, nur deaktiviert werden.
problem-only-blocking-detail = Deaktivieren Sie den Benutzer: Der Verlauf bleibt, die Lizenz wird frei.
problem-level-unknown = Diese Stufe gibt es nicht.
problem-level-too-high = Sie können keine Stufe über Ihrer eigenen vergeben.
problem-level-too-high-detail = Wählen Sie eine niedrigere Stufe oder bitten Sie jemanden, der diese hat.
problem-admin-needs-seat = Zum Administrieren gehört eine Vertriebslizenz: Eine Teamlizenz enthält dafür nichts.
problem-admin-needs-seat-detail = Wechseln Sie zuerst die Lizenz: Laden Sie die Person mit einer Vertriebslizenz ein.
problem-changed-meanwhile = Das wurde inzwischen geändert.
problem-changed-meanwhile-detail = Sehen Sie sich den jetzigen Stand an und wiederholen Sie es dann.

## Leads and hand-overs

problem-heir-needed = Wählen Sie, wer die Leads bekommt.
problem-heir-not-active = Diese Person kann keine Leads besitzen.
problem-heir-not-active-detail = Wählen Sie jemanden, der in diesem Konto aktiv ist.
problem-heir-pending = Diese Person hat sich noch nicht angemeldet und kann keine Leads besitzen.
problem-heir-pending-detail = Wählen Sie jemand anderen oder warten Sie die erste Anmeldung ab. Wo Eingeladene wählbar sind, steht in den Einstellungen.
problem-heir-suspended = Diese Person ist gesperrt und kann keine Leads bekommen.
problem-heir-suspended-detail = Wählen Sie jemand anderen oder heben Sie zuerst die Sperre auf.
problem-heir-deactivated = Diese Person ist deaktiviert und kann keine Leads bekommen.
problem-heir-deactivated-detail = Wählen Sie jemand anderen oder reaktivieren Sie diese Person zuerst.
problem-heir-not-wanted = Bei dieser Wahl bekommt niemand die Leads.
problem-heir-not-wanted-detail = Lassen Sie die Person weg oder wählen Sie, die Leads zu übergeben.
problem-heir-is-leaver = Wählen Sie jemand anderen: Die Leads sind schon dort.
problem-owner-cannot-receive = Diese Person kann keine Leads besitzen.
problem-owner-cannot-receive-detail = Die Teamlizenz enthält keine Leads. Wählen Sie jemanden mit Vertriebslizenz.
problem-stage-unknown = Diese Phase gibt es nicht.
problem-value-invalid = Das ist kein Betrag.
problem-date-invalid = Das ist kein Datum.
problem-title-invalid = Geben Sie einen Titel mit höchstens 200 Zeichen an.
problem-note-invalid = Schreiben Sie eine Notiz mit höchstens 10.000 Zeichen.
problem-external-id-taken = Ein anderer Lead hat diese externe ID.
problem-not-undoable = Das lässt sich nicht rückgängig machen.
problem-already-undone = Das wurde schon rückgängig gemacht.
problem-undo-too-late = Die Frist zum Rückgängigmachen ist vorbei.
problem-undo-out-of-reach = Auf einige dieser Leads haben Sie keinen Zugriff.
problem-undo-out-of-reach-detail = Es wurde nichts rückgängig gemacht, denn zurück geht alles oder nichts. Bitten Sie die Administration darum.
problem-still-running = Das läuft noch.
problem-still-running-detail = Warten Sie, bis es fertig ist, und versuchen Sie es dann erneut.

## Account and files

problem-team-unknown = Dieses Team gibt es nicht.
problem-leader-deactivated = Ein deaktivierter Benutzer kann kein Team leiten.
problem-leader-deactivated-detail = Wählen Sie jemand anderen oder reaktivieren Sie den Benutzer zuerst.
problem-team-name-taken = Ein Team dieses Namens gibt es schon.
problem-account-address-taken = Ein anderes Konto hat diese Adresse.
problem-account-address-invalid = Nehmen Sie 2 bis 40 Kleinbuchstaben, Ziffern und Bindestriche.
problem-setup-done = Diese Installation ist bereits eingerichtet.
problem-file-unreadable = Diese Datei ist nicht lesbar.
problem-file-too-large = Diese Datei ist zu groß.
problem-mapping-invalid = Die Spalten passen nicht zusammen.
problem-import-state = Der Import ist nicht bei diesem Schritt.
problem-period-invalid = Dieser Zeitraum lässt sich nicht auswerten.
problem-period-invalid-detail = Geben Sie beide Tage an; der letzte liegt nach dem ersten, mit höchstens zehn Jahren dazwischen.
problem-role-unknown = Diese Rolle gibt es nicht.
problem-role-unknown-detail = Wählen Sie eine aus der Liste; sie kann gelöscht worden sein.
problem-role-name-invalid = Geben Sie der Rolle einen Namen von höchstens 200 Zeichen.
problem-role-name-taken = Eine Rolle mit diesem Namen gibt es schon.
problem-role-name-taken-detail = Nehmen Sie einen anderen Namen oder ändern Sie jene Rolle.
problem-role-description-invalid = Beschreiben Sie die Rolle in höchstens 500 Zeichen.
problem-role-limit = Dieses Konto hat bereits 200 Rollen.
problem-role-limit-detail = Löschen Sie zuerst eine, die niemand braucht.
problem-role-built-in = Diese Rolle gehört zum Programm.
problem-role-built-in-detail = Kopieren Sie sie und ändern Sie die Kopie.
problem-role-is-default = Das ist die Standardrolle.
problem-role-is-default-detail = Machen Sie zuerst eine andere Rolle zum Standard, dann löschen Sie diese.
problem-role-is-set = Ein Rechtepaket kann nicht die einzige Rolle sein.
problem-role-is-set-detail = Wählen Sie eine Rolle; das Paket kann zusätzlich vergeben werden.
problem-role-of-team-seats = Diese Rolle gehört zu Teamlizenzen.
problem-role-of-team-seats-detail = Alle mit Teamlizenz haben sie schon. Wählen Sie eine andere Rolle.
problem-role-needs-seat = Eine Teamlizenz hat eine eigene Rolle.
problem-role-needs-seat-detail = Andere Rollen und Pakete brauchen eine Vertriebslizenz.
problem-role-expiry-past = Dieses Ende liegt in der Vergangenheit.
problem-role-expiry-past-detail = Wählen Sie einen späteren Tag oder keinen für unbefristet.
problem-permission-unknown = Dieses Recht gibt es nicht.
problem-permission-unknown-detail = Nehmen Sie die Rechte so, wie die Liste der Rollen sie nennt.
problem-permission-owners = Dieses Recht gehört dem Inhaber.
problem-permission-owners-detail = Keine Rolle kann es geben; lassen Sie es weg.
problem-permission-without-seat = Eine Teamlizenz enthält dieses Recht nicht.
problem-permission-without-seat-detail = Lassen Sie es weg oder geben Sie den Personen eine Vertriebslizenz.
problem-extent-unknown = So weit kann es nicht reichen.
problem-extent-unknown-detail = Nehmen Sie none, own, privacy, team, subordinates oder all.
problem-extent-without-reach = Dieses Recht wird gegeben oder nicht.
problem-extent-without-reach-detail = Nehmen Sie none oder all.
problem-role-field-unknown = Dieses Feld gibt es nicht.
problem-role-field-unknown-detail = Nehmen Sie die Felder der Rollenseite; Titel, Phase und Besitzer sind immer sichtbar.
problem-field-access-unknown = Das kann man von einem Feld nicht sagen.
problem-field-access-unknown-detail = Nehmen Sie hidden, read oder edit.
problem-field-hidden = Ihre Rolle lässt Sie das Feld „{ $field }“ nicht setzen.
problem-field-hidden-detail = Nichts wurde geändert. Die Rolle „{ $role }“ verbirgt das Feld vor Ihnen. Senden Sie die Änderung ohne dieses Feld, oder bitten Sie die Administration, die Rolle zu ändern oder Ihnen ein Rechtepaket zu geben.
problem-field-read-only = Ihre Rolle lässt Sie das Feld „{ $field }“ nur lesen.
problem-field-read-only-detail = Nichts wurde geändert. Die Rolle „{ $role }“ lässt Sie das Feld nur lesen. Lassen Sie es, wie es ist, oder bitten Sie die Administration, die Rolle zu ändern oder Ihnen ein Rechtepaket zu geben.
problem-sort-hidden = Leads lassen sich nicht nach dem Feld „{ $field }“ sortieren: Ihre Rolle verbirgt es.
problem-sort-hidden-detail = Sortieren Sie nach den neuesten, oder bitten Sie die Administration, die Rolle zu ändern.
problem-dates-hidden = Zahlen eines Zeitraums würden das Feld „{ $field }“ verraten: Ihre Rolle verbirgt es.
problem-dates-hidden-detail = Lassen Sie den Zeitraum weg, oder wählen Sie „ever“: Zahlen der gesamten Zeit sehen Sie. Oder bitten Sie die Administration, die Rolle zu ändern.
problem-outside-part = Dieser Benutzer gehört nicht zu dem Teil, den Sie verwalten.
problem-outside-part-detail = { $part ->
    [team] Sie verwalten die Personen Ihrer Teams. Wenden Sie sich an die Administration Ihres Kontos oder an jemanden, der alle Benutzer verwaltet.
    [subordinates] Sie verwalten die Personen unter Ihrer Position. Wenden Sie sich an die Administration Ihres Kontos oder an jemanden, der alle Benutzer verwaltet.
    [both] Sie verwalten die Personen Ihrer Teams und die unter Ihrer Position. Wenden Sie sich an die Administration Ihres Kontos oder an jemanden, der alle Benutzer verwaltet.
   *[other] Sie verwalten einen Teil der Benutzer. Wenden Sie sich an die Administration Ihres Kontos oder an jemanden, der alle Benutzer verwaltet.
}
problem-team-outside-part = In dieses Team dürfen Sie niemanden aufnehmen.
problem-team-outside-part-detail = Sie laden in Ihre eigenen Teams ein. Wählen Sie eines davon.
problem-newcomer-needs-team = Wählen Sie eines Ihrer Teams.
problem-newcomer-needs-team-detail = Sie laden in Ihre eigenen Teams ein; ein neuer Benutzer braucht daher eines davon.
problem-newcomer-needs-position = Wählen Sie eine Position unter Ihrer.
problem-newcomer-needs-position-detail = Sie laden unter Ihre Position ein; ein neuer Benutzer braucht daher eine Position dort.
problem-role-not-givable = Ihre Rolle lässt Sie diese Rolle weder vergeben noch entziehen.
problem-role-not-givable-detail = Wählen Sie eine Rolle aus der Liste, oder wenden Sie sich an die Administration Ihres Kontos.
problem-givable-role-unknown = Es gibt keine Rolle „{ $name }“, die vergeben werden könnte.
problem-givable-role-unknown-detail = Nennen Sie Rollen und Berechtigungssätze mit ihrem Schlüssel; die Rolle der Team-Plätze kommt mit dem Platz.
problem-extent-of-people = Dieses Recht reicht zu Benutzern: zu allen oder zu einem Teil.
problem-extent-of-people-detail = Nehmen Sie none, team, subordinates oder all.
problem-role-begins-late = Der erste Tag liegt nicht vor dem letzten.
problem-role-begins-late-detail = Wählen Sie einen früheren ersten oder einen späteren letzten Tag.
