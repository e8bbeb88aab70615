/** The one table from TEI element to what a reader is shown, with the names of the TEI Processing Model (TEI P5, 22.5.4.7). */
import { attributeValue, type Element } from '../xml/index.js';
import { plainName } from './reading/plain-name.js';

export const behaviours = [
  'alternate', // several forms of one thing: the first that a reader wants
  'anchor', // a point
  'block', // set apart, of no finer kind
  'break', // the end of a line, or the beginning of a page
  'cell',
  'document', // a letter of its own, such as one enclosed
  'graphic',
  'heading',
  'inline',
  'link',
  'list',
  'listItem',
  'note',
  'omit', // not for readers: metadata
  'paragraph',
  'row',
  'section',
  'table',
] as const;

export type Behaviour = (typeof behaviours)[number];

const TABLE: Readonly<Record<Behaviour, string>> = {
  alternate: 'choice app subst',
  anchor: `anchor milestone index span alt join timeline when move pause shift path caesura witStart witEnd lacunaStart
    lacunaEnd`,
  block: `opener closer dateline salute signed byline trailer argument epigraph lg l quote cit postscript
    titlePage docTitle titlePart docImprint docAuthor docEdition figure listBibl listPerson listPlace listOrg listEvent
    person personGrp persona place org event sp spGrp speaker stage castList castGroup castItem set performance camera
    caption sound tech view imprimatur address addrLine eg egXML eg:egXML figDesc u writing superEntry entry entryFree hom sense
    dictScrap re listWit witness listApp listNym nym listObject object msDesc msContents msItem msItemStruct physDesc
    objectDesc supportDesc layoutDesc handDesc handNote scriptDesc typeDesc musicNotation decoDesc decoNote additions
    bindingDesc binding sealDesc seal accMat history origin provenance acquisition additional adminInfo recordHist
    custodialHist surrogates msPart msFrag colophon zone line`,
  break: 'pb lb cb gb',
  cell: 'cell',
  document: 'floatingText',
  graphic: 'graphic media binaryObject',
  heading: 'head',
  inline: `headLabel headItem citedRange location hi seg emph foreign term gloss mentioned soCalled title name persName placeName orgName geogName rs roleName
    forename surname addName genName nameLink reg orig sic corr abbr expan ex am add del unclear supplied gap damage
    damageSpan surplus retrace restore redo undo mod date time num measure measureGrp unit q said c w pc m s
    cl phr space label stamp docDate lem rdg rdgGrp affiliation email country settlement region district bloc street
    postCode postBox bibl biblScope author editor publisher pubPlace idno repository collection institution msIdentifier
    biblStruct biblFull series edition g desc objectName eventName metamark handShift distinct code ident gi att val tag
    secl offset geo signatures catchwords heraldry origDate origPlace material locus occupation
    birth death sex gender nationality residence education faith floruit state trait persPronouns listRef
    classCode textLang extent width height depth dim dimensions incipit explicit fw rb rt ruby formula notatedMusic noteGrp
    mml:math role roleDesc actor rhyme metSym ellipsis vocal incident kinesic form orth pron hyph syll stress gramGrp gram gen
    number case per tns mood iType pos subc colloc usg lbl def etym lang xr oRef pRef wit witDetail analytic monogr imprint
    relatedItem respStmt resp principal funder sponsor meeting authority distributor availability licence altIdentifier
    msName objectIdentifier locusGrp summary support layout foliation collation condition watermark filiation finalRubric
    rubric secFol scriptNote typeNote geogFeat terrain climate population langKnowledge langKnown langUsage language age
    socecStatus objectType`,
  link: 'ref ptr',
  list: 'list',
  listItem: 'item',
  note: 'note',
  omit: `teiHeader standOff certainty precision respons interp interpGrp spanGrp linkGrp link joinGrp altGrp listTranspose
    transpose fsdDecl facsimile substJoin listChange listRelation relation addSpan delSpan divGen fs fvLib fLib
    listAnnotation annotation annotationBlock xenoData`,
  paragraph: 'p ab',
  row: 'row',
  section: `text front body back group div div1 div2 div3 div4 div5 div6 div7 TEI teiCorpus prologue epilogue sourceDoc surface
    surfaceGrp frus:attachment`,
  table: 'table',
};

/** All that the table has, by the names of `plainName`. */
export const knownElements: ReadonlyMap<string, Behaviour> = new Map(
  behaviours.flatMap((behaviour) => TABLE[behaviour].split(/\s+/).map((name) => [name, behaviour] as const)),
);

/** What is done with an element; undefined where nobody thought of it: it is shown, and reported. */
export function behaviourOf(element: Element): Behaviour | undefined {
  const name = plainName(element);
  if (name === 'note' && isInline(element)) return 'inline';
  return knownElements.get(name);
}

/** In the line where it stands: FRUS has bracketed source notes and file numbers of this kind. */
function isInline(note: Element): boolean {
  return attributeValue(note, 'rend') === 'inline' || attributeValue(note, 'place') === 'inline';
}
