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
