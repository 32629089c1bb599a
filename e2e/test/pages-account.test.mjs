// The lists, forms and single pages of an account pass axe, people and imports apart.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { clean, cleanHere, company } from '../lib/company.mjs';

let desk;
before(async () => { desk = await company(); });
after(() => desk?.close());

const first = async (path, link) => {
  await desk.open(path);
  return desk.main(link).first().getAttribute('href');
};

test('the log, the outbox, seats, settings and the own profile', async () => {
  const event = await first('/audit?period=day&kind=user.deactivated', 'a[href*="/audit/evt_"]');
  const mail = await first('/outbox', 'a[href*="/outbox/"]');
  const lists = ['/audit', '/audit?period=day&kind=lead.assigned', '/outbox', '/licences', '/settings', '/me'];
  await clean(desk, [...lists.map((path) => desk.at(path)), event, mail]);
});

test('teams', async () => {
  await desk.open('/teams');
  await desk.main('[name="name"]').fill('A team with a name that has to break somewhere on a phone');
  await desk.main('form button.btn').first().click();
  await desk.page.waitForURL(/\/teams\/team_/);
  const team = new URL(desk.page.url()).pathname;
  await clean(desk, [desk.at('/teams'), team]);
});

test('groups, positions and sharing', async () => {
  const person = desk.active.split('/').at(-1);
  const group = await desk.send(desk.at('/groups'), { name: 'A group with a name that has to break somewhere on a phone' });
  await desk.send(`${group}/members`, { user: person });
  for (const name of ['Head of sales', 'Field sales with a long name that has to break somewhere on a phone']) {
    await desk.send(desk.at('/positions'), { name });
  }
  const head = await first('/positions', '.tree a:has-text("Head of sales")');
  const field = await first('/positions', '.tree a:has-text("Field sales")');
  const id = (path) => path.split('/').at(-1);
  await desk.send(desk.at('/positions/move'), { position: id(field), to: id(head) });
  await desk.send(`${field}/holders`, { user: person, confirmed: 'yes' });
  await desk.send(desk.at('/sharing'), { from: person, to: id(group), access: 'read' });
  const lead = await desk.send(desk.at('/leads/new'), { title: 'A lead that is shared', stage: 'prospecting' });
  await desk.send(`${lead}/share`, { with: id(group), access: 'edit' });
  const move = `${desk.at('/positions/move')}?position=${id(field)}&to=top`;
  const lists = ['/groups', '/positions', '/sharing'].map((path) => desk.at(path));
  const asked = [`${group}/remove`, move, `${head}/remove`];
  await clean(desk, [...lists, group, head, field, ...asked, lead, `${desk.active}/edit`]);
});

test('a position is dragged onto another and the move is asked first', async () => {
  for (const name of ['Upper', 'Lower']) await desk.send(desk.at('/positions'), { name });
  await desk.open('/positions');
  const place = (name) => desk.main(`[data-drag]:has-text("${name}")`).first();
  await place('Lower').dragTo(place('Upper'));
  await desk.page.waitForURL(/\/positions\/move\?/);
  await desk.main('button.btn').first().click();
  await desk.page.waitForURL(/\/positions$/);
  assert.equal(await desk.main('.tree li:has-text("Upper") li:has-text("Lower")').count(), 1);
});

test('a move of somebody and a change of the privacy are shown before they are saved', async () => {
  await desk.send(desk.at('/teams'), { name: 'Another team' });
  await clean(desk, [`${desk.active}/move`]);
  await desk.page.goto(`${desk.active}/move`);
  await desk.main('select[name="team"]').selectOption({ label: 'Another team' });
  await desk.main('input[name="leads"]').check();
  await desk.main('form button.btn:not([name])').first().click();
  await desk.main('input[name="confirmed"]').waitFor({ state: 'attached' });
  await cleanHere(desk, 'what a move does');
  await desk.main('form button.btn').first().click();
  await desk.page.waitForURL(/\/users\/usr_\w+$/);
  await desk.open('/settings');
  const now = await desk.main('input[name="leads"]:checked').getAttribute('value');
  await desk.main(`input[name="leads"][value="${now === 'all' ? 'own' : 'all'}"]`).check({ force: true });
  await desk.main('form button.btn').first().click();
  await desk.main('input[name="confirmed"]').waitFor({ state: 'attached' });
  await cleanHere(desk, 'what the settings change');
});

test('roles: the matrix, each kind of role, a new one and what a change of it asks', async () => {
  await desk.open('/roles/new');
  await desk.main('[name="name"]').fill('A role with a name that has to break somewhere on a phone');
  await desk.main('input[name="may.leads.view"][value="all"]').check({ force: true });
  await desk.main('form button.btn').first().click();
  await desk.page.waitForURL(/\/roles\/role_/);
  const role = new URL(desk.page.url()).pathname;
  await desk.send(`${desk.active}/roles`, { role: role.split('/').pop(), reason: 'Agreed', confirmed: 'yes' });
  const paths = ['/roles', '/roles/check', `/roles/check?user=${desk.active.split('/').pop()}&permission=leads.view`, '/roles?only=differences', '/roles/new', '/roles/new?kind=set', '/roles/sales', '/roles/team-user'];
  await clean(desk, [...paths.map((path) => desk.at(path)), role, `${role}/delete`, `${role}/default`, desk.active]);
  await desk.page.goto(role);
  await desk.main('input[name="may.leads.export"][value="own"]').check({ force: true });
  await desk.main('form button.btn').first().click();
  await desk.main('input[name="confirmed"]').waitFor({ state: 'attached' });
  await cleanHere(desk, 'what a change of a role does');
  // P64: the roles that may be given are shown and sent as soon as only some may be.
  await desk.page.goto(role);
  const sales = desk.main('input[name="give.sales"]');
  assert.equal(await sales.isVisible(), false);
  await desk.main('input[name="givable"][value="listed"]').check({ force: true });
  await sales.check({ force: true });
  await cleanHere(desk, 'the roles that may be given');
  await desk.main('form button.btn').first().click();
  const confirmed = desk.main('input[name="confirmed"]');
  await confirmed.waitFor({ state: 'attached' });
  await desk.main('form button.btn').first().click();
  await confirmed.waitFor({ state: 'detached' });
  await desk.page.goto(role);
  assert.equal(await sales.isVisible(), true);
  assert.equal(await sales.isChecked(), true);
});

test('leads as table and board, a lead, the unassigned ones and a hand-over', async () => {
  const lead = await desk.send(desk.at('/leads/new'), { title: 'A lead with a rather long title that has to break somewhere on a phone', stage: 'prospecting' });
  assert.match(lead, /\/leads\/lead_/);
  await desk.page.goto(lead);
  await desk.main('textarea[name="text"]').fill('Called, wants an offer');
  await desk.main('form[action$="/notes"] button').click();
  await desk.main('#notes', { hasText: 'Called, wants an offer' }).waitFor();
  await desk.main('select[name="to"]').selectOption('unassigned');
  await desk.main('form[action$="/assign"] button.btn').last().click();
  await desk.page.locator('#toaster form[action$="/undo"]').waitFor();
  await cleanHere(desk, 'a toast with an undo');
  const event = await first('/audit?period=day&kind=lead.assigned', 'a[href*="/audit/evt_"]');
  const lists = ['/leads', '/leads?view=table', '/leads?view=board', '/leads/new', '/leads/unassigned', '/statistics', '/statistics?period=days'];
  await clean(desk, [...lists.map((path) => desk.at(path)), lead, `${lead}/edit`, event, event.replace('/audit/', '/hand-overs/')]);
});
