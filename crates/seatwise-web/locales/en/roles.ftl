# Roles and access: the matrix, one role, and who holds what.

roles-lead = What each role may do, and how far it reaches. Select a role to change it.
roles-new = New role
roles-new-set = New permission set
roles-new-lead = Says what its people may do. Nobody has it until you give it.
roles-new-set-lead = Adds to what roles give, if you like for a time only. It never takes anything away.
roles-matrix = Permissions of all roles
roles-permission = Permission
roles-only-differences = Only differences
roles-show-all = Show all permissions
roles-system = System
roles-custom = Custom
roles-team-seat = Team seat
roles-team-manager = Team manager
roles-people = { $count ->
   [one] { $count } user
  *[other] { $count } users
}
roles-permissions = { $count ->
   [one] { $count } permission
  *[other] { $count } permissions
}
roles-legend-all = everything
roles-legend-team = own teams
roles-legend-own = own records
roles-legend-privacy = by the privacy setting
roles-legend-below = own and below
roles-limited = limited by the seat
roles-area-records = Leads
roles-area-data = Data
roles-area-people = Users
roles-area-access = Access
roles-area-account = Account
extent-none = No
extent-own = Own
extent-privacy = Privacy
extent-team = Team
extent-subordinates = Below
extent-all = All
field-access-hidden = Hidden
field-access-read = Read
field-access-edit = Edit
field-access-nothing = Nothing
roles-sets = Permission sets
roles-sets-text = They add to roles, also for a time.
roles-sets-none = There is no permission set yet.
roles-privacy = Privacy between users
roles-privacy-save = Save privacy
role-sales = Sales
role-team-user = Team user
role-about-sales = What a salesperson does. It comes with the program.
role-about-team-user = Everybody on a team seat has it, and nobody else.
roles-kind-role = Role
roles-kind-set = Permission set
roles-default = Default role
roles-fixed = This role stays as it is.
roles-fixed-text = Copy it and change the copy.
roles-copy = Copy
roles-copy-of = { $name } (copy)
roles-make-default = Make default
roles-delete = Delete
roles-basics = Name and purpose
roles-name = Name of the role
roles-description = What it is for
roles-create = Create
roles-fields = Fields of leads
roles-fields-text = What people with this role do with a field of the leads that they see.
roles-fields-set-text = Lifts what roles hide or let only read. “Nothing” leaves the field to the roles.
roles-members = Members
roles-members-none = Nobody has it. Give it on the page of a user.
roles-created = { $name } is created.
roles-saved = The role is saved.
roles-deleted = { $name } is deleted.
roles-given = The role is given.
roles-taken = The role is taken away.
roles-effect = Who gains, who loses
roles-effect-nobody = Nobody gains or loses anything by this.
roles-effect-gain = { $count ->
   [one] { $count } person gains.
  *[other] { $count } people gain.
}
roles-effect-lose = { $count ->
   [one] { $count } person loses.
  *[other] { $count } people lose.
}
roles-effect-more = The first { $shown } are shown; the numbers count all.
roles-delete-title = Delete { $name }?
roles-delete-lead = { $count ->
   [one] { $count } user has it. Whoever has no other role gets the default role.
  *[other] { $count } users have it. Whoever has no other role gets the default role.
}
roles-default-title = Make { $name } the default role?
roles-default-lead = { $count ->
   [one] Newcomers and everybody without a role of their own get it; { $count } user has it now.
  *[other] Newcomers and everybody without a role of their own get it; { $count } users have it now.
}
roles-by-default = By default
roles-until = Until { $date }
roles-until-field = Last day
roles-until-hint = Without a day it is given for good.
roles-admin-note = Admins may do everything; roles count if they are one no longer.
roles-seat-note = A team seat has this role and no other.
roles-holds-none = No role.
roles-give = Give a role
roles-give-button = Give
roles-take = Take a role away
roles-take-button = Take away
roles-many-title = { $count ->
   [one] Give a role to { $count } user
  *[other] Give a role to { $count } users
}
roles-many-left = Left out, since a team seat has a role of its own: { $names }
roles-many-more = and { $count } more
roles-given-many = { $count ->
   [one] The role is given to { $count } user.
  *[other] The role is given to { $count } users.
}
users-bulk-role = Give a role
problem-nobody-chosen = Nobody was chosen
problem-nobody-chosen-detail = Tick at least one user in the list, then choose what to do.
roles-givable = Roles that may be given
roles-givable-text = Counts where this role gives roles. Nobody gives rights that they do not have, whatever is chosen here.
roles-givable-any = Any role
roles-givable-any-text = All roles and permission sets that their own rights cover.
roles-givable-listed = Only these roles
roles-givable-listed-text = Nothing ticked means no role at all. A deleted role drops out of the list.
roles-givable-none = no role
roles-givable-count = { $count ->
    [one] { $count } role
   *[other] { $count } roles
}
extent-both = Team and below
roles-from = From { $date }
roles-between = From { $from } until { $until }
roles-from-field = First day
roles-from-hint = Without a day it counts at once.
roles-later = Later
roles-not-yet = Not yet in force
roles-check-lead = What it does on { $date }, the day on which it begins. Whoever has it already has it no more until then. Nothing is saved yet.
