// Starts the built program in an empty folder on a free port, as a user would.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import net from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
export const program = process.env.SEATWISE_PROGRAM ?? join(target, 'debug/seatwise');

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export const folder = () => mkdtemp(join(tmpdir(), 'seatwise-e2e-'));

// The environment without the names that this folder uses itself: the program refuses what it does not know.
const surroundings = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SEATWISE_')));

// Runs a command of the program to its end.
export async function command(args, { cwd, env = {}, input } = {}) {
  const child = spawn(program, args, { cwd, env: { ...surroundings(), ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, out, err };
}

// Starts `seatwise serve` (or another long command) and waits until it answers.
export async function start({ smtp, args = ['serve'], env = {} } = {}) {
  if (!existsSync(program)) throw new Error(`${program} is not built: cargo build --workspace`);
  const cwd = await folder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    SEATWISE_LISTEN: `127.0.0.1:${port}`,
    SEATWISE_PUBLIC_URL: url,
    ...(smtp && { SEATWISE_SMTP_HOST: '127.0.0.1', SEATWISE_SMTP_PORT: String(smtp.port), SEATWISE_SMTP_ENCRYPTION: 'none', SEATWISE_SMTP_FROM: 'seatwise@example.org' }),
    ...env,
  };
  const child = spawn(program, args, { cwd, env: { ...surroundings(), ...settings } });
  let output = '';
  const ended = once(child, 'close');
  const append = (chunk) => (output += chunk);
  child.stdout.on('data', append);
  child.stderr.on('data', append);
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${output}`);
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) break;
    if (Date.now() > deadline) { child.kill('SIGKILL'); throw new Error(`the program does not answer:\n${output}`); }
    await new Promise((next) => setTimeout(next, 50));
  }
  return {
    url,
    cwd,
    child,
    settings,
    output: () => output,
    // The first address in the output that begins like this.
    printed: (path) => output.match(new RegExp(`${url}${path}[^\\s'"]*`))?.[0],
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      await rm(cwd, { recursive: true, force: true });
      return code;
    },
  };
}
