// Takes the picture of the README from the demo: node e2e/screenshot.mjs
import { join } from 'node:path';
import { startBrowser } from './lib/browser.mjs';
import { root, start } from './lib/seatwise.mjs';

const server = await start({ args: ['demo', '--seed', '1'] });
const browser = await startBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  const [, email, password] = server.output().match(/owner\s+(\S+@\S+)\s+(.+)/);
  await page.fill('[name="email"]', email);
  await page.fill('[name="password"]', password.trim());
  await page.click('main button');
  await page.waitForURL(/\/a\//);
  const account = page.url().match(/\/a\/([^/]+)/)[1];
  await page.goto(`/a/${account}/users`);
  await page.screenshot({ path: join(root, 'docs/users.png') });
} finally {
  await browser.close();
  await server.stop();
}
