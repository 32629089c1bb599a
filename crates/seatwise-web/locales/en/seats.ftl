# Licences at a glance.

seats-lead = You buy seats, not users. A seat moves from a leaver to a successor without a new charge.
seats-in-use = In use
seats-who = Who holds a seat
seats-all-users = All users
seats-col-since = Since
seats-col-note = Note
seats-change = Number of seats
seats-save = Save number of seats
