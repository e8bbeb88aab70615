#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../dist/command/', import.meta.url));
const { loadCommand } = createRequire(import.meta.url)(`${command}load.cjs`);
const use = /^[a-z]+$/.test(process.argv[2] ?? '') ? process.argv[2] : 'help';
const { main } = loadCommand(`${command}main.cjs`, use, process.env);

await main();
