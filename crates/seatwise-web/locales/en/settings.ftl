# The settings of the account.

settings-lead = What holds for everybody in this account. Changes take effect at the next click of each person.
settings-save = Save settings
settings-saved = Settings saved.
settings-account = Account
settings-address = Address
settings-name-hint = Stands at the top left and in mails. The address stays.
settings-language-hint = For people who chose none, and for mails to them.
settings-zone-hint = For dates and times of people who chose none.
settings-leads = Who sees which leads
settings-leads-all = All leads
settings-leads-all-text = Everybody works with the leads of the whole account.
settings-leads-own = Own leads
settings-leads-own-text = Users see the leads they own. Admins see all.
settings-people = Users
settings-mail = Send the activation mail at once
settings-mail-hint = For single new users. Off saves them without a mail until somebody sends it. Imports always wait.
settings-contacts = A CRM contact may become a user
settings-contacts-hint = Off refuses a new user whose e-mail belongs to a contact of a lead.
settings-hide = Hide deactivated users in lists
settings-hide-hint = Lists start without them; one click shows them again. Their leads and history stay.
settings-pending = Pending users can be chosen as owners
settings-pending-hint = Leads given to them wait until their first sign-in.
settings-pending-never = Nowhere
settings-pending-handover_only = When leads are handed over
settings-pending-always = Everywhere
