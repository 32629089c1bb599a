# Teams: the list, one team, and membership.

teams-lead = Who works together, and who leads.
teams-none-title = No teams yet
teams-none-text = A team gathers people who work together. Create the teams first, then add the people.
teams-col-team = Team
teams-col-lead = Led by
teams-col-members = Members
teams-nobody-leads = Nobody
teams-new = New team
teams-name = Name of the team
teams-create = Create team
teams-created = The team { $name } is created.
teams-saved = The team is saved.
teams-members = Members
teams-members-count = { $count ->
   [one] { $count } member
  *[other] { $count } members
}
teams-no-members = Nobody belongs to this team
teams-no-members-text = Add people one by one, or choose the team for a new user.
teams-leads = Leads the team
teams-lead-on = Make leader
teams-lead-off = No longer leader
teams-remove = Remove
teams-leave = Take out of the team
teams-leave-title = Take { $name } out of { $team }
teams-leave-what = { $name } no longer belongs to { $team }. Leads, seat and sign-in stay as they are.
teams-leave-leads = { $name } leads this team and stops doing so.
teams-leave-button = Take out of the team
teams-add = Add people
teams-find = Name or e-mail
teams-add-one = Add
teams-nobody-to-add = Nobody found who is not in the team.
teams-rename = Name
teams-rename-save = Save name
teams-in-none = In no team.
teams-join = Add to a team
teams-join-button = Add to the team
