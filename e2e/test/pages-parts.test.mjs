// What opens on a page passes axe while it is open: menus, dialogs, the bar over ticked rows, the drawer.
import test, { after, before } from 'node:test';
import { cleanHere, company } from '../lib/company.mjs';

let desk;
before(async () => { desk = await company(); });
after(() => desk?.close());

// Opens the list of people, and then something on it.
const then = (act, path = '/users') => async () => {
  await desk.open(path);
  await act();
};
const menu = (button) => async () => {
  const id = await button.getAttribute('popovertarget');
  await button.click();
  await desk.page.locator(`#${id}:popover-open`).waitFor();
};

test('the palette with what it finds', async () => {
  const ask = async (text) => {
    await desk.page.keyboard.press('Control+k');
    await desk.page.locator('#palette[open] input').fill(text);
    await desk.page.locator('#palette-results').locator(text === 'Darcel' ? 'a[role="option"]' : 'p[role="option"]').first().waitFor();
  };
  await cleanHere(desk, 'the palette', { again: then(() => ask('Darcel')) });
  await cleanHere(desk, 'the palette without a result', { again: then(() => ask('qqqq')) });
  await desk.open('/palette?q=Darcel');
  await cleanHere(desk, 'the page of the palette');
});

test('menus of a row, of a person, of a filter, of a file and of the own account', async () => {
  const row = () => desk.main('tbody tr', { hasText: 'Darcel Schlecht' }).locator('button[aria-haspopup="menu"]').last();
  await cleanHere(desk, 'menu of a row', { again: then(() => menu(row())()) });
  await cleanHere(desk, 'menu of a filter', { again: then(() => menu(desk.main('button.chip').first())()) });
  await cleanHere(desk, 'menu of the export', { again: then(() => menu(desk.page.locator('[popovertarget="export-menu"]'))()) });
  await cleanHere(desk, 'own menu', { again: then(() => menu(desk.page.locator('#me-button'))()) });
  const person = desk.active.replace(`/a/${desk.account}`, '');
  await cleanHere(desk, 'menu of a person', { again: then(() => menu(desk.page.locator('#user-menu-button'))(), person) });
  for (const id of ['lang-menu', 'theme-menu']) {
    await cleanHere(desk, id, { widths: [1440], again: then(() => menu(desk.page.locator(`[popovertarget="${id}"]`))()) });
  }
});

test('the bar over ticked rows, of people and of leads', async () => {
  const tick = async () => {
    await desk.main('.head-check').check();
    await desk.page.locator('.bulkbar[data-on]').waitFor();
  };
  await cleanHere(desk, 'ticked people', { again: then(tick) });
  await cleanHere(desk, 'ticked leads', { again: then(tick, '/leads?view=table') });
});

test('the list of keys, and the drawer of a phone', async () => {
  const keys = async () => {
    await desk.page.keyboard.press('?');
    await desk.page.locator('#shortcuts[open]').waitFor();
  };
  const drawer = async () => {
    await desk.page.click('[data-open="drawer"]');
    await desk.page.locator('#drawer[open]').waitFor();
  };
  await cleanHere(desk, 'list of keys', { widths: [1440], again: then(keys) });
  await cleanHere(desk, 'drawer', { widths: [390], again: then(drawer) });
});
