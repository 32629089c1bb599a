# Licences at a glance.

seats-lead = You buy seats, not users. A seat moves from a leaver to a successor without a new charge.
seats-in-use = In use
seats-pending-users = Pending users
seats-released-legend = Released, usable at once
seats-free-legend = Free
seats-who = Who holds a seat
seats-all-users = All users
seats-col-since = Since
seats-col-note = Note
seats-change = Number of seats
seats-bought-hint = { $taken } are in use; fewer is not possible.
seats-save = Save number of seats
seats-saved = The number of seats is saved.
seats-note-pending = Pending, link valid until { $date }
seats-note-expired = Pending, link expired on { $date }
seats-note-frozen = Suspended, still holds the seat
seats-note-unseen = { $count ->
   [one] Not signed in for { $count } day
  *[other] Not signed in for { $count } days
}
