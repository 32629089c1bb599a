# Positions: the tree, one position, and who holds it.

nav-positions = Positionen
positions-lead = Wer höher steht, sieht, was die Personen darunter besitzen, solange das Konto das zulässt. Ziehen Sie eine Position auf eine andere, oder öffnen Sie sie und wählen Sie den Platz.
positions-none-title = Noch keine Positionen
positions-none-text = Beginnen Sie mit der höchsten, dann folgen die darunter.
positions-name = Name der Position
positions-below-which = Unter
positions-top = Ganz oben
positions-new = Neue Position
positions-new-below = Neue Position darunter
positions-create = Position anlegen
positions-created = Die Position { $name } ist angelegt.
positions-saved = Die Position ist gespeichert.
positions-moved = { $name } ist verschoben.
positions-removed = Die Position { $name } ist entfernt.
positions-drop-top = Hier ablegen, um sie ganz nach oben zu verschieben
positions-holders-count = { $count ->
   [one] { $count } Person
  *[other] { $count } Personen
}
positions-below-count = { $count ->
   [one] { $count } Person darunter
  *[other] { $count } Personen darunter
}
positions-holders = Inhaber
positions-no-holders = Niemand hat diese Position
positions-no-holders-text = Nehmen Sie hier Personen auf, oder wählen Sie die Position auf der Seite der Person.
positions-take-off = Abziehen
positions-nobody-to-add = Niemand gefunden, der sie nicht schon hat.
positions-is-below = Unter { $name }
positions-is-top = Ganz oben
positions-move = Verschieben
positions-move-to = Neuer Platz
positions-move-from = Bisheriger Platz
positions-move-check = Änderungen ansehen
positions-move-title = { $name } verschieben?
positions-remove = Position entfernen
positions-remove-title = Die Position { $name } entfernen?
positions-remove-up = Inhaber und alles darunter rücken zu { $name } auf.
positions-remove-top = Was darunter ist, rückt nach ganz oben; die Inhaber haben danach keine Position.
positions-directly-below = Positionen direkt darunter
positions-sight = Wer was sieht
positions-sight-off = Nichts ändert sich: Vorgesetzte sehen in diesem Konto nicht, was darunter ist.
positions-sight-gain = Personen, die mehr sehen
positions-sight-lose = Personen, die weniger sehen
positions-sight-of = Personen, um deren Leads es geht
positions-hold-none = Keine Position
positions-hold-save = Position speichern
user-position = Position
field-position = Position
field-position-above = Position darüber
field-up-to = Aufgerückt zu
field-holders = Aufgerückte Inhaber
field-positions-below = Aufgerückte Positionen
field-sight-gained = Personen, die mehr sehen
field-sight-lost = Personen, die weniger sehen
event-position-created = Position { $subject } angelegt
event-position-renamed = Position { $subject } umbenannt
event-position-moved = Position { $subject } verschoben
event-position-removed = Position { $subject } entfernt
event-user-position-changed = Position von { $subject } geändert
problem-position-name-taken = Es gibt schon eine Position dieses Namens.
problem-position-name-taken-detail = Wählen Sie einen anderen Namen.
problem-position-unknown = Diese Position gibt es nicht.
problem-position-unknown-detail = Wählen Sie eine aus dem Baum.
problem-position-cycle = Eine Position kann nicht unter sich selbst stehen.
problem-position-cycle-detail = Wählen Sie einen Platz außerhalb, oder verschieben Sie zuerst, was darunter ist.
problem-positions-full = Es gibt schon 2.000 Positionen.
problem-positions-full-detail = Entfernen Sie zuerst einige; mehrere Personen können dieselbe haben.
api-tag-positions = Positionen
api-op-listPositions = Den Baum der Positionen auflisten
api-op-createPosition = Eine Position anlegen
api-op-renamePosition = Eine Position umbenennen
api-op-previewPositionMove = Ansehen, was das Verschieben einer Position bewirkt
api-op-movePosition = Eine Position verschieben
api-op-previewPositionRemoval = Ansehen, was das Entfernen einer Position bewirkt
api-op-removePosition = Eine Position entfernen
api-op-setPosition = Einem Benutzer eine Position geben oder keine
