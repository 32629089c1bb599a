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
moves-records-pass = Somebody else gets them
moves-records-pass-text = Next you choose who gets which of them. That can be undone.
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
