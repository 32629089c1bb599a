# Leads: board, table, one lead, notes, the unassigned.

leads-new = Neuer Lead
leads-views = Tafel oder Tabelle
leads-board = Tafel
leads-table = Tabelle
leads-search = Lead suchen
leads-filter-owner = Besitzer
leads-filter-stage = Phase
leads-owner-me = Ich
leads-owner-everyone = Alle
leads-owner-one = Eine Person
leads-owner-search = Besitzer nach Namen
leads-show = Anzeigen
leads-owner-left = Besitzer ausgeschieden
leads-owner = Besitzer
leads-column-empty = Keine Leads hier
leads-more = { $count ->
   [one] { $count } weiteren zeigen
  *[other] { $count } weitere zeigen
}
leads-more-many = Mehr zeigen
leads-menu = Aktionen für { $title }
leads-move-to = Verschieben nach
leads-open = Lead öffnen
leads-col-lead = Lead
leads-col-stage = Phase
leads-col-value = Wert
leads-col-owner = Besitzer
leads-col-closed = Abgeschlossen
leads-caption = { $count ->
   [one] { $count } Lead gefunden
  *[other] { $count } Leads gefunden
}
leads-none-title = Keine Leads
leads-none-text = Nichts passt zu diesen Filtern.
leads-empty-text = Legen Sie den ersten Lead an oder importieren Sie eine Datei.
leads-count-many = { $count }+
leads-edit = Bearbeiten
leads-edit-title = Lead bearbeiten
leads-title = Titel
leads-value = Wert
leads-value-hint = In { $currency }.
leads-contact-name = Kontakt
leads-contact-email = E-Mail des Kontakts
leads-next-step = Nächster Schritt
leads-next-step-on = Fällig
leads-opened = Eröffnet
leads-created = Angelegt
leads-external = Externe ID
leads-facts = Angaben
leads-notes = Notizen
leads-notes-none = Noch keine Notizen.
leads-notes-older = Ältere Notizen
leads-note = Notiz
leads-note-add = Notiz hinzufügen
leads-note-added = Notiz hinzugefügt.
leads-history-none = Noch keine Änderungen.
leads-assign = Zuweisen
leads-assigned = Zugewiesen an { $name }
leads-assigned-many = { $count ->
   [one] { $count } Lead. Rückgängig auch im Änderungsprotokoll.
  *[other] { $count } Leads. Rückgängig auch im Änderungsprotokoll.
}
leads-move = Verschieben
leads-moved = Verschoben nach { $stage }.
leads-save = Lead speichern
leads-saved = Lead gespeichert.
leads-overdue = { $count ->
   [one] { $count } Tag überfällig
  *[other] { $count } Tage überfällig
}
lead-event-owner = Besitzer: { $before } → { $after }
lead-event-change = { $field }: { $before } → { $after }
stage-new = Neu
stage-prospecting = Kontaktaufnahme
stage-engaging = Im Gespräch
stage-won = Gewonnen
stage-lost = Verloren
stage-cancelled = Abgebrochen
unassigned-lead = Leads ohne Besitzer. Verteilen Sie sie einzeln oder mehrere auf einmal.
unassigned-col-from = Herkunft
unassigned-col-assign = Zuweisen an
unassigned-assign-selected = Ausgewählte zuweisen
unassigned-from-left = { $name }, am { $date }
unassigned-from-new = Ohne Besitzer angelegt
unassigned-none-title = Alles hat einen Besitzer
unassigned-none-text = Leads, die ihren Besitzer verlieren, warten hier.
unassigned-nothing-chosen = Haken Sie mindestens einen Lead an und wählen Sie eine Person.
leads-assign-to = Zuweisen …
leads-bulk = Ausgewählte Leads
leads-bulk-count = { $count ->
   [one] { $count } Lead ausgewählt
  *[other] { $count } Leads ausgewählt
}
leads-left-when = Gegangen: { $when }
leads-field-read-only = Nur zu lesen, durch die Rolle { $role }.
lead-event-more = Weitere Felder geändert, die Ihre Rolle verbirgt
