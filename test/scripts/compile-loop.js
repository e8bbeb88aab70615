/** The loop in AssemblyScript, src/xml/assembly -> WebAssembly, in the module src/xml/byte-loop-code.ts. To be run when the former has changed: test/xml/byte-loop-code.test.ts compares them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [out = 'src/xml/byte-loop-code.ts', compiler = 'node_modules/assemblyscript/bin/asc.js'] = process.argv.slice(2);
const binary = 'build/byte-loop.wasm';
const options = ['--runtime', 'stub', '-O3', '--enable', 'simd', '--noAssert'];

mkdirSync('build', { recursive: true });
const { status, stderr } = spawnSync(
  process.execPath,
  [compiler, 'src/xml/assembly/loop.ts', '--outFile', binary, ...options],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(stderr);
writeFileSync(
  out,
  `/** The loop of \`assembly/loop.ts\` in WebAssembly, as \`node test/scripts/compile-loop.js\` makes it; base64. */
export const BYTE_LOOP: string =
  '${readFileSync(binary).toString('base64')}';
`,
);
