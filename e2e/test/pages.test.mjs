// Every page passes axe in light and dark, wide and narrow, with a silent console; and works without scripts.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { checkPage, openPage, startBrowser } from '../lib/browser.mjs';
import { start } from '../lib/seatwise.mjs';
import { startSmtp } from '../lib/smtp.mjs';

const PASSWORD = 'tall-otter-sings-7-songs';

let smtp;
let server;
let browser;
let page;
let problems;
let account;

before(async () => {
  smtp = await startSmtp();
  server = await start({ smtp });
  browser = await startBrowser();
  ({ page, problems } = await openPage(browser, server.url, { scripts: true }));
});

after(async () => {
  await browser?.close();
  await server?.stop();
  smtp?.stop();
});

const clean = async (paths, expected) => {
  const found = [];
  for (const path of paths) found.push(...(await checkPage(page, problems, path, expected)));
  assert.deepEqual(found, []);
};

test('pages before signing in', async () => {
  const setup = server.printed('/setup/');
  await clean([setup, '/sign-in', '/sign-in/forgot']);
  await clean(['/no-such-page', '/activate/unknown', '/reset/unknown'], { status: 404 });
  const plain = await openPage(browser, server.url, { scripts: false });
  await plain.page.goto(setup);
  for (const [name, value] of Object.entries({ account: 'Acme', name: 'Olha Owner', email: 'owner@acme.example', password: PASSWORD, seats: '9' })) {
    await plain.page.fill(`[name="${name}"]`, value);
  }
  await plain.page.click('main button.btn');
  await plain.page.waitForURL(/\/a\//);
  account = plain.page.url().split('/a/')[1].split('/')[0];
  await plain.context.close();
});

test('pages of an account', async () => {
  await page.goto('/sign-in');
  await page.fill('[name="email"]', 'owner@acme.example');
  await page.fill('[name="password"]', PASSWORD);
  await page.click('main button.btn');
  await page.waitForURL(/\/a\//);
  const at = (path) => `/a/${account}${path}`;
  await page.goto(at('/users/new'));
  await page.fill('main [name="email"]', 'pending@acme.example');
  await page.locator('main form button.btn').first().click();
  await page.waitForURL(/\/users\/usr_/);
  const pending = new URL(page.url()).pathname;
  await page.goto(at('/leads/new'));
  await page.fill('main [name="title"]', 'A lead with a rather long title that has to break somewhere on a phone');
  await page.locator('main form button.btn').first().click();
  await page.waitForURL(/\/leads\/lead_/);
  const lead = new URL(page.url()).pathname;
  await page.locator('main select[name="to"]').selectOption('unassigned');
  await page.locator('main form[action$="/assign"] button.btn').last().click();
  await page.locator('#toaster form[action$="/undo"]').waitFor();
  await page.goto(at('/teams'));
  await page.fill('main [name="name"]', 'A team with a name that has to break somewhere on a phone');
  await page.locator('main form button.btn').first().click();
  await page.waitForURL(/\/teams\/team_/);
  const team = new URL(page.url()).pathname;
  await page.goto(at('/audit?period=day&kind=lead.assigned'));
  const event = await page.locator('main a[href*="/audit/evt_"]').first().getAttribute('href');
  await clean([
    at('/users'), at('/users?status=deactivated'), at('/users?q=nobody'), at('/users/new'), pending, `${pending}/edit`,
    `${pending}/cancel-invitation`, at('/users?link=expired'),
    at('/leads'), at('/leads?view=board'), at('/leads/new'), lead, `${lead}/edit`, at('/leads/unassigned'),
    at('/teams'), team, at('/settings'), at('/licences'), at('/imports'), at('/imports/new'), at('/audit'), event,
    event.replace('/audit/', '/hand-overs/'), at('/audit?period=day&kind=lead.assigned'), at('/outbox'), at('/me'),
  ]);
});

test('pages in five languages', async () => {
  for (const language of ['de', 'ru', 'uk', 'zh']) {
    const there = await openPage(browser, server.url, { language, width: 390 });
    const found = await checkPage(there.page, there.problems, '/sign-in');
    assert.deepEqual(found, [], language);
    assert.match(await there.page.getAttribute('html', 'lang'), new RegExp(`^${language}`));
    await there.context.close();
  }
});
