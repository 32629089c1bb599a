# Somebody moves: where to, what stays, what it does.

moves-menu = Move to another team…
moves-title = Move
moves-form-title = Move { $name }
moves-where = Where to
moves-team = Joins the team
moves-no-team = No other team
moves-leads = Leads it
moves-position-stays = Stays on the present position
moves-stays = What stays
moves-stays-text = Take the tick away from whatever ends with the move. Nothing else is touched.
moves-stay-team = Stays a member of { $team }
moves-stay-leads = Goes on leading { $team }
moves-stay-role = Keeps { $role }
moves-stay-group = Stays in the group { $group }
moves-records = Records until now
moves-records-keep = They stay
moves-records-keep-text = Whoever moves takes the records along.
moves-check = See what changes
moves-check-title = Check what changes for { $name }
moves-check-lead = Nothing is saved yet.
moves-done = { $name } has moved.
settings-check = Check what the settings change
effect-leads-gain = { $count ->
   [one] Sees { $count } more lead
  *[other] Sees { $count } more leads
}
effect-leads-lose = { $count ->
   [one] No longer sees { $count } lead
  *[other] No longer sees { $count } leads
}
effect-beyond = { $count ->
   [one] { $count } more person may be concerned and was not looked at.
  *[other] { $count } more people may be concerned and were not looked at.
}
problem-move-nothing = The move changes nothing
problem-move-nothing-detail = Choose a team or position, or take the tick away from something that ends.
api-op-previewUserMove = See what moving a user would do
api-op-moveUser = Move a user to another team or position
api-op-previewAccountEdit = See what changing the account would do
moves-records-open = The open leads go to somebody else
moves-records-open-text = Won, lost and cancelled ones stay with the name, and so do the figures.
moves-records-all = All leads go to somebody else
moves-records-all-text = Won, lost and cancelled ones, too.
moves-records-go = Change hands
moves-to-unassigned = Nobody yet: to the unassigned leads
moves-done-text = You can also undo this in the audit log.
moves-undo = Undo the move
moves-undo-title = Undo the move of { $name }
moves-undo-lead = Made by { $name }, { $date }. Nothing is undone yet.
moves-undo-note = You can undo this move until { $date }.
moves-undo-note-text = Undo puts back what nobody has changed since; you see first what stays.
moves-undone = The move of { $name } is undone.
moves-undone-note = This move was undone.
moves-stays-touched = Stays as it is: somebody changed it since.
moves-stays-gone = Stays as it is: it no longer exists.
moves-stays-ended = Stays as it is: its time is over.
moves-stays-not-now = Stays as it is: not possible with the user's status or seat now.
moves-stays-elsewhere = Stays as it is: the user is in another visibility group now.
moves-piece-team = Team { $name }
moves-piece-position = Position { $name }
moves-piece-group = Group { $name }
moves-piece-role = Role { $name }
moves-back-leads = { $count ->
   [one] { $count } lead goes back.
  *[other] { $count } leads go back.
}
moves-back-leads-stay = { $count ->
   [one] { $count } stays because somebody changed it since.
  *[other] { $count } stay because somebody changed them since.
}
moves-back-leads-undone = They stay: the hand-over was undone by itself before.
field-move = Move
field-hand-over-id = Hand-over
field-stays = Stays as it is
event-user-moved = Moved { $subject }
event-user-move-undone = Undid the move of { $subject }
problem-move-undo-nothing = Nothing of this move can go back.
problem-move-undo-nothing-detail = Everything was changed since or no longer exists. Make a new move instead.
api-op-getMove = See a move
api-op-undoMove = Undo a move
