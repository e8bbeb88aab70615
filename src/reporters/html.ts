/** Findings -> one page of HTML that needs no other file. */
import type { Reporter } from './reporter.js';

export const html: Reporter = {
  name: 'html',
  summary: 'one page for people: a summary, by code, by file, each finding with its line',
  explains: true,
  format: async (reports, style) => (await import('./html-page.js')).htmlPage(reports, style),
};
