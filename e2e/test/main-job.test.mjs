// The main job as a user does it in a browser: a leaver is replaced, on real data, and it is taken back.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { files } from '../lib/data.mjs';
import { openPage, startBrowser } from '../lib/browser.mjs';
import { start } from '../lib/seatwise.mjs';
import { startSmtp } from '../lib/smtp.mjs';

const OWNER = { name: 'Olha Owner', email: 'owner@maventech.example', password: 'tall-otter-sings-7-songs' };
const HEIR = { name: 'Vera Successor', email: 'vera.successor@maventech.example', password: 'quiet-maple-draws-9-maps' };
const SEATS = 60;

let smtp;
let server;
let browser;
let context;
let page;
let problems;
let data;
let account;
let leaverPage;
let leaverUrl;

before(async () => {
  smtp = await startSmtp();
  server = await start({ smtp });
  browser = await startBrowser();
  ({ context, page, problems } = await openPage(browser, server.url));
  data = await files();
});

after(async () => {
  await browser?.close();
  const code = await server?.stop();
  smtp?.stop();
  assert.equal(code, 0, 'the server ends in order');
  assert.deepEqual(problems, [], 'the console is silent');
});

const number = (value) => value.toLocaleString('en');
const has = (words, value) => assert.match(words, new RegExp(`(^|\\D)${number(value)}(\\D|$)`), `${value} in ${words}`);
const text = async (selector = 'main') => (await page.textContent(selector)).replace(/\s+/g, ' ');
const main = (selector, options) => page.locator(`main ${selector}`, options);
const open = (path) => page.goto(`/a/${account}${path}`);

// Uploads a file and goes through mapping to the dry run.
async function dryRun(kind, file, { ticks = [], timeout = 120_000 } = {}) {
  await open('/imports/new');
  await main(`input[name="kind"][value="${kind}"]`).check();
  await main('input[type="file"]').setInputFiles(file);
  await main('form button.btn').first().click();
  await page.waitForURL(/\/match$/, { timeout });
  for (const name of ticks) await main(`input[name="${name}"]`).check();
  await main('form button.btn').first().click();
  await main('form[action$="/check"] button').waitFor({ timeout });
  return text();
}

// The same, then runs it and waits for the report.
async function bringIn(kind, file, options = {}) {
  const { timeout = 120_000 } = options;
  const forecast = await dryRun(kind, file, options);
  await main('form[action$="/run"] button').click();
  await page.waitForURL(/\/imports\/imp_\w+$/, { timeout });
  await page.waitForFunction(() => !document.querySelector('main [role="progressbar"]'), null, { timeout });
  return { forecast, report: await text() };
}

// Follows the link of the newest mail and chooses a password, in a browser of its own.
async function comeThroughTheLink(email, name, password) {
  const mail = await smtp.mailTo(email);
  assert.ok(mail.html.includes('<') && mail.text.length > 0, 'a text and an HTML part');
  const link = mail.text.match(/https?:\/\/\S+\/activate\/\S+/)[0];
  const theirs = await openPage(browser, server.url);
  await theirs.page.goto(link);
  await theirs.page.fill('[name="name"]', name);
  await theirs.page.fill('[name="password"]', password);
  await theirs.page.click('main button.btn');
  await theirs.page.waitForURL(/\/a\//);
  assert.deepEqual(theirs.problems, []);
  return theirs;
}

async function pageOf(name) {
  await open(`/users?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.waitForURL(/\/users\/usr_/);
}

test('the first visit sets up the account with the one-time link', async () => {
  const link = server.printed('/setup/');
  assert.ok(link, server.output());
  await page.goto(link);
  await page.fill('[name="account"]', 'MavenTech');
  await page.fill('[name="name"]', OWNER.name);
  await page.fill('[name="email"]', OWNER.email);
  await page.fill('[name="password"]', OWNER.password);
  await page.fill('[name="seats"]', String(SEATS));
  await page.click('main button.btn');
  await page.waitForURL(/\/a\/[^/]+\//);
  account = page.url().split('/a/')[1].split('/')[0];
  await page.goto(link);
  assert.match(await text(), /There is nothing|does not work|already/i, 'the link works once');
});

test('l1 l6 p73 people come from the office file with a verdict for each row and without a mail', async () => {
  const { forecast } = await bringIn('users', data.staff, { ticks: ['create_teams'] });
  assert.match(forecast, new RegExp(`\\b${data.figures.people}\\b`));
  await open('/users');
  assert.match(await text(), new RegExp(`\\b${data.figures.people + 1}\\b`));
  assert.equal(smtp.messages.length, 0, 'no mail goes out by itself');
});

test('l7 the activation mails go out when the admin says so, and one person comes', async () => {
  await open('/imports');
  await main('a[href*="/imports/imp_"]').first().click();
  await main('a[href$="/mail"]').first().click();
  await main('form[action$="/mail"] button.btn').first().click();
  await smtp.mailTo(data.figures.leaver.email);
  const theirs = await comeThroughTheLink(data.figures.leaver.email, data.figures.leaver.name, 'brave-heron-counts-5-hens');
  leaverPage = theirs.page;
});

test('l18 the German file is read with its encoding, and bad rows say why', async () => {
  const { forecast } = await bringIn('users', data.germanStaff, { ticks: ['create_teams'] });
  assert.match(forecast, /Käthe|Müller/);
  await open(`/users?q=${encodeURIComponent('Müller')}`);
  assert.match(await text(), /Käthe Müller/);
});

test('the leads come in with their totals, and a second import doubles nothing', async () => {
  const ticks = ['pending_owners', 'update'];
  const { report } = await bringIn('leads', data.leads, { ticks, timeout: 240_000 });
  assert.match(report, new RegExp(number(data.figures.leads)));
  await dryRun('leads', data.leads, { ticks, timeout: 240_000 });
  assert.equal(await main('form[action$="/run"] button').count(), 0, 'there is nothing to do a second time');
  const { leaver } = data.figures;
  await pageOf(leaver.name);
  const owns = await text('#owns');
  for (const value of [leaver.leads, leaver.won, leaver.lost, leaver.engaging, leaver.prospecting]) {
    has(owns, value);
  }
  assert.match(owns.replace(/[\s ]/g, ''), new RegExp(number(leaver.wonValue)));
});

test('n35 n40 n43 the leaver is deactivated, the effect shown first', async () => {
  const { leaver } = data.figures;
  await pageOf(leaver.name);
  const user = page.url();
  await page.goto(`${user}/deactivate`);
  const effect = await text();
  for (const value of [leaver.won, leaver.lost, leaver.engaging, leaver.prospecting]) has(effect, value);
  await main('form button.btn').first().click();
  assert.equal(await main('input[name="leads"]').count(), 3);
  await main('input[name="leads"][value="later"]').check();
  await main('form button.btn:not([name="find"])').first().click();
  await page.fill('main [name="reason"]', 'Left for another company');
  await main('form button.btn').first().click();
  await page.waitForURL(user);
  assert.match(await text(), /Deactivated/);
  await leaverPage.goto(user);
  assert.match(leaverPage.url(), /\/sign-in/, 'the session of the leaver has ended');
});

test('n29 l4 n47 the successor gets a mail, clicks once, chooses a password and has the freed seat', async () => {
  await open('/licences');
  await open('/users/new');
  await page.fill('main [name="email"]', HEIR.email);
  await main('form button.btn').first().click();
  await page.waitForURL(/\/users\/usr_/);
  const theirs = await comeThroughTheLink(HEIR.email, HEIR.name, HEIR.password);
  await theirs.context.close();
});

// The button that goes on, not the one that searches a person.
const goOn = () => main('form button.btn:not([name="find"])').first();

async function handOver(user) {
  await page.goto(`${user}/hand-over`);
  await main('input[name="leads"][value="to"]').check();
  if (await main('input[name="to_q"]').count()) {
    await main('input[name="to_q"]').fill(HEIR.name);
    await main('button[name="find"]').click();
    await page.waitForURL(/find=/);
  }
  const heir = main('select[name="to"] option', { hasText: HEIR.name }).first();
  await main('select[name="to"]').selectOption(await heir.getAttribute('value'));
  await goOn().click();
  await main('[name="reason"]').fill('The successor has come');
  await main('form button.btn').first().click();
  await page.waitForURL(user);
}

const leads = async () => (await text('#owns')).replaceAll('\u00a0', '');

test('n44 n45 the open leads go to the successor, won and lost stay with their figures', async () => {
  const { leaver } = data.figures;
  await open('/users?status=deactivated');
  await page.getByRole('link', { name: leaver.name, exact: true }).first().click();
  await page.waitForURL(/\/users\/usr_/);
  leaverUrl = page.url();
  await handOver(leaverUrl);
  has(await text(), leaver.engaging + leaver.prospecting);
  has(await leads(), leaver.won + leaver.lost);
  has(await leads(), leaver.wonValue);
});

// Writes a note on one of the successor's leads, and gives back its title.
async function touchOne() {
  await open(`/users?q=${encodeURIComponent(HEIR.name)}`);
  const heir = await page.getByRole('link', { name: HEIR.name, exact: true }).first().getAttribute('href');
  await open(`/leads?view=table&owner=${heir.split('/').pop()}`);
  await main('a[data-row-link]').first().click();
  await main('textarea[name="text"]').fill('Called, wants an offer');
  await main('form[action$="/notes"] button').click();
  await main('#notes', { hasText: 'Called, wants an offer' }).waitFor();
  return (await page.textContent('main h1')).trim();
}

// Waits until the leaver owns so many leads, since the page may be the one before.
async function owns(count) {
  const wanted = `${number(count)} leads`;
  await main('#owns', { hasText: wanted }).waitFor();
}

test('d2 the hand-over is taken back from the page: what was touched stays and is listed', async () => {
  const { leaver } = data.figures;
  const touched = await touchOne();
  await page.goto(leaverUrl);
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
  await page.locator('#toaster form[action$="/undo"] button').click();
  await owns(leaver.leads - 1);
  await handOver(leaverUrl);
  await owns(closed);
  await open('/audit');
  await main('a[href*="/audit/evt_"]').first().click();
  await page.waitForURL(/\/audit\/evt_/);
  assert.equal(await main('form[action$="/undo"] button').count(), 1, 'the audit log offers the same undo');
  await main('form[action$="/undo"] button').click();
  await page.waitForURL(leaverUrl);
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

test('l16 the list of people is downloaded as XLSX and CSV', async () => {
  for (const [ending, begins] of [['xlsx', 'PK'], ['csv', '\ufeff']]) {
    const answer = await context.request.get(`/a/${account}/users/export.${ending}`);
    assert.equal(answer.status(), 200, ending);
    const body = await answer.body();
    assert.ok(body.toString('utf8').startsWith(begins), ending);
  }
});
