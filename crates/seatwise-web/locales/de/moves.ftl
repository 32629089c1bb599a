# Jemand wechselt: wohin, was bleibt, was das bewirkt.

moves-menu = In ein anderes Team versetzen …
moves-title = Versetzen
moves-form-title = { $name } versetzen
moves-where = Wohin
moves-team = Kommt in das Team
moves-no-team = Kein anderes Team
moves-leads = Leitet es
moves-position-stays = Behält die jetzige Position
moves-stays = Was bleibt
moves-stays-text = Nehmen Sie den Haken weg, wo etwas mit dem Wechsel endet. Sonst ändert sich nichts.
moves-stay-team = Bleibt Mitglied von { $team }
moves-stay-leads = Leitet { $team } weiterhin
moves-stay-role = Behält { $role }
moves-stay-group = Bleibt in der Gruppe { $group }
moves-records = Bisherige Datensätze
moves-records-keep = Sie bleiben
moves-records-keep-text = Wer wechselt, nimmt die Datensätze mit.
moves-check = Auswirkungen ansehen
moves-check-title = Prüfen, was sich für { $name } ändert
moves-check-lead = Noch ist nichts gespeichert.
moves-done = { $name } ist versetzt.
settings-check = Prüfen, was die Einstellungen ändern
effect-leads-gain = { $count ->
   [one] Sieht { $count } Lead mehr
  *[other] Sieht { $count } Leads mehr
}
effect-leads-lose = { $count ->
   [one] Sieht { $count } Lead nicht mehr
  *[other] Sieht { $count } Leads nicht mehr
}
effect-beyond = { $count ->
   [one] { $count } weitere Person kann betroffen sein und wurde nicht geprüft.
  *[other] { $count } weitere Personen können betroffen sein und wurden nicht geprüft.
}
problem-move-nothing = Der Wechsel ändert nichts
problem-move-nothing-detail = Wählen Sie ein Team oder eine Position, oder nehmen Sie den Haken bei etwas weg, das endet.
api-op-previewUserMove = Ansehen, was das Versetzen eines Benutzers bewirkt
api-op-moveUser = Einen Benutzer in ein anderes Team oder auf eine andere Position versetzen
api-op-previewAccountEdit = Ansehen, was eine Änderung des Kontos bewirkt
moves-records-open = Jemand anderes bekommt die offenen Leads
moves-records-open-text = Gewonnene, verlorene und abgebrochene bleiben beim Namen, und damit auch die Zahlen.
moves-records-all = Jemand anderes bekommt alle Leads
moves-records-all-text = Auch gewonnene, verlorene und abgebrochene.
moves-records-go = Wechseln den Besitzer
moves-to-unassigned = Noch niemand: zu den nicht zugewiesenen Leads
moves-done-text = Rückgängig auch im Änderungsprotokoll.
moves-undo = Wechsel rückgängig machen
moves-undo-title = Wechsel von { $name } rückgängig machen
moves-undo-lead = Vorgenommen von { $name }, { $date }. Noch ist nichts zurückgenommen.
moves-undo-note = Sie können diesen Wechsel bis { $date } rückgängig machen.
moves-undo-note-text = Zurück geht, was seither niemand geändert hat; was bleibt, sehen Sie vorher.
moves-undone = Der Wechsel von { $name } ist rückgängig gemacht.
moves-undone-note = Dieser Wechsel wurde rückgängig gemacht.
moves-stays-touched = Bleibt, wie es ist: Seither hat es jemand geändert.
moves-stays-gone = Bleibt, wie es ist: Das gibt es nicht mehr.
moves-stays-ended = Bleibt, wie es ist: Die Zeit dafür ist vorbei.
moves-stays-not-now = Bleibt, wie es ist: Mit dem jetzigen Status oder der jetzigen Lizenz geht es nicht.
moves-stays-elsewhere = Bleibt, wie es ist: Der Benutzer ist jetzt in einer anderen Sichtbarkeitsgruppe.
moves-piece-team = Team { $name }
moves-piece-position = Position { $name }
moves-piece-group = Gruppe { $name }
moves-piece-role = Rolle { $name }
moves-back-leads = { $count ->
   [one] { $count } Lead geht zurück.
  *[other] { $count } Leads gehen zurück.
}
moves-back-leads-stay = { $count ->
   [one] { $count } bleibt, weil ihn seither jemand geändert hat.
  *[other] { $count } bleiben, weil sie seither jemand geändert hat.
}
moves-back-leads-undone = Sie bleiben: Die Übergabe wurde schon für sich rückgängig gemacht.
field-move = Wechsel
field-hand-over-id = Übergabe
field-stays = Bleibt, wie es ist
event-user-moved = { $subject } versetzt
event-user-move-undone = Wechsel von { $subject } rückgängig gemacht
problem-move-undo-nothing = Von diesem Wechsel lässt sich nichts zurücknehmen.
problem-move-undo-nothing-detail = Alles wurde seither geändert oder gibt es nicht mehr. Nehmen Sie stattdessen einen neuen Wechsel vor.
api-op-getMove = Einen Wechsel ansehen
api-op-undoMove = Einen Wechsel rückgängig machen
