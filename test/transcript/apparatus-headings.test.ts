import { expect, test } from '@jest/globals';
import { detectProfile } from '../../src/profiles/index.js';
import { createSource } from '../../src/source/index.js';
import { markersOf, parse, said } from './parse.js';

const LETTER = 'Brief an Herrn Lang\n\nIch danke Dir für den Brief vom 3. März.1 Er kam spät.2\n\nDein Max';

test.each([
  'Einzelanmerkungen',
  'Anmerkungen des Herausgebers',
  'Stellenkommentar',
  'Kommentar:',
  'Erläuterungen',
  'Editor’s Notes',
  'Notes on the text',
  'Apparat',
])('%s over a list of notes is its heading', (heading) => {
  const { transcript, found } = parse(`${LETTER}\n\n${heading}\n\n  1. Nicht überliefert.\n  2. Vgl. Nr. 5.\n`);
  expect(said(found)).toEqual(['transcript/note-list-head 7:1']);
  expect(transcript.notes).toHaveLength(2);
});

test('letters in brackets are the only markers, and their notes begin so', () => {
  const text = LETTER.replace('März.1', 'März.[a]').replace('spät.2', 'spät.[b]');
  const typed = `${text}\n\n[a] Nicht überliefert.\n[b] Vgl. Nr. 5.\n`;
  const { profile } = detectProfile(createSource('a.txt', typed));
  expect(markersOf(parse(typed, profile).leaves)).toEqual(['März.<a> 0', 'spät.<b> 1']);
});
