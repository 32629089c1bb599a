// The main job as a user does it in a browser: a leaver is replaced, on real data, and it is taken back.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { files } from '../lib/data.mjs';
import { Desk, OWNER } from '../lib/desk.mjs';

const HEIR = { name: 'Vera Successor', email: 'vera.successor@maventech.example', password: 'quiet-maple-draws-9-maps' };
const SEATS = 60;

let desk;
let data;
let leaverPage;
let leaverUrl;

before(async () => {
  desk = await Desk.open();
  data = await files();
});
after(() => desk?.close());

const number = (value) => value.toLocaleString('en');
const has = (words, value) => assert.match(words, new RegExp(`(^|\\D)${number(value)}(\\D|$)`), `${value} in ${words}`);
const main = (selector, options) => desk.main(selector, options);
const text = (selector) => desk.text(selector);
const open = (path) => desk.open(path);

test('the first visit sets up the account with the one-time link', async () => {
  const link = await desk.setUp({ seats: SEATS });
  await desk.page.goto(link);
  assert.match(await text(), /There is nothing|does not work|already/i, 'the link works once');
});

test('l1 l6 p73 people come from the office file with a verdict for each row and without a mail', async () => {
  const { forecast } = await desk.bringIn('users', data.staff, { ticks: ['create_teams'] });
  assert.match(forecast, new RegExp(`\\b${data.figures.people}\\b`));
  await open('/users');
  assert.match(await text(), new RegExp(`\\b${data.figures.people + 1}\\b`));
  assert.equal(desk.smtp.messages.length, 0, 'no mail goes out by itself');
});

test('l18 l8 the German file is read with its encoding, bad rows say why, and the import is taken back', async () => {
  const { forecast } = await desk.bringIn('users', data.germanStaff, { ticks: ['create_teams'] });
  assert.match(forecast, /Käthe|Müller/);
  assert.match(forecast, /yildiz\(at\)\S+ is not a complete e-mail/);
  const report = new URL(desk.page.url()).pathname;
  const before = data.figures.people + 1 + data.figures.germanPeople;
  await open('/users');
  has(await text(), before);
  await open(`/users?q=${encodeURIComponent('Käthe')}`);
  assert.match(await text('#rows'), /Käthe M/);
  await desk.page.goto(`${report}/undo`);
  has(await text(), data.figures.germanPeople);
  await main('[name="reason"]').fill('The wrong company');
  await main('form[action$="/undo"] button.btn').first().click();
  await desk.page.waitForURL(new RegExp(`${report}$`));
  await main('.status', { hasText: 'Undone' }).first().waitFor();
  await open(`/users?q=${encodeURIComponent('Käthe')}`);
  assert.doesNotMatch(await text('#rows'), /Käthe M/);
  await open('/users');
  has(await text(), data.figures.people + 1);
});

test('l7 the activation mails go out when the admin says so, and one person comes', async () => {
  await open('/imports');
  await main('a[href*="/imports/imp_"]').last().click();
  await main('a[href$="/mail"]').first().click();
  await main('form[action$="/mail"] button.btn').first().click();
  await desk.smtp.mailTo(data.figures.leaver.email);
  const theirs = await desk.comeThroughTheLink(data.figures.leaver.email, data.figures.leaver.name, 'brave-heron-counts-5-hens');
  leaverPage = theirs.page;
});

test('the leads come in with their totals, and a second import doubles nothing', async () => {
  const ticks = ['pending_owners', 'update'];
  const { report } = await desk.bringIn('leads', data.leads, { ticks, timeout: 240_000 });
  assert.match(report, new RegExp(number(data.figures.leads)));
  await desk.dryRun('leads', data.leads, { ticks, timeout: 240_000 });
  assert.equal(await main('form[action$="/run"] button').count(), 0, 'there is nothing to do a second time');
  const { leaver } = data.figures;
  await desk.pageOf(leaver.name);
  const owns = await text('#owns');
  for (const value of [leaver.leads, leaver.won, leaver.lost, leaver.engaging, leaver.prospecting]) {
    has(owns, value);
  }
  assert.match(owns.replace(/[\s ]/g, ''), new RegExp(number(leaver.wonValue)));
});

test('n35 n40 n43 the leaver is deactivated, the effect shown first', async () => {
  const { leaver } = data.figures;
  await desk.pageOf(leaver.name);
  const user = desk.page.url();
  await desk.page.goto(`${user}/deactivate`);
  const effect = await text();
  for (const value of [leaver.won, leaver.lost, leaver.engaging, leaver.prospecting]) has(effect, value);
  await main('form button.btn').first().click();
  assert.equal(await main('input[name="leads"]').count(), 3);
  await main('input[name="leads"][value="later"]').check();
  await main('form button.btn:not([name="find"])').first().click();
  await desk.page.fill('main [name="reason"]', 'Left for another company');
  await main('form button.btn').first().click();
  await desk.page.waitForURL(user);
  assert.match(await text(), /Deactivated/);
  await leaverPage.goto(user);
  assert.match(leaverPage.url(), /\/sign-in/, 'the session of the leaver has ended');
});

test('n29 l4 n47 the successor gets a mail, clicks once, chooses a password and has the freed seat', async () => {
  await open('/licences');
  await open('/users/new');
  await desk.page.fill('main [name="email"]', HEIR.email);
  await main('form button.btn').first().click();
  await desk.page.waitForURL(/\/users\/usr_/);
  const theirs = await desk.comeThroughTheLink(HEIR.email, HEIR.name, HEIR.password);
  await theirs.context.close();
});

// The button that goes on, not the one that searches a person.
const goOn = () => main('form button.btn:not([name="find"])').first();

async function handOver(user) {
  await desk.page.goto(`${user}/hand-over`);
  await main('input[name="leads"][value="to"]').check();
  if (await main('input[name="to_q"]').count()) {
    await main('input[name="to_q"]').fill(HEIR.name);
    await main('button[name="find"]').click();
    await desk.page.waitForURL(/find=/);
  }
  const heir = main('select[name="to"] option', { hasText: HEIR.name }).first();
  await main('select[name="to"]').selectOption(await heir.getAttribute('value'));
  await goOn().click();
  await main('[name="reason"]').fill('The successor has come');
  await main('form button.btn').first().click();
  await desk.page.waitForURL(user);
}

const leads = async () => (await text('#owns')).replaceAll('\u00a0', '');

test('n44 n45 the open leads go to the successor, won and lost stay with their figures', async () => {
  const { leaver } = data.figures;
  await open('/users?status=deactivated');
  await desk.page.getByRole('link', { name: leaver.name, exact: true }).first().click();
  await desk.page.waitForURL(/\/users\/usr_/);
  leaverUrl = desk.page.url();
  await handOver(leaverUrl);
  has(await text(), leaver.engaging + leaver.prospecting);
  has(await leads(), leaver.won + leaver.lost);
  has(await leads(), leaver.wonValue);
});

// Writes a note on one of the successor's leads, and gives back its title.
async function touchOne() {
  await open(`/users?q=${encodeURIComponent(HEIR.name)}`);
  const heir = await desk.page.getByRole('link', { name: HEIR.name, exact: true }).first().getAttribute('href');
  await open(`/leads?view=table&owner=${heir.split('/').pop()}`);
  await main('a[data-row-link]').first().click();
  await main('textarea[name="text"]').fill('Called, wants an offer');
  await main('form[action$="/notes"] button').click();
  await main('#notes', { hasText: 'Called, wants an offer' }).waitFor();
  return (await desk.page.textContent('main h1')).trim();
}

// Waits until the leaver owns so many leads, since the page may be the one before.
async function owns(count) {
  const wanted = `${number(count)} leads`;
  await main('#owns', { hasText: wanted }).waitFor();
}

test('d2 the hand-over is taken back from the page: what was touched stays and is listed', async () => {
  const { leaver } = data.figures;
  const touched = await touchOne();
  await desk.page.goto(leaverUrl);
  await main('form[action$="/undo"] button').first().click();
  await owns(leaver.leads - 1);
  const told = await text();
  assert.match(told, /1 lead was changed since and stays where it is/);
  assert.ok(told.includes(touched), `${touched} in ${told}`);
  assert.ok(told.includes(OWNER.name), 'who changed it');
});

test('d2 it is done again, taken back by the toast and from the audit log, and done again', async () => {
  const { leaver } = data.figures;
  const closed = leaver.won + leaver.lost;
  await handOver(leaverUrl);
  await owns(closed);
  await desk.page.locator('#toaster form[action$="/undo"] button').click();
  await owns(leaver.leads - 1);
  await handOver(leaverUrl);
  await owns(closed);
  await open('/audit');
  await main('a[href*="/audit/evt_"]').first().click();
  await desk.page.waitForURL(/\/audit\/evt_/);
  assert.equal(await main('form[action$="/undo"] button').count(), 1, 'the audit log offers the same undo');
  await main('form[action$="/undo"] button').click();
  await desk.page.waitForURL(leaverUrl);
  await owns(leaver.leads - 1);
  await handOver(leaverUrl);
  await owns(closed);
});

test('j16 the audit log tells the story with the reason', async () => {
  await open('/audit');
  const log = await text();
  assert.match(log, /Left for another company/);
  assert.match(log, new RegExp(data.figures.leaver.name));
  assert.match(log, new RegExp(OWNER.name));
});

test('k4 n61 people are found by name and by state', async () => {
  const { leaver } = data.figures;
  const names = () => main('a[data-row-link]').allTextContents();
  await open('/users');
  await main('[name="q"]').pressSequentially(leaver.name.split(' ')[1].toLowerCase());
  await desk.page.waitForFunction(() => document.querySelectorAll('main tr[data-row]').length === 1);
  assert.deepEqual(await names(), [leaver.name]);
  await open('/users?status=deactivated');
  assert.deepEqual(await names(), [leaver.name]);
  await open('/users?status=active');
  assert.deepEqual((await names()).sort(), [OWNER.name, HEIR.name]);
  await open('/users?status=pending');
  has(await text('#results'), data.figures.people - 1);
});

test('l12 l13 activation mails go again to all who are ticked and wait, and the others are named', async () => {
  const { leaver } = data.figures;
  await open('/users');
  await main('.head-check').check();
  const ticked = await main('tr[data-row]', { has: desk.page.locator('.row-check:checked') }).all();
  const rows = await Promise.all(ticked.map((row) => row.locator('.mail').textContent()));
  const waiting = rows.filter((email) => ![OWNER.email, HEIR.email, leaver.email].includes(email));
  assert.ok(waiting.length > 1 && waiting.length < rows.length);
  const before = desk.smtp.messages.length;
  await main('.bulkbar button[data-resend]').click();
  await main('a', { hasText: HEIR.name }).waitFor();
  has(await text(), waiting.length);
  for (const email of waiting) await desk.smtp.mailTo(email, 2);
  assert.equal(desk.smtp.messages.length, before + waiting.length);
});

test('l16 the list of people is downloaded as XLSX and CSV', async () => {
  for (const [ending, begins] of [['xlsx', 'PK'], ['csv', '\ufeff']]) {
    const answer = await desk.context.request.get(desk.at(`/users/export.${ending}`));
    assert.equal(answer.status(), 200, ending);
    const body = await answer.body();
    assert.ok(body.toString('utf8').startsWith(begins), ending);
    if (ending === 'csv') assert.ok(body.includes(data.figures.leaver.email), 'who has which e-mail');
  }
});
