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
moves-records-pass = Jemand anderes bekommt sie
moves-records-pass-text = Als Nächstes wählen Sie, wer welche bekommt. Das lässt sich rückgängig machen.
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
