// The pages about people pass axe: everybody's own page by state, and each step of what can be done to them.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { clean, cleanHere, company } from '../lib/company.mjs';

let desk;
before(async () => { desk = await company(); });
after(() => desk?.close());

test('the list with its views and filters, and a person in each state', async () => {
  const lists = ['/users', '/users?status=deactivated', '/users?q=nobody', '/users?link=expired', '/users/new'];
  await clean(desk, [...lists.map((path) => desk.at(path)), desk.active, desk.left, desk.pending, desk.unmailed]);
});

test('editing somebody, with a review of what changes', async () => {
  await clean(desk, [`${desk.active}/edit`]);
  await desk.page.goto(`${desk.active}/edit`);
  await desk.main('[name="email"]').fill('a.very.long.new.address.of.darcel@maventech.example');
  await desk.main('form button.btn').first().click();
  await desk.main('input[name="confirmed"]').waitFor({ state: 'attached' });
  await cleanHere(desk, 'review of an edit');
  await desk.page.goto(`${desk.active}/edit`);
  await desk.main('[name="email"]').fill('nonsense');
  await desk.page.evaluate(() => { for (const form of document.forms) form.noValidate = true; });
  await desk.main('form button.btn').first().click();
  await desk.main('[aria-invalid="true"]').first().waitFor();
  await cleanHere(desk, 'an edit that is refused');
});

test('inviting somebody whose address is taken', async () => {
  await desk.open('/users/new');
  await desk.main('[name="email"]').fill('darcel.schlecht@maventech.example');
  await desk.main('form button.btn').first().click();
  await desk.main('[aria-invalid="true"]').first().waitFor();
  await cleanHere(desk, 'an invitation that is refused');
});

test('deactivating in three steps, also when the receiver is missing', async () => {
  const steps = [`${desk.active}/deactivate`];
  await desk.page.goto(steps[0]);
  await desk.main('form button.btn').first().click();
  await desk.page.waitForURL(/step=2/);
  steps.push(desk.page.url());
  await desk.main('input[name="leads"][value="unassigned"]').check();
  await desk.main('form button.btn:not([name="find"])').first().click();
  await desk.page.waitForURL(/step=3/);
  steps.push(desk.page.url());
  await clean(desk, steps);
  assert.equal(await desk.main('form[method="post"] [name="reason"]').count(), 1, 'the last step');
  await clean(desk, [`${desk.active}/deactivate?step=3&chosen=yes&leads=to&to=`], { status: 422 });
});

test('handing over in two steps', async () => {
  await clean(desk, [`${desk.left}/hand-over`, `${desk.left}/hand-over?step=2&chosen=yes&leads=unassigned`]);
  assert.equal(await desk.main('form[method="post"] [name="reason"]').count(), 1, 'the last step');
  await desk.main('form[method="post"] button.btn').first().click();
  await desk.page.waitForURL(desk.left);
  await desk.main('#handed').waitFor();
  await clean(desk, [desk.left]);
});

test('what is asked before other acts', async () => {
  await clean(desk, [`${desk.left}/reactivate`, `${desk.left}/remove`, `${desk.active}/reset-password`, `${desk.active}/sessions/end`, `${desk.pending}/cancel-invitation`]);
});

test('the result of activation mails to several people', async () => {
  await desk.open('/users');
  for (const box of await desk.main('.row-check').all()) await box.check();
  await desk.main('.bulkbar button[data-resend]').click();
  await desk.page.waitForURL(/\/users\/bulk\/resend/);
  await cleanHere(desk, 'result of activation mails');
});
