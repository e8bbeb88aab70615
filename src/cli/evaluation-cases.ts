/** Gold files and their predictions -> the cases of an evaluation, read one by one as they are asked for. */
import type { EvaluationCase } from '../evaluate.js';
import { type Absence, type FoundDocument, findDocuments, wholeText } from '../evaluation/index.js';
import { type Element, scanXml, treeBuilder, type XmlDocument, type XmlSink } from '../xml/index.js';
import type { Complaints } from './complaints.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { type FoundFile, type Predictions, volumeName } from './predictions.js';
import { readFile } from './read-file.js';
import type { Transcribed } from './transcribed.js';

export interface CaseQuestion {
  readonly golds: readonly Input[];
  readonly predictions: Predictions;
  readonly transcribed: Transcribed | undefined;
  /** Takes what is wrong with the gold. */
  readonly complaints: Complaints;
  /** Takes what is wrong with predictions. */
  readonly findings: Complaints;
}

/** What cannot be read, and what has no prediction, is told of while the cases are taken. */
export function* evaluationCases(question: CaseQuestion): Generator<EvaluationCase> {
  const { golds, predictions, complaints, findings } = question;
  for (const gold of golds) {
    if (!predictions.hasVolume(gold)) {
      findings.report(gold.shown, runMessages['volume-not-predicted']({ folder: predictions.folder }));
      continue;
    }
    const document = gold.file === undefined ? undefined : parseFile({ ...gold, file: gold.file }, complaints);
    if (document) yield* casesOf(gold, document.root, question);
  }
}

function* casesOf(gold: Input, root: Element, question: CaseQuestion): Generator<EvaluationCase> {
  const { predictions, transcribed, findings } = question;
  const read = predictionReader(findings);
  const { documents } = findDocuments(root);
  let absent = 0;
  for (const { id, element } of documents) {
    const found = predictions.find(gold, id);
    const transcription = transcribed?.find(gold, id);
    if (transcribed && transcription === undefined) continue;
    const pred = found ? read(found, id, documents.length) : 'missing';
    if (pred === 'missing' && transcription === undefined) {
      absent++;
      continue;
    }
    const volume = volumeName(gold);
    const name = id ?? volume;
    if (pred === 'missing' && transcription !== undefined) {
      findings.report(gold.shown, runMessages['prediction-missing']({ id: name, transcription }));
    }
    yield { volume, id: name, gold: element, pred, predPath: found?.shown ?? predictions.folder };
  }
  if (absent > 0) {
    const facts = { count: absent, total: documents.length };
    findings.report(gold.shown, runMessages['documents-not-predicted'](facts));
  }
}

/** Reads predictions; a file that holds several documents is read once. */
function predictionReader(
  findings: Complaints,
): (found: FoundFile, id: string | undefined, documents: number) => Element | Absence {
  let last: { readonly file: string; readonly root: Element | undefined; readonly documents: readonly FoundDocument[] };
  last = { file: '', root: undefined, documents: [] };
  return (found, id, wanted) => {
    if (last.file !== found.file) {
      const root = parseFile(found, findings)?.root;
      const documents = root && wanted > 1 ? findDocuments(root).documents : [];
      last = { file: found.file, root, documents };
    }
    if (!last.root) return 'not-well-formed';
    if (last.documents.length < 2) return wholeText(last.root);
    return last.documents.find((document) => document.id === id)?.element ?? 'missing';
  };
}

/** Documents are walked element by element; no text is nested deeper than this. */
const DEEPEST = 1000;

function parseFile({ file, shown }: FoundFile, complaints: Complaints): XmlDocument | undefined {
  const report: Parameters<typeof readFile>[2] = (diagnostic) => complaints.report(shown, diagnostic);
  const source = readFile(file, shown, report);
  if (!source) return undefined;
  const builder = treeBuilder();
  let depth = 0;
  let deepest = 0;
  const sink: XmlSink = (event) => {
    if (event.kind === 'startTag') deepest = Math.max(deepest, ++depth);
    else if (event.kind === 'endTag') depth--;
    builder.sink(event);
  };
  if (!scanXml(source, sink, report)) return undefined;
  if (deepest <= DEEPEST) return builder.document();
  report(
    runMessages['file-unreadable']({
      reason: `its elements are nested ${deepest} deep; at most ${DEEPEST} are compared`,
    }),
  );
  return undefined;
}
