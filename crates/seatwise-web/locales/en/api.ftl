# The readable page of the API, exported files, and refusals of single fields.

api-title = API
api-about = People, seats and leads of one account, as JSON. The document below is what the server checks each call against.
api-how = How it works
api-how-token = Sign each call with a personal token:
api-how-pages = Lists come in pages:
api-how-key = A repeated call is done once if it carries the same header:
api-how-patch = A field that is left out stays as it is; null empties it; an unknown field is refused.
api-how-errors = A refusal says what happened and what to do, in your language:
api-chapters = Chapters
api-needs = Needs the permission
api-required = required
api-problems = Why something is refused
api-problems-about = Each refusal has a code that never changes. Programs read the code, people the sentence.

api-tag-account = The account and its settings
api-tag-audit = The audit log
api-tag-hand-overs = Hand-overs and the way back
api-tag-imports = Imports of users and leads
api-tag-invitations = Invitations
api-tag-leads = Leads
api-tag-licences = Seats
api-tag-mails = Mails that wait, went out or failed
api-tag-me = Your own profile
api-tag-password = Forgotten passwords
api-tag-session = Signing in and out
api-tag-teams = Teams
api-tag-tokens = API tokens
api-tag-users = Users

api-op-signIn = Sign in with a password
api-op-getSession = See who is signed in
api-op-signOut = Sign out
api-op-getMe = See your own profile
api-op-editMe = Change your own profile
api-op-listAliases = List your further e-mails
api-op-addAlias = Add a further e-mail
api-op-removeAlias = Remove a further e-mail
api-op-changePassword = Change your own password
api-op-listSessions = List your signed-in devices
api-op-endOtherSessions = Sign out all other devices
api-op-endSession = Sign out one device
api-op-listTokens = List your API tokens
api-op-createToken = Create an API token
api-op-revokeToken = Revoke an API token
api-op-forgotPassword = Ask for a link to choose a new password
api-op-resetPassword = Choose a new password with a link
api-op-listUsers = List users
api-op-createUser = Add a user
api-op-exportUsersCsv = Export users as CSV
api-op-exportUsersXlsx = Export users as a workbook
api-op-countUsers = Count users by status
api-op-getUser = See a user
api-op-editUser = Change a user
api-op-deactivateUser = Deactivate a user
api-op-previewDeactivation = See what deactivating a user would do
api-op-reactivateUser = Reactivate a user
api-op-handOver = Hand over the leads of a user
api-op-listHandOvers = List the hand-overs of a user
api-op-resendActivation = Send the activation mail of a user again
api-op-resendActivations = Send activation mails again
api-op-removeUser = Remove somebody who has left for good
api-op-cancelInvitation = Cancel an invitation
api-op-resetUserPassword = Reset the password of a user
api-op-endUserSessions = Sign a user out everywhere
api-op-listPermissions = Tell what a user may do, and why
api-op-getPicture = See the picture of a user
api-op-setPicture = Set the picture of a user
api-op-removePicture = Remove the picture of a user
api-op-invite = Invite a user by e-mail alone
api-op-showInvitation = See an invitation
api-op-acceptInvitation = Accept an invitation
api-op-getHandOver = See a hand-over
api-op-listKeptLeads = List the leads that an undo leaves
api-op-undoHandOver = Undo a hand-over
api-op-resumeHandOver = Go on with a hand-over that stopped
api-op-getLicences = See the seats
api-op-setLicences = Set the number of seats
api-op-listTeams = List teams
api-op-createTeam = Create a team
api-op-renameTeam = Rename a team
api-op-setTeamMember = Add a user to a team
api-op-removeTeamMember = Take a user out of a team
api-op-listLeads = List leads
api-op-createLead = Create a lead
api-op-exportLeadsCsv = Export leads as CSV
api-op-exportLeadsXlsx = Export leads as a workbook
api-op-getBoard = See the leads by stage
api-op-listStages = List the stages
api-op-assignLeads = Assign many leads
api-op-getLead = See a lead
api-op-editLead = Change a lead
api-op-assignLead = Assign a lead
api-op-listNotes = List the notes of a lead
api-op-addNote = Add a note to a lead
api-op-listHistory = List what happened to a lead
api-op-listAudit = List the audit log
api-op-getAuditLine = See a line of the audit log
api-op-exportAudit = Export the audit log
api-op-listMails = List mails
api-op-getMail = Read a mail
api-op-cancelMail = Cancel a waiting mail
api-op-getAccount = See the account
api-op-editAccount = Change the account
api-op-uploadImport = Upload a table
api-op-listImports = List imports
api-op-getImport = See an import
api-op-mapImport = Match the columns of an import
api-op-checkImport = Try an import without changing anything
api-op-listImportRows = List the rows of an import
api-op-runImport = Run an import
api-op-mailImport = Send the activation mails of an import
api-op-resumeImport = Go on with an import that stopped
api-op-undoImport = Undo an import
api-op-exportImportProblems = Get the rows of an import that were not taken

export-open-leads = Open leads
export-created = Added
export-activated = First sign-in
export-last-seen = Last sign-in
export-deactivated = Deactivated on
export-changes = Changes
export-row = Row
export-verdict = Result
export-reason = Why
export-id = ID

problem-media-type-unsupported = This media type is not taken here.
problem-media-type-unsupported-detail = Send the body as the API document says, mostly as application/json.
problem-input-invalid = Something in the input is not right.
problem-input-invalid-detail = Each wrong place is listed; put them right and send it again.
problem-field-missing = This field is needed.
problem-field-unknown = There is no such field.
problem-field-type = This is not of the right type.
problem-field-form = This does not have the right form.
problem-field-choice = This is not one of the possible values.
problem-field-too-small = Take a number of at least { $min }.
problem-field-too-large = Take a number of at most { $max }.
problem-field-too-short = { $min ->
   [one] Take at least { $min } character.
  *[other] Take at least { $min } characters.
}
problem-field-too-long = { $max ->
   [one] Take at most { $max } character.
  *[other] Take at most { $max } characters.
}
problem-list-too-short = { $min ->
   [one] Name at least { $min } entry.
  *[other] Name at least { $min } entries.
}
problem-list-too-long = { $max ->
   [one] Name at most { $max } entry.
  *[other] Name at most { $max } entries.
}
api-tag-statistics = Statistics
api-op-getStatistics = See statistics
api-op-exportStatisticsCsv = Export statistics as CSV
api-op-exportStatisticsXlsx = Export statistics as a workbook
api-tag-roles = Roles and permission sets
api-op-listRoles = List roles, for those who edit, give or check them
api-op-createRole = Create a role or permission set
api-op-getRole = See a role
api-op-editRole = Change a role
api-op-previewRole = See what changing a role would do
api-op-copyRole = Copy a role
api-op-makeDefaultRole = Make a role the default
api-op-previewRoleDeletion = See what deleting a role would do
api-op-deleteRole = Delete a role
api-op-listRoleMembers = List who has a role
api-op-listUserRoles = List the roles of a user
api-op-giveRole = Give a role to a user
api-op-previewGivenRole = See what giving a role would do
api-op-takeRole = Take a role from a user
