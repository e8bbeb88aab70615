/** The attributes of TEI that point: those of datatype `teidata.pointer` in TEI All 4.9.0 (a test compares this table with the schema). */
import { XML_NAMESPACE, type XmlName } from './names.js';

/** Pointers on every element that has them. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  `adj adjFrom adjTo ana calendar change children code copyOf corresp datcat datingMethod datingPoint decls
  defaultExceptions domains edRef end exclude fVal facs feats filter follow fromUnit given hand inst lemmaRef mergedIn
  mutual next ns nymRef origin parent parts perf period prev property ref rendition replyTo require resp sameAs scribeRef
  scriptRef select since source spanTo synch target targetDatcat targetEnd toUnit toWhom unitRef uri url valueDatcat where
  who wit`.split(/\s+/),
);

/** On these elements they point, on others they do not. */
const HERE: Readonly<Record<string, readonly string[]>> = {
  active: ['relation'],
  passive: ['relation'],
  class: ['msContents', 'msItem', 'msItemStruct'],
  except: ['anyElement'],
  from: ['app', 'arc', 'rt', 'span'],
  to: ['app', 'arc', 'rt', 'span'],
  name: ['namespace'],
  new: ['handShift'],
  scheme: ['catRef', 'classCode', 'keywords', 'locus', 'locusGrp', 'occupation', 'socecStatus'],
  value: ['eLeaf', 'eTree', 'iNode', 'leaf', 'node', 'root', 'triangle'],
};

/** On these elements they do not point, on all others they do. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  location: ['variantEncoding'],
  start: ['schemaSpec'],
};

/** Does the attribute of an element point? An address to resolve others by (`xml:base`) is none. */
export function isPointer(element: string, { namespace, local }: XmlName): boolean {
  if (namespace === XML_NAMESPACE || namespace !== '') return false;
  if (EVERYWHERE.has(local)) return true;
  if (Object.hasOwn(HERE, local)) return HERE[local]?.includes(element) === true;
  return Object.hasOwn(ELSEWHERE, local) && ELSEWHERE[local]?.includes(element) === false;
}
