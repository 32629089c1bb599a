// A headless Chromium that remembers what the console said, and axe for every page.
import { chromium } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = await readFile(axeFile, 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The rules about colours: the only ones that another colour scheme can change.
const COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = [1440, 390];
const NARROWEST = 320;
// Dark first: what the page does before the first paint is seen then, and the change on a living page after it.
const SCHEMES = [['dark', RULES], ['light', COLOURS]];
// Enough where only the words are others.
export const DARK_ALONE = SCHEMES.slice(0, 1);

export async function startBrowser() {
  const executablePath = process.env.SEATWISE_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

// A page with its own cookies. `problems` collects console errors, failed scripts and requests to other hosts.
export async function openPage(browser, url, { scripts = true, width = 1440, height = 900, scheme = 'light', language = 'en' } = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    javaScriptEnabled: scripts,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems = [];
  page.on('console', (message) => {
    // A page that is refused on purpose says so in the console, too.
    const refused = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !refused) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !target.startsWith('data:') && !target.startsWith('blob:')) problems.push(`asks another host: ${target}`);
  });
  return { context, page, problems };
}

async function violations(page, rules) {
  // Evaluated and not added as a script: the content security policy refuses inline scripts.
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(`${axeSource};0`);
  return page.evaluate(async (runOnly) => {
    const result = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
    return result.violations.map((found) => `${found.id} (${found.impact}): ${found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }, rules);
}

// Chooses a colour scheme and waits until the page has followed. Colours change at once: whoever asks for less motion
// gets transitions that are short, but on everything, and axe would measure in the middle of them.
async function turn(page, colorScheme) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after, ::details-content { transition-property: none !important }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((dark) => document.documentElement.classList.contains('dark') === dark, colorScheme === 'dark');
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
}

// Checks what is shown, wide and narrow, dark and light: axe, sideways scrolling, the console. `again` brings it
// there anew at each width, for what does not outlast a turn of the telephone, as an open menu.
export async function checkHere(page, problems, name, { widths = WIDTHS, schemes = SCHEMES, again } = {}) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: schemes[0][0], reducedMotion: 'reduce' });
    await again?.();
    for (const [scheme, rules] of schemes) {
      await turn(page, scheme);
      for (const line of await violations(page, rules)) found.push(`${name} ${scheme} ${width}: ${line}`);
    }
    // Nothing is lost at 320 px either (WCAG 2.2, 1.4.10).
    if (width < 768 && !again) await page.setViewportSize({ width: NARROWEST, height: 900 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${name} ${width}: the page scrolls sideways by ${wider} px`);
  }
  found.push(...problems.splice(0));
  return found;
}

// The same for an address.
export async function checkPage(page, problems, path, { status = 200, schemes = SCHEMES } = {}) {
  await page.emulateMedia({ colorScheme: schemes[0][0], reducedMotion: 'reduce' });
  const answer = await page.goto(path, { waitUntil: 'load' });
  assert.equal(answer.status(), status, path);
  return checkHere(page, problems, path, { schemes });
}
