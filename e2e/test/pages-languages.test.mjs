// The pages that carry most words pass axe in every language, wide and narrow; a language changes no colours.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { DARK_ALONE, checkPage, openPage } from '../lib/browser.mjs';
import { company } from '../lib/company.mjs';
import { OWNER } from '../lib/desk.mjs';

let desk;
let paths;

before(async () => {
  desk = await company();
  await desk.dryRun('users', desk.data.germanStaff, { ticks: ['create_teams'] });
  const check = new URL(desk.page.url()).pathname;
  await desk.open('/leads?view=table');
  const lead = await desk.main('a[data-row-link]').first().getAttribute('href');
  paths = [desk.at('/users'), desk.active, `${desk.active}/deactivate?step=2`, check, lead, desk.at('/audit')];
});
after(() => desk?.close());

for (const language of ['de', 'ru', 'uk', 'zh']) {
  test(`people, a wizard, a dry run, a lead and the log in ${language}`, async () => {
    const there = await openPage(desk.browser, desk.server.url, { language });
    await there.page.goto('/sign-in');
    await there.page.fill('[name="email"]', OWNER.email);
    await there.page.fill('[name="password"]', OWNER.password);
    await there.page.click('main button.btn');
    await there.page.waitForURL(/\/a\//);
    await there.context.request.post('/preferences', { form: { lang: language, next: '/' } });
    const found = [];
    for (const path of paths) {
      found.push(...(await checkPage(there.page, there.problems, path, { schemes: DARK_ALONE })));
      assert.match(await there.page.getAttribute('html', 'lang'), new RegExp(`^${language}`), path);
    }
    assert.deepEqual(found, []);
    await there.context.close();
  });
}
