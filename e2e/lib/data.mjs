// The files that the main job brings in, with the figures a correct import shows: the real ones where
// they are, else a small made set with the same columns.
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './seatwise.mjs';

const real = process.env.SEATWISE_REAL_DATA ?? resolve(root, '../shared/data');

async function realFiles() {
  return {
    made: false,
    staff: join(real, 'sales-pipeline/staff.xlsx'),
    germanStaff: join(real, 'mitarbeiter.csv'),
    leads: join(real, 'sales-pipeline/sales_pipeline.csv'),
    figures: {
      people: 41,
      germanPeople: 10,
      leads: 8800,
      leaver: { name: 'Darcel Schlecht', email: 'darcel.schlecht@maventech.example', leads: 747, won: 349, lost: 204, engaging: 83, prospecting: 111, wonValue: 1153214 },
    },
  };
}

// 6 people, 120 leads: of ten in a row five are won, two lost, two engaging, one prospecting.
export async function madeFiles() {
  const folder = await mkdtemp(join(tmpdir(), 'seatwise-data-'));
  const names = ['Darcel Schlecht', 'Anna Snelling', 'Cecily Lampkin', 'Mei-Mei Johns', 'Kary Hendrixson', 'Moses Frase'];
  const email = (name) => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@maventech.example`;
  const stages = ['Won', 'Won', 'Lost', 'Engaging', 'Won', 'Prospecting', 'Won', 'Lost', 'Engaging', 'Won'];
  const leaver = { name: names[0], email: email(names[0]), leads: 0, won: 0, lost: 0, engaging: 0, prospecting: 0, wonValue: 0 };
  const rows = ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'];
  for (let number = 0; number < 120; number += 1) {
    const agent = names[Math.floor(number / 10) % 4];
    const stage = stages[number % 10];
    const closed = stage === 'Won' || stage === 'Lost';
    const value = stage === 'Won' ? 1000 + number : stage === 'Lost' ? 0 : '';
    if (agent === leaver.name) {
      leaver.leads += 1;
      leaver[stage.toLowerCase()] += 1;
      if (stage === 'Won') leaver.wonValue += value;
    }
    rows.push([`OPP${String(number).padStart(5, '0')}`, agent, 'GTX Basic', 'Acme Corporation', stage, stage === 'Prospecting' ? '' : '2026-01-15', closed ? '2026-02-20' : '', value].join(','));
  }
  const staff = ['Name,E-mail,Position,Team,Phone,Start date', ...names.map((name, number) => `${name},${email(name)},Sales agent,Team ${number % 2 ? 'Losch' : 'Rouche'},+1 202 555 01${20 + number},2024-03-0${number + 1}`)];
  const german = ['Anrede;Vorname;Nachname;E-Mail;Benutzergruppe', 'Frau;K\xe4the;M\xfcller;kaethe.mueller@nordwind-solar.example;Nord', 'Herr;\xd6mer;Yildiz;oemer.yildiz(at)nordwind-solar.example;Ost'];
  const files = { staff: join(folder, 'staff.csv'), germanStaff: join(folder, 'mitarbeiter.csv'), leads: join(folder, 'sales_pipeline.csv') };
  await writeFile(files.staff, `${staff.join('\r\n')}\r\n`);
  await writeFile(files.germanStaff, Buffer.from(`${german.join('\r\n')}\r\n`, 'latin1'));
  await writeFile(files.leads, `${rows.join('\n')}\n`);
  return { made: true, ...files, figures: { people: names.length, germanPeople: 1, leads: 120, leaver } };
}

export async function files() {
  if (existsSync(real)) return realFiles();
  console.error(`\nNOTE: ${real} is not there; the main job runs on a small made set instead of the real files.\n`);
  return madeFiles();
}
