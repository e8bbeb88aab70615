#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep the compiled code of one run for the next.
module.enableCompileCache?.();
const { main } = await import('../dist/cli/main.js');

await main();
