#!/usr/bin/env node
// CommonJS, as package.json beside it says: starting the loader of ES modules would take a twentieth of a short run.
const { join } = require('node:path');

const command = join(__dirname, '..', 'dist', 'command');
const { loadCommand } = require(join(command, 'load.cjs'));
const use = /^[a-z]+$/.test(process.argv[2] ?? '') ? process.argv[2] : 'help';

loadCommand(join(command, 'main.cjs'), use, process.env, require).main();
