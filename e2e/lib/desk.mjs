// Somebody who works with the program in a browser, and what is done there again and again.
import assert from 'node:assert/strict';
import { openPage, startBrowser } from './browser.mjs';
import { start } from './seatwise.mjs';
import { startSmtp } from './smtp.mjs';

export const OWNER = { name: 'Olha Owner', email: 'owner@maventech.example', password: 'tall-otter-sings-7-songs' };

export class Desk {
  // Starts a mail server, the program and a browser.
  static async open() {
    const desk = new Desk();
    desk.smtp = await startSmtp();
    desk.server = await start({ smtp: desk.smtp });
    desk.browser = await startBrowser();
    Object.assign(desk, await openPage(desk.browser, desk.server.url));
    return desk;
  }

  // Ends all three, and looks whether the program ended in order and the console was silent.
  async close() {
    await this.browser?.close();
    const code = await this.server?.stop();
    this.smtp?.stop();
    assert.equal(code, 0, 'the server ends in order');
    assert.deepEqual(this.problems, [], 'the console is silent');
  }

  main(selector, options) {
    return this.page.locator(`main ${selector}`, options);
  }

  async text(selector = 'main') {
    return (await this.page.textContent(selector)).replace(/\s+/g, ' ');
  }

  at(path) {
    return `/a/${this.account}${path}`;
  }

  open(path) {
    return this.page.goto(this.at(path));
  }

  // Makes the account behind the link that the program printed.
  async setUp({ seats }) {
    const link = this.server.printed('/setup/');
    assert.ok(link, this.server.output());
    await this.page.goto(link);
    const fields = { account: 'MavenTech', ...OWNER, seats: String(seats) };
    for (const [name, value] of Object.entries(fields)) await this.page.fill(`[name="${name}"]`, value);
    await this.page.click('main button.btn');
    await this.page.waitForURL(/\/a\/[^/]+\//);
    this.account = this.page.url().split('/a/')[1].split('/')[0];
    return link;
  }

  // Uploads a file and goes through mapping to the dry run.
  async dryRun(kind, file, { ticks = [], timeout = 120_000 } = {}) {
    await this.open('/imports/new');
    await this.main(`input[name="kind"][value="${kind}"]`).check();
    await this.main('input[type="file"]').setInputFiles(file);
    await this.main('form button.btn').first().click();
    await this.page.waitForURL(/\/match$/, { timeout });
    for (const name of ticks) await this.main(`input[name="${name}"]`).check();
    await this.main('form button.btn').first().click();
    await this.main('form[action$="/check"] button').waitFor({ timeout });
    return this.text();
  }

  // Waits until nothing is on its way any more.
  async ended(timeout = 120_000) {
    await this.page.waitForFunction(() => !document.querySelector('main [role="progressbar"]'), null, { timeout });
    return this.text();
  }

  // A dry run, the run, and the report.
  async bringIn(kind, file, options = {}) {
    const forecast = await this.dryRun(kind, file, options);
    await this.main('form[action$="/run"] button').click();
    await this.page.waitForURL(/\/imports\/imp_\w+$/, options);
    return { forecast, report: await this.ended(options.timeout) };
  }

  // The newest link that was mailed to somebody.
  async linkTo(email, count = 1) {
    const mail = await this.smtp.mailTo(email, count);
    assert.ok(mail.html.includes('<') && mail.text.length > 0, 'a text and an HTML part');
    return mail.text.match(/https?:\/\/\S+\/(?:activate|reset)\/\S+/)[0];
  }

  // Follows the link of the newest mail and chooses a password, in a browser of its own.
  async comeThroughTheLink(email, name, password) {
    const link = await this.linkTo(email);
    const theirs = await openPage(this.browser, this.server.url);
    await theirs.page.goto(link);
    await theirs.page.fill('[name="name"]', name);
    await theirs.page.fill('[name="password"]', password);
    await theirs.page.click('main button.btn');
    await theirs.page.waitForURL(/\/a\//);
    assert.deepEqual(theirs.problems, []);
    return theirs;
  }

  async pageOf(name) {
    await this.open(`/users?q=${encodeURIComponent(name)}`);
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.page.waitForURL(/\/users\/usr_/);
    return new URL(this.page.url()).pathname;
  }

  // Sends a form without showing its page.
  async send(path, form = {}) {
    const answer = await this.context.request.post(path, { form });
    assert.equal(answer.status(), 200, `${path}: ${(await answer.text()).slice(0, 2000)}`);
    return new URL(answer.url()).pathname;
  }
}
