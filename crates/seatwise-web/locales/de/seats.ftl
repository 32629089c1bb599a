# Licences at a glance.

seats-lead = Sie kaufen Lizenzen, keine Benutzer. Eine Lizenz geht ohne neue Kosten vom Ausscheidenden auf die Nachfolge über.
seats-in-use = Belegt
seats-pending-users = Ausstehende Benutzer
seats-released-legend = Freigegeben, sofort nutzbar
seats-free-legend = Frei
seats-who = Wer eine Lizenz belegt
seats-all-users = Alle Benutzer
seats-col-since = Seit
seats-col-note = Hinweis
seats-change = Anzahl der Lizenzen
seats-bought-hint = { $taken } sind belegt; weniger ist nicht möglich.
seats-save = Anzahl speichern
seats-saved = Die Anzahl der Lizenzen ist gespeichert.
seats-note-pending = Ausstehend, Link gilt bis { $date }
seats-note-expired = Ausstehend, Link abgelaufen am { $date }
seats-note-frozen = Gesperrt, belegt die Lizenz weiter
seats-note-unseen = { $count ->
   [one] Seit { $count } Tag nicht angemeldet
  *[other] Seit { $count } Tagen nicht angemeldet
}
