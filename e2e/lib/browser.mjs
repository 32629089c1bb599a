// A headless Chromium that remembers what the console said, and axe for every page.
import { chromium } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = await readFile(axeFile, 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const LOOKS = [
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 1440 },
  { scheme: 'light', width: 390 },
  { scheme: 'dark', width: 390 },
];

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

async function violations(page) {
  // Evaluated and not added as a script: the content security policy refuses inline scripts.
  await page.evaluate(`${axeSource};0`);
  return page.evaluate(async (rules) => {
    const result = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return result.violations.map((found) => `${found.id} (${found.impact}): ${found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }, RULES);
}

// Checks one address in light and dark, wide and narrow: axe, sideways scrolling, the console.
export async function checkPage(page, problems, path, { status = 200 } = {}) {
  const found = [];
  for (const { scheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const answer = await page.goto(path, { waitUntil: 'load' });
    assert.equal(answer.status(), status, path);
    for (const line of await violations(page)) found.push(`${path} ${scheme} ${width}: ${line}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${path} ${scheme} ${width}: the page scrolls sideways by ${wider} px`);
  }
  found.push(...problems.splice(0));
  return found;
}
