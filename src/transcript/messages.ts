/** What the stage transcript has to say: every wording on one screen. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const messages = defineMessages('transcript', {
  'page-break-not-standard': wording<{ typed: string; standard: string }>(
    'info',
    ({ typed, standard }) => `"${typed}" is read as the page break "${standard}"`,
    ({ standard }) => `write "${standard}" to be sure that it is read as one`,
  ),
  'page-break-not-recognised': wording<{ typed: string; example: string }>(
    'warning',
    ({ typed }) => `"${typed}" looks like a page break but has no page number that can be read; it stays text`,
    ({ example }) => `write page breaks as "${example}", with a number in figures or Roman numerals`,
  ),
  'page-break-not-closed': wording<{ typed: string; example: string }>(
    'warning',
    ({ typed }) => `page break "${typed}" is not closed; it stays text`,
    ({ example }) => `write page breaks as "${example}"`,
  ),
  'page-break-unread': wording<{ typed: string; count: number; example: string }>(
    'warning',
    ({ typed, count }) => `"${typed}" and ${count - 1} more lines look like numbers of pages; they are read as text`,
    ({ example }) => `write page breaks as "${example}", or delete these lines if the pages do not matter`,
  ),
  'word-over-page': wording<{ before: string; after: string }>(
    'info',
    ({ before, after }) => `"${before}" and "${after}" are read as one word, which goes on over the page break`,
    () =>
      'nothing to do if they are one word; the white space about the page break is kept in a processing instruction',
  ),
  'page-reference': wording<{ typed: string }>(
    'info',
    ({ typed }) => `"${typed}" is read as a reference to a page; it stays text`,
    () => 'if a page begins there, type the page break elsewhere than behind the words that refer',
  ),
  'note-without-marker': wording<{ label: string }>(
    'warning',
    ({ label }) => `note "${label}" has no marker in the text`,
    () => 'type the marker where the note belongs, or delete the note; until then it stands at the end of the document',
  ),
  'marker-without-note': wording<{ label: string }>(
    'warning',
    ({ label }) => `marker "${label}" has no note in the list of notes`,
    () => 'add the note to the list at the end, or delete the marker',
  ),
  'marker-repeated': wording<{ label: string }>(
    'warning',
    ({ label }) => `marker "${label}" stands again, and there is one note "${label}"; this one stays text`,
    () => 'repeat the note with a number of its own, or write in the text what the reference is to',
  ),
  'doubtful-marker': wording<{ label: string; note: string; percent: number; decision: string }>(
    'warning',
    ({ label, note, percent }) => `"${label}" is taken for the marker of note "${note}" with ${percent} % confidence`,
    ({ decision }) => `compare the place with the original; to decide it, put ${decision} into the file of decisions`,
  ),
  'decision-out-of-date': wording<{ at: string }>(
    'error',
    ({ at }) => `the decision on ${at} is out of date: nothing there can be what it says`,
    () => 'the transcription has changed: correct the line and column of the decision, or delete it',
  ),
  'marker-sequence-irregular': wording<{ label: string; expected: string }>(
    'info',
    ({ label, expected }) => `marker "${label}" is out of sequence; expected "${expected}"`,
    () => 'nothing to do if the original prints it so',
  ),
  'note-label-irregular': wording<{ label: string; expected: string }>(
    'info',
    ({ label, expected }) => `note "${label}" is out of sequence in the list of notes; expected "${expected}"`,
    () => 'see whether a note is missing before it',
  ),
  'profile-detected': wording<{ name: string; reason: string }>(
    'info',
    ({ name, reason }) => `read with profile "${name}": ${reason}`,
    () => 'name a profile to have another one',
  ),
  'notes-between': wording<{ count: number }>(
    'info',
    ({ count }) =>
      count === 1
        ? 'a list of notes does not stand at the end'
        : `notes stand in ${count} lists, between paragraphs or at the feet of pages`,
    () => 'nothing to do if these are notes',
  ),
  'note-list-head': wording<{ typed: string }>(
    'info',
    ({ typed }) => `"${typed}" is read as the heading of a list of notes`,
    () => 'nothing to do: it is kept in a processing instruction, since notes stand where they are cited',
  ),
  'note-list-unmarked': wording<{ example: string }>(
    'warning',
    () => 'the list at the end reads like notes, but no marker in the text belongs to it; it stays a list',
    ({ example }) => `type "${example}" and so on behind the words that the notes belong to, if they are notes`,
  ),
  'note-goes-on': wording<{ label: string }>(
    'info',
    ({ label }) => `this is read as a further paragraph of note "${label}", though it stands at the margin`,
    () => 'indent it by five spaces or a tab, as further paragraphs of notes are, if it is one',
  ),
  'unknown-profile': wording<{ name: string }>(
    'error',
    ({ name }) => `unknown profile "${name}"`,
    () => 'one is chosen by the look of the text instead',
  ),
  'several-documents': wording<{
    count: number;
    range: string | undefined;
    isSplit: boolean;
    separator: string | undefined;
  }>(
    'info',
    ({ count, range }) => `the file holds ${count} documents${range === undefined ? '' : `, ${range}`}`,
    ({ isSplit, separator }) =>
      isSplit
        ? separator === undefined
          ? 'nothing to do; where one of them is none, a decision with "document": false says so'
          : `nothing to do: "${separator}" stands between them, as the profile declares`
        : 'as it is, they are read as one document: convert with --out-dir to have a file of each, or with --assemble to have each a division of one file',
  ),
  'heads-alike': wording<{ count: number; typed: string }>(
    'warning',
    ({ count, typed }) => `"${typed}" looks like a head: the file may hold ${count} documents, which are read as one`,
    () =>
      'number the heads ("2. Letter to …"), or declare with "documentSeparator" in the profile what line stands between documents; a decision with "document": true parts them as well',
  ),
  'document-number-missing': wording<{ missing: string; before: string }>(
    'warning',
    ({ missing, before }) => `no document ${missing} stands before document "${before}"`,
    () => 'see whether a document is missing, or whether its head cannot be told from a paragraph',
  ),
  'document-number-repeated': wording<{ number: string }>(
    'warning',
    ({ number }) => `a second document has the number "${number}"`,
    () => 'correct the number; until then the second one is told from the first by its identifier',
  ),
  'doubtful-document-break': wording<{ percent: number; decision: string }>(
    'warning',
    ({ percent }) => `a document is taken to begin here with ${percent} % confidence`,
    ({ decision }) => `compare the place with the original; to decide it, put ${decision} into the file of decisions`,
  ),
  'page-number-missing': wording<{ missing: string; before: string }>(
    'info',
    ({ missing, before }) => `no page ${missing} stands before page "${before}"`,
    () => 'nothing to do if the pages were left out; else type the page breaks where the pages begin',
  ),
  'heading-sign': wording<{ sign: string; count: number }>(
    'warning',
    ({ sign, count }) =>
      count === 1
        ? `"${sign}", which begins headings in Markdown, is read as text`
        : `${count} lines begin with "${sign}" or the like, as headings of Markdown do; these signs are read as text`,
    () => 'type heads without a sign: a head is told by its words, and by the blank line behind it',
  ),
  'line-paragraphs': wording(
    'info',
    () => 'each line is read as a paragraph, since few empty lines set any apart',
    () => 'nothing to do if that is so; else put an empty line between two paragraphs',
  ),
  'letters-decomposed': wording<{ typed: string }>(
    'warning',
    ({ typed }) =>
      `"${typed}" and others are typed as a letter and a mark behind it: dates, names and salutations with such letters are not recognised`,
    () => 'save the file in Unicode normalization form C, in which "ä" is one character; nothing else changes',
  ),
  'not-a-transcription': wording(
    'warning',
    () => 'the file does not look like a transcription of a document; its lines become paragraphs',
    () => 'a document begins with a heading, a dateline or a salutation, and blank lines set its paragraphs apart',
  ),
});
