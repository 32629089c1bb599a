// Builds what the browser gets into the folder given: style sheet, scripts, icons and fonts with a content
// hash in the name, compressed twins beside them, the licences of what is bundled, and a manifest.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const from = (...parts) => join(here, ...parts);
const out = process.argv[2];
const release = process.argv.includes("--release");
if (!out) {
  console.error("usage: node build.mjs <folder> [--release]");
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const mimes = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
const manifest = [];

// Writes one file under its hashed name, with its twins where compression helps, and answers that name.
function emit(name, content) {
  const bytes = Buffer.from(content);
  const end = extname(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${name.slice(0, -end.length)}-${hash}${end}`;
  writeFileSync(join(out, file), bytes);
  if (end !== ".woff2") {
    const quality = release ? 11 : 5;
    writeFileSync(
      join(out, `${file}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    );
    writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
  manifest.push({ name, file, mime: mimes[end], hash });
  return file;
}

const fonts = {};
for (const part of ["latin", "latin-ext", "cyrillic", "cyrillic-ext"]) {
  const name = `inter-${part}-wght-normal.woff2`;
  fonts[name] = emit(name, readFileSync(from("node_modules/@fontsource-variable/inter/files", name)));
}

// The style sheet in what the standard's checkers know. What goes only moves things smoothly, or belongs to parts of
// the library that no page uses. First values of the library's own properties are given in the older of its two ways,
// to every browser instead of only to those without @property.
function standard(css) {
  let plain = css;
  for (const rule of ["@starting-style", "@container", "@property"]) plain = without(plain, rule);
  const first = /@supports \(+-webkit-hyphens:\s*none[^{]*\{(\*,:before,:after,::backdrop\{[^}]*\})\}/;
  if (!first.test(plain)) throw new Error("the library gives first values of its properties in another way now");
  return plain
    .replace(first, "$1")
    .replace(/(transition-property:[^;}]*?)(?:,--tw-[a-z-]+)+/g, "$1")
    .replace(/(?:transition-behavior|container|container-type|container-name|field-sizing):[^;}]+;?/g, "")
    .replace(/block-size:calc-size\([^)]*\);?/g, "")
    .replace(/min-width:anchor-size\(width\);?/g, "")
    .replace(/[^{},]*:(?:where|has|is)\(\)[^{},]*\{[^{}]*\}/g, "");
}

// The style sheet without the blocks of this at-rule.
function without(css, rule) {
  for (let at = css.indexOf(rule); at >= 0; at = css.indexOf(rule)) {
    let end = css.indexOf("{", at);
    for (let depth = 1; depth > 0; ) {
      const brace = css[++end];
      if (brace === undefined) throw new Error(`a block of ${rule} does not end`);
      depth += (brace === "{") - (brace === "}");
    }
    css = css.slice(0, at) + css.slice(end + 1);
  }
  return css;
}

const scratch = mkdtempSync(join(tmpdir(), "seatwise-css-"));
try {
  const target = join(scratch, "app.css");
  const cli = from("node_modules/@tailwindcss/cli/dist/index.mjs");
  execFileSync(process.execPath, [cli, "-i", "src/app.css", "-o", target, "--minify"], {
    cwd: here,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const css = readFileSync(target, "utf8").replace(/\/fonts\/([a-z0-9-]+\.woff2)/g, (_, name) => {
    if (!fonts[name]) throw new Error(`the style sheet asks for the font ${name}, which is not embedded`);
    return fonts[name];
  });
  emit("app.css", standard(css));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const name of ["app.js", "theme.js"]) {
  const source = readFileSync(from("src", name), "utf8");
  emit(name, transformSync(source, { minify: true, target: "es2022", format: "iife" }).code);
}
emit("htmx.js", readFileSync(from("node_modules/htmx.org/dist/htmx.min.js"), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
emit("logo.svg", readFileSync(from("src/logo.svg")));

const icons = readFileSync(from("src/icons.txt"), "utf8").split(/\s+/).filter(Boolean);
const symbols = icons.map((name) => {
  const file = from("node_modules/lucide-static/icons", `${name}.svg`);
  if (!existsSync(file)) throw new Error(`src/icons.txt names ${name}, which lucide-static does not have`);
  const inner = readFileSync(file, "utf8").replace(/<!--.*?-->/gs, "").replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/\s*\n\s*/g, "").trim()}</symbol>`;
});
emit("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);

// What is bundled and under which licence; the text goes with the binary.
const bundled = ["@fontsource-variable/inter", "basecoat-css", "htmx.org", "lucide-static", "tailwindcss"];
const notices = bundled.map((name) => {
  const folder = from("node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const text = licence ? readFileSync(join(folder, licence), "utf8").trim() : "";
  return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
});
emit("THIRD-PARTY.txt", `Seatwise's pages contain the following works of others.\n\n${notices.join("\n----\n\n")}`);

manifest.sort((a, b) => (a.name < b.name ? -1 : 1));
// Tab separated, so that the build script of the crate can read it without a JSON parser.
writeFileSync(join(out, "manifest.tsv"), manifest.map((m) => [m.name, m.file, m.mime, m.hash].join("\t")).join("\n") + "\n");
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
