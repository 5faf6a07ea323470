// Typesets reports in a thread of its own: compiling is synchronous and takes up to seconds.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const templates = fileURLToPath(new URL('./templates', import.meta.url));

/** Nothing but these: a font of the machine's would make other bytes, and other line breaks, somewhere else. */
const fonts = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];

let compiler;

/** Typst's binary is loaded at the first report, so that a server without one still starts and serves all else. */
function compilerOnce() {
  if (compiler) return compiler;
  let typst;
  try {
    typst = require('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    throw Object.assign(new Error('Typst has no binary for this platform.'), { code: 'unavailable' });
  }
  const folder = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
  compiler = typst.NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(join(folder, font, `SourceSans3_${font}.ttf`))) }],
  });
  return compiler;
}

/** @returns the PDF's bytes, PDF/A-2a, the same for the same files. */
function typeset({ template, files }) {
  const typst = compilerOnce();
  try {
    for (const [name, text] of Object.entries(files)) typst.mapShadow(join(templates, name), Buffer.from(text));
    const compiled = typst.compile({ mainFilePath: join(templates, template), resetRead: true });
    if (!compiled.result)
      throw new Error(`The template ${template} does not compile: ${diagnosticsOf(typst, compiled)}`);
    return typst.pdf(compiled.result, { pdfStandard: 'a-2a' });
  } finally {
    typst.resetShadow();
    // Memory grew from 174 to 708 MB over 136 reports without this.
    typst.evictCache(2);
  }
}

function diagnosticsOf(typst, compiled) {
  const found = compiled.takeDiagnostics();
  return found
    ? typst
        .fetchDiagnostics(found)
        .map((each) => `${each.path ?? ''} ${each.range ?? ''} ${each.message}`)
        .join('; ')
    : 'no reason given';
}

parentPort.on('message', ({ id, job }) => {
  try {
    parentPort.postMessage({ id, result: typeset(job) });
  } catch (error) {
    parentPort.postMessage({ id, failure: { code: error.code ?? null, message: error.message } });
  }
});
