# Imports: upload, columns, dry run, progress and result.

## List

imports-lead = People and leads from files. Nothing is written before you have seen what will happen.
imports-new = New import
imports-col-file = File
imports-col-kind = Brings
imports-col-when = Uploaded
imports-col-by = By
imports-col-added = Added
imports-col-skipped = Not taken
imports-col-state = State
imports-none-title = No imports yet
imports-none-text = Bring in people or leads from a spreadsheet or a CSV file.
imports-newest = Newest
imports-kind-users = Users
imports-kind-leads = Leads
imports-about-users = People who will sign in. No mail goes out until you say so.
imports-about-leads = Deals with owner, stage, value and dates. A second import updates them.

## States

imports-state-uploading = Uploading
imports-state-uploaded = Columns not matched
imports-state-checked = Checked, not imported
imports-state-running = Running
imports-state-not-mailed = Activations not sent
imports-state-done = Done
imports-state-undoing = Being undone
imports-state-stopped = Stopped
imports-state-undone = Undone

## Steps

imports-step-upload = Upload
imports-step-match = Match columns
imports-step-check = Check
imports-step-result = Result

## Upload

imports-new-lead = A CSV file or an Excel workbook with the names of the columns above the rows.
imports-what = What does the file bring?
imports-file = File
imports-file-choose = Choose a file
imports-file-hint = CSV or .xlsx, at most { $limit } MB and 100,000 rows.
imports-columns = Columns that are read
imports-columns-lead = Columns are recognised by their names in five languages, or are matched by you in the next step. Others are left out; of leads, they become further fields.
imports-columns-limits = Names, titles and other texts have at most { $letters } characters, further fields { $further }.
imports-columns-needed = Needed: { $fields }
imports-template-xlsx = Empty file for Excel
imports-template-csv = Empty file as CSV
imports-more = If the file is read wrongly
imports-encoding = Encoding
imports-separator = Separator
imports-separator-comma = Comma
imports-separator-semicolon = Semicolon
imports-separator-tab = Tab
imports-separator-bar = Vertical bar
imports-by-itself = Find out by itself
imports-sheet = Name of the sheet
imports-header-row = Row with the names of the columns
imports-upload = Upload
imports-uploaded = { $count ->
   [one] { $count } row read
  *[other] { $count } rows read
}

## Why a file is not taken

imports-file-none = Choose a file first.
imports-file-empty = The file is empty. Choose another one.
imports-file-not-a-table = This is no table but { $looks }. Save the table as .xlsx or CSV.
imports-file-old-xls = This is a workbook of Excel 97 to 2003. Open it and save it as .xlsx.
imports-file-encrypted-workbook = The workbook asks for a password. Save it without one.
imports-file-broken-workbook = The workbook is damaged. Open it, save it and send it again.
imports-file-zip-bomb = The workbook unpacks to more than { $limit } MB. No office program saves such a file; save the table anew.
imports-file-too-large = The file is larger than { $limit } MB. Split it and upload the parts.
imports-file-too-many-rows = The table has more than { $limit } rows. Split it and upload the parts.
imports-file-too-many-columns = Row { $row } has more than { $limit } columns. Remove those that are not needed.
imports-file-cell-too-long = A cell in row { $row } has more than { $limit } characters. A quotation mark may be missing.
imports-file-unclosed-quote = The quotation mark in row { $row } is never closed. Correct the row.
imports-file-bad-encoding = Row { $row } is not valid { $encoding }. Choose the encoding below, or save the file as UTF-8.
imports-file-nul-character = Row { $row } has a character that no table has. Save the file again.
imports-file-no-header = No row has the names of the columns. Write them above the table.
imports-file-no-sheet = The workbook has no such sheet, or the sheet is empty.
imports-file-io = The file could not be read. Send it again.
imports-looks-pdf = a PDF
imports-looks-picture = a picture
imports-looks-document = a text document
imports-looks-open-document = an OpenDocument file
imports-looks-binary-workbook = a binary workbook (.xlsb)
imports-looks-archive = an archive
imports-looks-web-page = a web page
imports-looks-xml = XML
imports-looks-json = JSON
imports-looks-binary = something that is no text

## Columns

imports-match-lead = Rows: { $rows }. Matched columns: { $found } of { $columns }.
imports-read-text = Read as { $encoding }, separator: { $separator }, names of the columns in row { $row }.
imports-read-sheet = Sheet “{ $sheet }”, names of the columns in row { $row }.
imports-col-column = Column in the file
imports-col-samples = First values
imports-col-goes-into = Goes into
imports-goes-into-of = “{ $name }” goes into
imports-col-match = Match
imports-leave-out = Don’t import
imports-column-blank = Column { $letter }
imports-matched-by-name = Same name
imports-matched-by-content = By content
imports-matched-chosen = Chosen
imports-matched-ignored = Ignored
imports-matched-new-field = Further field
imports-mapping-missing = No column goes into “{ $field }”. Without it no row can be taken.
imports-mapping-twice = Two columns go into “{ $field }”. Leave one of them out.
imports-mapping-foreign = “{ $field }” is no field of this import.
imports-mapping-width = The columns of the form are not those of the file. Choose them again.
imports-choices = Choices
imports-seat-kind = Seats they take
imports-when-full = If seats run out
imports-full-skip-rows = Take the rows that fit, in the order of the file
imports-full-refuse-file = Take none
imports-dates = Dates like 3/4/2026
imports-dates-day-first = 3 April
imports-dates-month-first = March 4
imports-update-users = Existing users take the values of the file
imports-create-teams = Create teams that are missing
imports-mail-now = Send the activation mails at once
imports-mail-now-hint = Without this nobody is told before you say so.
imports-unknown-owner = If the owner is not known
imports-owner-skip = Leave the row out
imports-owner-unassigned = Take the lead without an owner
imports-update-leads = Update leads that are there already
imports-update-leads-hint = They are recognised by the external ID.
imports-pending-owners = People who have not signed in yet may own leads
imports-historic = This is an old file: deactivated people may own leads
imports-historic-hint = Their figures stay with them.
imports-check-rows = { $count ->
   [one] Check { $count } row
  *[other] Check { $count } rows
}
imports-other-file = Another file

## Check

imports-check-title = Check the result before importing
imports-check-lead = Nothing has been written yet. Fix the file and upload it again, or go on with the rows that are fine.
imports-check-again = Check again
imports-checked-again = Checked again
imports-run-users = { $count ->
   [one] Import { $count } user
  *[other] Import { $count } users
}
imports-run-leads = { $count ->
   [one] Import { $count } lead
  *[other] Import { $count } leads
}
imports-seats-missing = { $count ->
   [one] { $count } seat is missing, and no row is taken unless all fit.
  *[other] { $count } seats are missing, and no row is taken unless all fit.
}
imports-nothing-to-run = No row can be taken as it is. The reasons stand in the table.
imports-noted = { $count ->
   [one] { $count } row has a remark on a value. It stands in the column “Why”.
  *[other] { $count } rows have a remark on a value. It stands in the column “Why”.
}
imports-mails-at-once = The activation mails go out as soon as the import is done.

## Rows

imports-by-result = Rows by result
imports-col-rows = Rows
imports-col-row = Row
imports-col-user = User
imports-col-lead = Lead
imports-col-result = Result
imports-col-why = Why
imports-rows-all = All rows
imports-rows-problems = Problems
imports-rows-skipped = Skipped
imports-rows-previous = Previous rows
imports-rows-next = Next rows
imports-problems-file = Problem rows as Excel
imports-problems-csv = Problem rows as CSV
imports-skipped-file = With skipped rows as Excel
imports-skipped-csv = With skipped rows as CSV
imports-col-tick = Choose
imports-tick = Choose “{ $name }”
imports-undo-ticked = Undo ticked rows
imports-no-rows = No rows here.
imports-no-name = (no name)
imports-plan-create = Will be added
imports-plan-update = Will be updated
imports-verdict-create = Added
imports-verdict-update = Updated
imports-verdict-skip = Skipped
imports-verdict-no-seat = No seat left
imports-verdict-problem = Cannot be added
imports-verdict-reversed = Undone
imports-verdict-kept = Stays
imports-verdict-failed = Failed

## Reasons

imports-why-empty-row = The row is empty.
imports-why-unchanged = Everything is there already:
imports-why-duplicate-in-file = “{ $value }” stands in row { $row } already.
imports-why-already-user = Already a user:
imports-why-already-invited = Invited already, but not signed in yet:
imports-why-deactivated-user = A deactivated user has this e-mail. Reactivate instead, or change the e-mail.
imports-why-alias-of = This e-mail is an alias of another user. Take another e-mail:
imports-why-already-contact = “{ $value }” belongs to a CRM contact. Take another e-mail.
imports-why-email-missing = The e-mail is empty. Fill it in.
imports-why-email-invalid = “{ $value }” is not a complete e-mail.
imports-why-login-invalid = “{ $value }” cannot be used as a login name, or somebody has it. Take another one.
imports-why-name-invalid = “{ $value }” is not a name. Correct it.
imports-why-team-unknown = There is no team “{ $value }”. Create it, or let the import create teams.
imports-why-team-missing = The team is empty. A team seat needs one.
imports-why-no-free-seat = The rows above use all free seats. Buy seats, or deactivate somebody.
imports-why-trial-limit = The trial is for ten users at most.
imports-why-owner-unknown = Nobody is called “{ $value }”. Correct the name, or import the person first.
imports-why-owner-ambiguous = Several people are called “{ $value }”. Write the e-mail instead.
imports-why-owner-deactivated = “{ $value }” is deactivated. Choose another owner, or go back and mark the file as an old one.
imports-why-owner-pending = “{ $value }” has not signed in yet. Choose another owner, or allow such owners in the step before.
imports-why-owner-may-not = “{ $value }” has a team seat, which includes no leads. Choose another owner.
imports-why-stage-unknown = There is no stage “{ $value }”.
imports-why-title-missing = Nothing in the row could be the title. Match a column with the title.
imports-why-text-invalid = A text in the row is too long or has characters that cannot be shown. Correct it.
imports-why-already-lead = This lead is there already:
imports-why-not-run = The import stopped before this row.
imports-why-has-acted = The person has signed in since.
imports-why-has-work = The person owns or owned leads, or wrote notes.
imports-why-changed-since = Somebody changed it since.
imports-why-gone-since = It is gone already.
imports-why-update-stays = Values that the import changed on a person stay.
imports-why-refused = The database refused this row. Undo again later.
imports-do-reactivate = Reactivate { $name }
imports-note-date-not-taken = { $field }: “{ $value }” is not a date and is left out.
imports-note-phone-not-taken = “{ $value }” is not a phone number and is left out.
imports-note-value-not-taken = “{ $value }” is not an amount and is left out.
imports-note-word-not-taken = { $field }: “{ $value }” is not known and is left out.
imports-note-address-not-taken = “{ $value }” is not a complete e-mail and is left out.
imports-note-team-created = The team “{ $value }” is created with this row.
imports-note-also-contact = Is a CRM contact, too.
imports-note-left-unassigned = “{ $value }” cannot own it; the lead has no owner.
imports-note-owner-kept = “{ $value }” cannot own it now; the owner stays.
imports-note-cells-beyond = Cells beyond the last column are left out.

## Result

imports-running-lead = The rows are being written.
imports-undoing-lead = What nobody touched since is being taken back.
imports-undone-lead = { $count ->
   [one] { $count } row undone. What somebody touched since stays and is listed.
  *[other] { $count } rows undone. What somebody touched since stays and is listed.
}
imports-done-users = { $count ->
   [one] { $count } user added, { $updated } updated.
  *[other] { $count } users added, { $updated } updated.
}
imports-done-leads = { $count ->
   [one] { $count } lead added, { $updated } updated.
  *[other] { $count } leads added, { $updated } updated.
}
imports-stopped-lead = Some rows are done, the others wait.
imports-stopped-run = The import has stopped
imports-stopped-undo = The undo has stopped
imports-stopped-mails = Some activation mails were not written
imports-stopped-starter-may-not = Whoever started it may not do so any more. Go on with it, and the rest is done in your name.
imports-stopped-failed = Every try failed; the log of the server says why. Go on with it when the cause is gone.
imports-resume = Go on
imports-resumed = It goes on.
imports-progress-label = Progress
imports-progress = Rows done: { $done } of { $total }
imports-reload = Show the present state
imports-leave-page = You can leave this page; the work goes on.
imports-nobody-told = Nobody has been told yet
imports-nobody-told-text = The new users wait without a mail. Send the activations, or undo the import.
imports-send = { $count ->
   [one] Send { $count } activation
  *[other] Send { $count } activations
}
imports-mailing = The activation mails are on their way
imports-undo = Undo import
imports-undo-until = Can be undone until { $date }
imports-undo-users = Users who have signed in since stay.
imports-undo-leads = Leads that somebody touched since stay.
imports-undo-rows = { $count ->
   [one] Undo { $count } row
  *[other] Undo { $count } rows
}
imports-undo-goes = Rows that will be undone
imports-undo-stays = Rows that stay
imports-undo-nothing = There is nothing to undo: every row stays, for the reasons below.
imports-undo-none-ticked = Tick the rows to be undone first.
imports-rows-undone = Undone. Rows that stay say why.
imports-mail-title = Send activations
imports-mail-text = Each mail has a link by which the person chooses a password.
imports-mail-get = People who get a mail
imports-mail-no-address = People without an e-mail, who get none
imports-mail-others = People who have one already, have signed in or left
imports-facts = About this import
imports-finished = Finished
imports-mailed = Activations sent

## Fields of a file

field-first-name = First name
field-last-name = Last name
field-team = Team
field-salutation = Salutation
field-extra = Further field of this name
imports-why-field-hidden = The row says something of the field “{ $field }”, which your role hides. Leave the column out, or ask an admin to run the import.
imports-why-field-read-only = The row would set the field “{ $field }”, which your role lets you only read. Leave the column out, or ask an admin to run the import.
imports-why-role-unknown = There is no role “{ $value }”. Correct the name, or create the role.
imports-why-role-near = There is no role “{ $value }”. Did you mean “{ $name }”? Correct the name.
imports-why-role-is-permission = “{ $value }” is a permission, and permissions are given by roles. Write the name of a role that has it.
imports-why-roles-not-yours = You may not give roles. Leave the column out, or ask an admin to run the import.
imports-why-role-beyond = The role “{ $value }” gives more than you may do. Take another role, or ask an admin to run the import.
imports-why-role-default-beyond = Without a role the person would have the default role “{ $name }”, which gives more than you may do. Write another role, or ask an admin to run the import.
imports-why-person-beyond = This user may do more than you, so you change nothing about them. Ask an admin:
imports-why-role-of-team-seats = The role “{ $value }” comes with team seats and is not given. Take another role.
imports-why-role-needs-seat = A team seat has a role of its own; “{ $value }” needs a sales seat. Empty the cell, or choose sales seats.
imports-why-role-is-self = Nobody changes their own roles. Empty the cell, or ask an admin to run the import.
imports-gives-roles = { $count ->
   [one] Gets the role { $roles }.
  *[other] Gets the roles { $roles }.
}
imports-why-person-outside = This user is outside the part that you administer. Ask an admin:
imports-why-edits-not-yours = You may not change people who are there already. Let the import skip them, or ask an admin:
imports-why-newcomer-outside = You invite people to your own teams. Write one of them into the team column.
imports-why-newcomer-unplaced = You invite people below your position, and a file names no position. Invite this user by hand.
imports-why-team-outside = You may not put people into the team “{ $value }”. Take a team that you may fill, or ask an admin to run the import.
imports-why-role-not-givable = Your role does not let you give the role “{ $value }”. Take another role, or ask an admin to run the import.
