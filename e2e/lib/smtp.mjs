// A mail server for tests: takes messages on a free port of the loopback and keeps them.
import net from 'node:net';
import { once } from 'node:events';

const address = (line) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function decodeBody(body, encoding) {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decodeWords(value) {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeBody(text.replaceAll('_', ' '), 'quoted-printable'));
}

// Headers in lower case, and the text and HTML parts of a message.
export function parse(raw) {
  const end = raw.indexOf('\r\n\r\n');
  const headers = {};
  for (const line of raw.slice(0, end).replace(/\r\n[ \t]/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = decodeWords(line.slice(colon + 1).trim());
  }
  const body = raw.slice(end + 4);
  const kind = headers['content-type'] ?? '';
  const boundary = /boundary="?([^";]+)/.exec(kind)?.[1];
  const message = { headers, text: '', html: '' };
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      if (part.startsWith('--')) break;
      const inner = parse(part.replace(/^\r\n/, ''));
      message.text ||= inner.text;
      message.html ||= inner.html;
    }
  } else if (kind.startsWith('text/html')) message.html = decodeBody(body, headers['content-transfer-encoding']);
  else message.text = decodeBody(body, headers['content-transfer-encoding']);
  return message;
}

export async function startSmtp() {
  const messages = [];
  const waiting = new Set();
  const server = net.createServer((socket) => {
    let buffer = '';
    let data = null;
    let envelope = { from: '', to: [] };
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.write('220 localhost ESMTP\r\n');
    const answer = (line) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') return '250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8';
      if (verb === 'MAIL') { envelope = { from: address(line), to: [] }; return '250 ok'; }
      if (verb === 'RCPT') { envelope.to.push(address(line)); return '250 ok'; }
      if (verb === 'DATA') { data = []; return '354 end with a dot'; }
      if (verb === 'QUIT') { socket.end('221 bye\r\n'); return null; }
      return ['HELO', 'NOOP', 'RSET'].includes(verb) ? '250 ok' : '502 not known here';
    };
    socket.on('data', (chunk) => {
      buffer += chunk;
      for (let at = buffer.indexOf('\r\n'); at >= 0; at = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, at);
        buffer = buffer.slice(at + 2);
        if (data && line === '.') {
          const raw = Buffer.from(data.join('\r\n'), 'latin1').toString('utf8');
          messages.push({ ...envelope, raw, ...parse(raw) });
          data = null;
          socket.write('250 taken\r\n');
          for (const wake of waiting) wake();
        } else if (data) data.push(line.replace(/^\./, ''));
        else {
          const reply = answer(line);
          if (reply) socket.write(`${reply}\r\n`);
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Resolves with the newest message to this address once there are as many as asked for.
  const mailTo = (to, count = 1, timeout = 20_000) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => { waiting.delete(look); reject(new Error(`no mail to ${to}`)); }, timeout);
      const look = () => {
        const found = messages.filter((message) => message.to.includes(to));
        if (found.length < count) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found.at(-1));
      };
      waiting.add(look);
      look();
    });
  return { port: server.address().port, messages, mailTo, stop: () => server.close() };
}
