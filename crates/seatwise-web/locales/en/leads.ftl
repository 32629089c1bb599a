# Leads: board, table, one lead, notes, the unassigned.

leads-new = New lead
leads-views = Board or table
leads-board = Board
leads-table = Table
leads-search = Find a lead
leads-filter-owner = Owner
leads-filter-stage = Stage
leads-owner-me = Me
leads-owner-everyone = Everyone
leads-owner-one = One person
leads-owner-search = Owner by name
leads-show = Show them
leads-owner-left = Owner left
leads-owner = Owner
leads-column-empty = No leads here
leads-more = { $count ->
   [one] Show { $count } more
  *[other] Show { $count } more
}
leads-more-many = Show more
leads-menu = Actions for { $title }
leads-move-to = Move to
leads-open = Open lead
leads-col-lead = Lead
leads-col-stage = Stage
leads-col-value = Value
leads-col-owner = Owner
leads-col-closed = Closed
leads-caption = { $count ->
   [one] { $count } lead found
  *[other] { $count } leads found
}
leads-none-title = No leads
leads-none-text = Nothing fits these filters.
leads-empty-text = Add the first lead, or import a file.
leads-count-many = { $count }+
leads-edit = Edit
leads-edit-title = Edit lead
leads-title = Title
leads-value = Value
leads-value-hint = In { $currency }.
leads-contact-name = Contact
leads-contact-email = E-mail of the contact
leads-next-step = Next step
leads-next-step-on = Due
leads-opened = Opened
leads-created = Created
leads-external = External ID
leads-facts = Details
leads-notes = Notes
leads-notes-none = No notes yet.
leads-notes-older = Older notes
leads-note = Note
leads-note-add = Add note
leads-note-added = Note added.
leads-history-none = No changes yet.
leads-assign = Assign
leads-assigned = Assigned to { $name }
leads-assigned-many = { $count ->
   [one] { $count } lead. You can also undo in the audit log.
  *[other] { $count } leads. You can also undo in the audit log.
}
leads-move = Move
leads-moved = Moved to { $stage }.
leads-save = Save lead
leads-saved = Lead saved.
leads-overdue = { $count ->
   [one] Overdue { $count } day
  *[other] Overdue { $count } days
}
lead-event-owner = Owner: { $before } → { $after }
lead-event-change = { $field }: { $before } → { $after }
stage-new = New
stage-prospecting = Prospecting
stage-engaging = Engaging
stage-won = Won
stage-lost = Lost
stage-cancelled = Cancelled
unassigned-lead = Leads without an owner. Give them out one by one or several at once.
unassigned-col-from = Came from
unassigned-col-assign = Assign to
unassigned-assign-selected = Assign selected
unassigned-from-left = { $name }, on { $date }
unassigned-from-new = Entered without an owner
unassigned-none-title = Everything has an owner
unassigned-none-text = Leads that lose their owner wait here.
unassigned-nothing-chosen = Tick at least one lead and choose a person.
leads-assign-to = Assign to…
leads-bulk = Selected leads
leads-bulk-count = { $count ->
   [one] { $count } lead selected
  *[other] { $count } leads selected
}
leads-left-when = Left { $when }
leads-field-read-only = Only to read, by the role { $role }.
lead-event-more = Further fields changed that your role hides
