/** Findings that a reporter may stumble over, each with a name for the test. */
import type { Code, Diagnostic } from '../../src/diagnostic/index.js';
import type { FileReport } from '../../src/reporters/reporter.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { errorAt, reportOf } from './findings.js';

const text = '<p>\n  <foo>bar</foo>\n</p>\n';
const opened = { message: '"p" opened here', place: placeAt(createSource('a.xml', text), 0, 3) };

export const placeless: Diagnostic = { code: 'run/file-unreadable', severity: 'error', message: 'cannot be read' };

/** All that a finding may have. */
export const everything = errorAt(text, '<foo>', {
  message: 'element "foo" is not known; expected "hi"',
  expected: ['hi'],
  note: 'correct the name',
  related: [opened],
  fix: { message: 'rename it', edits: [{ place: opened.place, text: 'hi' }] },
});

export const HOSTILE =
  '</script><script>alert(1)</script>"\'&amp; ::error::x %0A ##[error]y\r\n::warning::z\u0000\u001b[31m\u2028\u0085\ud800\uffff';

function inFile(path: string): FileReport {
  return { path, diagnostics: [errorAt('<a b="1"/>', 'b=', {}, path)] };
}

function many(count: number): readonly Diagnostic[] {
  const source = createSource('a.xml', 'word '.repeat(count));
  return Array.from({ length: count }, (_, i) => ({
    code: 'rng/text-not-allowed' as const,
    severity: (['error', 'warning', 'info'] as const)[i % 3] ?? 'error',
    message: `word ${i}`,
    place: placeAt(source, i * 5, i * 5 + 4),
  }));
}

const sch: Code = 'sch/tei-"all"<1>';

export const awkward: readonly (readonly [string, readonly FileReport[]])[] = [
  ['no files', []],
  ['no findings', [reportOf()]],
  ['everything', [{ ...reportOf(everything), schema: 'letter' }]],
  ['no place', [reportOf(placeless)]],
  ['two files, a valid one between', [reportOf(everything), { path: 'b.xml', diagnostics: [] }, inFile('c.xml')]],
  ['a place in another file', [reportOf(errorAt('start = x', 'x', {}, 'schemas/a.rnc'))]],
  ['the same finding twice', [reportOf(errorAt('aa', 'a'), errorAt('aa', 'a'))]],
  ['wide characters', [reportOf(errorAt('日本𝔸𝔹 <x/>', '<x/>'))]],
  ['tabs', [reportOf(errorAt('\t\t<x\t/>', '<x'))]],
  ['line ends of Windows', [reportOf(errorAt('<a>\r\n <b>\r\n</a>', '<b>\r\n</a>'))]],
  ['an empty file', [reportOf(errorAt('', ''))]],
  ['the end of a file', [reportOf(errorAt('<a>\n', '', { place: placeAt(createSource('a.xml', '<a>\n'), 4) }))]],
  ['a place behind the end', [reportOf({ ...placeless, place: placeAt(createSource('a.xml', 'ab'), 9, 12) })]],
  [
    'control characters and markup',
    [reportOf(errorAt(`${HOSTILE}x`, 'x', { message: HOSTILE, note: HOSTILE, code: sch }))],
  ],
  [
    'an assertion of Schematron',
    [
      reportOf(
        errorAt('<a b="1"/>', '<a', {
          code: sch,
          assertion: { kind: 'report', context: 'a[@b > 0 or "é"]', test: `@b < 2 and . = '"'` },
        }),
      ),
    ],
  ],
  ['an empty message', [reportOf(errorAt('a', 'a', { message: '' }))]],
  ['a path with spaces', [inFile('my letters/a b.xml')]],
  ['a path that is not ASCII', [inFile('Briefe/Köln – 日本.xml')]],
  ['a path of Windows', [inFile('tei\\1861\\a.xml'), inFile('C:\\tei\\b.xml')]],
  ['an absolute path', [inFile('/home/ada/a.xml')]],
  ['a path with what means something elsewhere', [inFile('a,b:c%20#d?"<&>\'.xml')]],
  ['a path with a line end', [inFile('odd\nname.xml')]],
  ['an address', [inFile('https://example.org/schemas/a b.rng')]],
  [
    'what was converted',
    [{ path: 'b.txt', output: '-', diagnostics: [errorAt('x', 'x', { severity: 'warning' }, 'b.txt')] }],
  ],
  ['what is known', [{ ...reportOf(everything), known: { error: 2, warning: 1, info: 0 } }]],
  ['ten thousand findings', [reportOf(...many(10_000))]],
];
