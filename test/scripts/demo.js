/** `npm run demo`: the first document of the corpus -> TEI, held to its schema and to its transcription, and shown. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TRANSCRIPTION = 'corpus/frus/transcriptions/frus1961-63v06-d15.txt';
const TEI = 'build/demo/frus1961-63v06-d15.xml';

/** Runs the command as a user does; what it says is shown. */
function teiscribe(/** @type {string[]} */ ...args) {
  console.log(`\n$ teiscribe ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['bin/teiscribe.js', ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}

function show(/** @type {string} */ title, /** @type {readonly string[]} */ lines) {
  console.log(`\n--- ${title}`);
  for (const line of lines) console.log(line.length > 160 ? `${line.slice(0, 159)}…` : line);
}

teiscribe('convert', TRANSCRIPTION, '-o', TEI);
teiscribe('validate', TEI, '--against', TRANSCRIPTION);

const typed = readFileSync(TRANSCRIPTION, 'utf8').split('\n');
const tei = readFileSync(TEI, 'utf8').split('\n');
const from = tei.findIndex((line) => line.includes('<div '));
show(`${TRANSCRIPTION} (the first lines)`, typed.slice(0, 9));
show(`${TEI} (from line ${from + 1})`, tei.slice(from, from + 24));
console.log(`\nThe whole document: ${TEI}`);
