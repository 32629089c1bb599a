# Positions: the tree, one position, and who holds it.

nav-positions = Positions
positions-lead = Who stands higher sees what the people below own, as long as the account has that on. Drag a position onto another to move it, or open it and choose its place.
positions-none-title = No positions yet
positions-none-text = Begin with the highest one, then add those below it.
positions-name = Name of the position
positions-below-which = Below
positions-top = At the top
positions-new = New position
positions-new-below = New position below
positions-create = Create position
positions-created = The position { $name } is created.
positions-saved = The position is saved.
positions-moved = { $name } has moved.
positions-removed = The position { $name } is removed.
positions-drop-top = Drop here to move it to the top
positions-holders-count = { $count ->
   [one] { $count } holder
  *[other] { $count } holders
}
positions-below-count = { $count ->
   [one] { $count } person below
  *[other] { $count } people below
}
positions-holders = Held by
positions-no-holders = Nobody holds this position
positions-no-holders-text = Add people here, or choose the position on a person’s page.
positions-take-off = Take off
positions-nobody-to-add = Nobody found who does not hold it.
positions-is-below = Below { $name }
positions-is-top = At the top
positions-move = Move
positions-move-to = New place
positions-move-from = Place until now
positions-move-check = See what changes
positions-move-title = Move { $name }?
positions-remove = Remove position
positions-remove-title = Remove the position { $name }?
positions-remove-up = Who holds it and what is below it moves up to { $name }.
positions-remove-top = What is below it moves to the top; who holds it has no position afterwards.
positions-directly-below = Positions directly below
positions-sight = Who sees what
positions-sight-off = Nothing changes: superiors do not see what is below in this account.
positions-sight-gain = People who see more
positions-sight-lose = People who see less
positions-sight-of = People whose leads that concerns
positions-hold-none = No position
positions-hold-save = Save position
user-position = Position
field-position = Position
field-position-above = Position above
field-up-to = Moved up to
field-holders = Holders who moved
field-positions-below = Positions that moved
field-sight-gained = People who see more
field-sight-lost = People who see less
event-position-created = Created the position { $subject }
event-position-renamed = Renamed the position { $subject }
event-position-moved = Moved the position { $subject }
event-position-removed = Removed the position { $subject }
event-user-position-changed = Changed the position of { $subject }
problem-position-name-taken = There is a position of this name.
problem-position-name-taken-detail = Choose another name.
problem-position-unknown = There is no such position.
problem-position-unknown-detail = Choose one from the tree.
problem-position-cycle = A position cannot go below itself.
problem-position-cycle-detail = Choose a place outside of what is below it, or move that first.
problem-positions-full = There are 2,000 positions already.
problem-positions-full-detail = Remove some first; several people can hold the same one.
api-tag-positions = Positions
api-op-listPositions = List the tree of positions
api-op-createPosition = Create a position
api-op-renamePosition = Rename a position
api-op-previewPositionMove = See what moving a position would do
api-op-movePosition = Move a position
api-op-previewPositionRemoval = See what removing a position would do
api-op-removePosition = Remove a position
api-op-setPosition = Give a user a position, or none
