// A small account for the tests of pages: somebody in every state, leads, and an import of each kind.
import assert from 'node:assert/strict';
import { checkHere, checkPage } from './browser.mjs';
import { madeFiles } from './data.mjs';
import { Desk } from './desk.mjs';

const PASSWORD = 'brave-heron-counts-5-hens';

export async function company() {
  const desk = await Desk.open();
  await desk.setUp({ seats: 9 });
  desk.data = await madeFiles();
  await desk.bringIn('users', desk.data.staff, { ticks: ['create_teams'] });
  desk.userImport = new URL(desk.page.url()).pathname;
  await desk.bringIn('leads', desk.data.leads, { ticks: ['pending_owners'] });
  desk.leadImport = new URL(desk.page.url()).pathname;
  desk.active = await desk.pageOf('Darcel Schlecht');
  desk.left = await desk.pageOf('Anna Snelling');
  desk.pending = await desk.pageOf('Cecily Lampkin');
  desk.unmailed = await desk.pageOf('Mei-Mei Johns');
  for (const path of [desk.active, desk.left, desk.pending]) await desk.send(`${path}/resend`);
  for (const name of ['Darcel Schlecht', 'Anna Snelling']) {
    const link = await desk.linkTo(`${name.toLowerCase().replace(' ', '.')}@maventech.example`);
    const body = new URLSearchParams({ name, password: PASSWORD });
    const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' });
    assert.equal(answer.status, 303, await answer.text());
  }
  await desk.send(`${desk.left}/deactivate`, { leads: 'later', reason: 'Left for another company' });
  return desk;
}

// Checks addresses one after the other, and tells everything that was found at once.
export async function clean(desk, paths, expected) {
  const found = [];
  for (const path of paths) found.push(...(await checkPage(desk.page, desk.problems, path, expected)));
  assert.deepEqual(found, []);
}

// Checks what is open now.
export async function cleanHere(desk, name, options) {
  assert.deepEqual(await checkHere(desk.page, desk.problems, name, options), []);
}
