// Pages for people who have not signed in pass axe, and the first set-up works without scripts.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { checkPage, openPage } from '../lib/browser.mjs';
import { clean, cleanHere } from '../lib/company.mjs';
import { Desk, OWNER } from '../lib/desk.mjs';

let desk;
before(async () => { desk = await Desk.open(); });
after(() => desk?.close());

test('the first set-up, also after a mistake and without scripts', async () => {
  const setup = desk.server.printed('/setup/');
  await clean(desk, [setup]);
  await desk.page.goto(setup);
  await desk.page.fill('[name="email"]', 'nonsense');
  await desk.page.evaluate(() => { document.querySelector('main form').noValidate = true; });
  await desk.page.click('main button.btn');
  await desk.page.locator('[aria-invalid="true"]').first().waitFor();
  await cleanHere(desk, 'set-up that is refused');
  const plain = await openPage(desk.browser, desk.server.url, { scripts: false });
  await plain.page.goto(setup);
  for (const [name, value] of Object.entries({ account: 'Acme', ...OWNER, seats: '9' })) await plain.page.fill(`[name="${name}"]`, value);
  await plain.page.click('main button.btn');
  await plain.page.waitForURL(/\/a\//);
  desk.account = plain.page.url().split('/a/')[1].split('/')[0];
  await plain.page.goto(desk.at('/users/new'));
  await plain.page.fill('main [name="email"]', 'pending@acme.example');
  await plain.page.locator('main form button.btn').first().click();
  await plain.page.waitForURL(/\/users\/usr_/);
  await plain.context.close();
});

test('signing in, links that are known and links that are not', async () => {
  await clean(desk, ['/sign-in', '/sign-in/forgot']);
  await clean(desk, ['/no-such-page', '/activate/unknown', '/reset/unknown'], { status: 404 });
  await desk.page.goto('/sign-in');
  await desk.page.fill('[name="email"]', OWNER.email);
  await desk.page.fill('[name="password"]', 'not the password');
  await desk.page.click('main button.btn');
  await desk.page.locator('main [role="status"], main [role="alert"]').first().waitFor();
  await cleanHere(desk, 'sign-in that is refused');
  await desk.page.goto('/sign-in/forgot');
  await desk.page.fill('[name="email"]', OWNER.email);
  await desk.page.click('main button.btn');
  await desk.page.waitForLoadState();
  await cleanHere(desk, 'after asking for a new password');
  await clean(desk, [await desk.linkTo('pending@acme.example'), await desk.linkTo(OWNER.email)]);
  for (const field of ['name', 'password']) assert.equal(await desk.page.locator(`[name="${field}"]`).count(), Number(field === 'password'));
});

test('the page of the API and of the problems', async () => {
  await clean(desk, ['/api', '/problems', '/problems/no-free-seat']);
  await clean(desk, ['/problems/unknown'], { status: 404 });
});

test('the sign-in in five languages', async () => {
  for (const language of ['de', 'ru', 'uk', 'zh']) {
    const there = await openPage(desk.browser, desk.server.url, { language });
    assert.deepEqual(await checkPage(there.page, there.problems, '/sign-in'), [], language);
    assert.match(await there.page.getAttribute('html', 'lang'), new RegExp(`^${language}`));
    await there.context.close();
  }
});
