/**
 * The library: a transcription -> TEI, and TEI -> what is wrong with it.
 *
 * `convert` and `validate` are what most programs need. The stages that they are made of are exported beside them: each
 * is a function `(input, ..., report)` that reads no file and throws for no input; what it has to say goes to `report`.
 */

export { type Authority, joinAuthorities, loadAuthority, type Person, type Term } from './authority/index.js';
export {
  assembleVolume,
  type Conversion,
  type ConvertedDocument,
  type ConvertOptions,
  convert,
  convertDocuments,
} from './convert.js';
export {
  type Assertion,
  type Code,
  type Counts,
  countSeverities,
  type Diagnostic,
  type Edit,
  type Fix,
  type Gathered,
  gatherDiagnostics,
  type Related,
  type Report,
  type Severity,
  type SeveritySettings,
} from './diagnostic/index.js';
export { type Document, type InterpretOptions, interpretDocument } from './document/index.js';
export { type EvaluateOptions, type EvaluationCase, evaluate } from './evaluate.js';
export {
  type EvaluatedDocument,
  type Evaluation,
  type EvaluationStyle,
  type Figure,
  findDocuments,
  type Summary,
} from './evaluation/index.js';
export { exportTei } from './export.js';
export type { ExportedFile, Exporter, ExportInput, ExportSettings, TeiFile, WholeFile } from './exporters/exporter.js';
export { type ReadDocument, type ReadPart, readVolume, type Volume } from './exporters/reading/index.js';
export {
  type Conventions,
  chooseProfile,
  composeProfile,
  findProfile,
  type ProfileChoice,
  type ProfileSettings,
  profiles,
} from './profiles/index.js';
export {
  firstDifference,
  type RebuildOptions,
  type Rebuilt,
  readConversionFacts,
  rebuildTranscription,
} from './rebuild/index.js';
export {
  type Absence,
  type Automaton,
  compileGrammar,
  type ExplainAbsence,
  loadGrammar,
  type Resolver,
  type SimpleGrammar,
  type Validation,
  type ValidationOptions,
  validateRelaxNg,
} from './relaxng/index.js';
export { checkstyle, github, gitlab, gnu, html, json, junit, pretty, sarif } from './reporters/index.js';
export type { CodePage, FileReport, Reporter, Style } from './reporters/reporter.js';
export {
  createSource,
  decodeSource,
  type Place,
  type Point,
  placeAt,
  pointAt,
  type Source,
  utf8Parts,
} from './source/index.js';
export {
  type Edition,
  type Editor,
  type Encoding,
  encodeTei,
  encodings,
  findEncoding,
  type Licence,
  SOFTWARE,
  type Software,
} from './tei/index.js';
export { outlineTranscript, parseTranscript, type Transcript } from './transcript/index.js';
export {
  BUILT_IN_SCHEMAS,
  type Check,
  type ReadSource,
  type Validated,
  type ValidateOptions,
  validate,
} from './validate.js';
export {
  type Attribute,
  attributeValue,
  descendants,
  type Element,
  layoutDocument,
  parseXml,
  scanBytes,
  scanXml,
  textContent,
  walkTree,
  type XmlDocument,
  type XmlEvent,
  type XmlName,
  type XmlNode,
  type XmlSink,
} from './xml/index.js';
export { serializeXml } from './xml/serialize.js';
