# Licences at a glance.

seats-lead = Sie kaufen Lizenzen, keine Benutzer. Eine Lizenz geht ohne neue Kosten vom Ausscheidenden auf die Nachfolge über.
seats-in-use = Belegt
seats-who = Wer eine Lizenz belegt
seats-all-users = Alle Benutzer
seats-col-since = Seit
seats-col-note = Hinweis
seats-change = Anzahl der Lizenzen
seats-save = Anzahl speichern
