import test from 'node:test';
import assert from 'node:assert/strict';
import { parse } from '../lib/smtp.mjs';

test('a mail in two parts is read with its subject', () => {
  const raw = [
    'Subject: =?utf-8?b?0J/RgNC40LLRltGC?= =?utf-8?q?_=21?=',
    'Content-Type: multipart/alternative; boundary="xyz"', '',
    '--xyz', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'Gr=C3=BC=C3=9Fe',
    '--xyz', 'Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', 'PGI+', '--xyz--', '',
  ].join('\r\n');
  const message = parse(raw);
  assert.equal(message.headers.subject, 'Привіт !');
  assert.equal(message.text.trim(), 'Grüße');
  assert.equal(message.html, '<b>');
});
