// The pages of an import pass axe, from the file to its undo.
import test, { after, before } from 'node:test';
import { clean, cleanHere, company } from '../lib/company.mjs';

let desk;
before(async () => { desk = await company(); });
after(() => desk?.close());

test('a file that is no table', async () => {
  await clean(desk, [desk.at('/imports/new')]);
  await desk.page.goto(desk.at('/imports/new'));
  await desk.main('input[type="file"]').setInputFiles({ name: 'people.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 not a table') });
  await desk.main('form button.btn').first().click();
  await desk.main('[aria-invalid="true"]').waitFor();
  await cleanHere(desk, 'a file that is refused');
});

test('matching columns, the dry run with every kind of row, the result', async () => {
  await desk.dryRun('users', desk.data.germanStaff, { ticks: ['create_teams'] });
  const check = new URL(desk.page.url()).pathname;
  await clean(desk, [check.replace('/check', '/match'), check, `${check}?rows=problems`]);
  await desk.main('form[action$="/run"] button').click();
  await desk.page.waitForURL(/\/imports\/imp_\w+$/);
  await desk.ended();
  await cleanHere(desk, 'the report of an import');
  await desk.dryRun('leads', desk.data.leads, { ticks: ['pending_owners'] });
  await cleanHere(desk, 'a dry run with nothing to do');
});

test('the list, and what is asked before mails go out and before an undo', async () => {
  const { userImport, leadImport } = desk;
  await clean(desk, [desk.at('/imports'), userImport, leadImport, `${userImport}/mail`, `${userImport}/undo`]);
  await desk.page.goto(`${leadImport}/undo`);
  await desk.main('[name="reason"]').fill('The wrong file');
  await desk.main('form[action$="/undo"] button.btn').first().click();
  await desk.page.waitForURL(leadImport);
  await desk.ended();
  await cleanHere(desk, 'an import that was taken back');
});
