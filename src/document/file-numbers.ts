/** The forms of file numbers, containers and other parts of archival references, as data. */

export interface ReferenceForm {
  readonly part: 'group' | 'container' | 'identifier';
  /** An example of what it accepts. */
  readonly example: string;
  readonly form: RegExp;
}

/** The first form that fits a piece between commas says what the piece is; a piece that fits none is a name. */
export const REFERENCE_FORMS: readonly ReferenceForm[] = [
  { part: 'group', example: 'RG 59', form: /^(?:RG|Record Group|MG|FO|CAB|PREM|WO)[ -]?\d{1,4}$/ },
  { part: 'container', example: 'Lot 66 D 204', form: /^Lots? (?:File )?\w*\d[\w –-]*$/ },
  {
    part: 'container',
    example: 'Box 183',
    form: /^(?:Box|Container|Carton|Reel|Roll|Tape|Drawer|Entry|Bundle|Shelf|Safe)(?:es|s)? (?:[A-Z]{1,4} )?\w*[\d–-][\w .–&-]*$/,
  },
  { part: 'container', example: 'Folder 1011', form: /^Folders? [\w\d][\w –&-]{0,12}$/ },
  { part: 'container', example: 'Job 79-01025A', form: /^Jobs?[ -](?:No\. )?\w*\d[\w –/-]*$/ },
  { part: 'container', example: 'FRC 75-0125', form: /^(?:FRC|Acc(?:ession|\.)?)(?: No\.)?:? ?[\dA-Z][\w –/-]*$/ },
  {
    part: 'container',
    example: 'Bd. 12',
    form: /^(?:Bd\.|Bde\.|Kt\.|Karton|Kasten|Kiste|Mappe|Fasz\.|Fasc\.|Faszikel|Konvolut|carton|boîte|dossier|liasse|busta|b\.|fasc\.|legajo|doos) \d[\w /–-]*$/,
  },
  // Department of State, decimal: class, country and subject, then a serial number or a date.
  { part: 'identifier', example: '761.13/5-1661', form: /^\d{3}[A-Z]{0,2}\.[\dA-Z][\w. –/&-]{0,50}$/ },
  // Department of State, subject-numeric, from 1963: subject, number, country.
  {
    part: 'identifier',
    example: 'POL 15-1 ALG',
    form: /^(?:AE|AGR|AID|AV|CR|CSM|CUL|DEF|E|ECIN|EDU|EDX|FN|FSE|FSV|FT|HLTH|INCO|INF|INT|IT|LAB|LEG|OGR|ORG|PC|PER|PET|POL|PPB|PPT|PPV|PR|PS|REF|RSCH|SCI|SOC|SP|STR|TEL|TP|TRSY|UN|V)(?: ?\d{1,2}(?:[–-]\d{1,2})?)?(?: [\p{Lu}\d][\p{Lu}\d.–—/&-]*(?: [\p{Lu}\d&][\p{Lu}\d.–—/&-]*){0,3}| \p{Lu}\p{L}+)?(?:\/[\w–-]+)?$/u,
  },
  // British public records (`CAB 129/105`, and papers in it: `C(61)97`) and signatures of the Bundesarchiv: class and piece.
  { part: 'identifier', example: 'CAB 129/105', form: /^[A-Z]{1,5}g? \d{1,4}\/[\w.–-]+(?:\/[\w.–-]+)?$/ },
  {
    part: 'identifier',
    example: 'C(61)97',
    form: /^[A-Z]{1,4}\.? ?\(\d{2}\) ?\d{1,4}$|^[A-Z]{1,3}\d{2,5}\/\d+(?:\/\w+)?$/,
  },
  // White House central files: `CO 141`, `FO 3-2`.
  { part: 'identifier', example: 'CO 141', form: /^[A-Z]{2} \d{1,4}(?:[–-]\d{1,3})*(?:\/[\w –-]+)?$/ },
  // Department of State, electronic telegrams and film of paper documents, from 1973.
  { part: 'identifier', example: 'D810024–0387', form: /^[DPN]\d{5,6}[–-]\d{3,4}$/ },
  { part: 'identifier', example: '[no film number]', form: /^\[no [^\]]{3,40}\]$/ },
  {
    part: 'identifier',
    example: 'MS 1234',
    form: /^(?:MSS?\.?|Ms\.?|Cod\.|Add\. MSS?|Nr\.|No\.|n°|fols?\.|ff\.|f\.|Bl\.|S\.) ?[\w][\w .–/-]{0,40}$/,
  },
];

/** A piece that belongs to the name before it: a date, a number, `Vol. I`, `Jr.` */
export const CONTINUES =
  /^(?:[a-z\d([“"#–-]|(?:Vols?|Volumes?|Pts?|Parts?|Nos?|Books?|Tabs?|Jr|Sr|Section|Meeting No)(?:\.|\b)|[IVXLC]+$|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)\.?(?:[ –/-]|$))/;

/** A name that ends in one of these is a series, not a folder. */
export const NAMES_A_SERIES =
  /\b(?:Files?|Series|Papers?|Records|Materials?|Collections?|Diar(?:y|ies)|Central Files? [\d –-]+|Nachla(?:ss|ß)|fonds)$/i;

/** Parts of a repository that have a standing of their own: a record group named before them does not hold them. */
export const OUTSIDE_GROUPS = /^(?:Nixon (?:Presidential|Papers)|Presidential Materials|RG\b|Record Group)/;
