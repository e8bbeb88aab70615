/** The openings of sentences in source notes, as a table: what a sentence that begins so is about. */
import type { RemarkKind } from './source-note-model.js';

export interface StatementForm {
  readonly kind: 'drafting' | 'transmission' | RemarkKind;
  readonly form: RegExp;
  /** What a sentence of the form has in it: found sooner than that one is not of the form, where that has to try all ways. */
  readonly trace?: RegExp;
}

/** Words for what a source note describes. */
const RECORD =
  '(?:telegram|message|memorandum|memoranda|letter|report|document|paper|note|draft|cable|airgram|despatch|study|text|estimate|summary|minutes|record|transcript|translation|attachment|copy|original|source text|briefing|response|list|directive|statement|speech|address|outline|instruction|proposal)';
const MADE =
  '(?:drafted|redrafted|prepared|cleared|approved|written|transcribed|dictated|translated|compiled|coordinated|signed|initialed|typed|revised|concurred|submitted|originated|authorized)';
const SENT =
  '(?:sent|repeated|transmitted|received|pouched|passed|relayed|forwarded|delivered|dispatched|telegraphed|cabled|handed|hand-carried|routed|circulated|distributed|addressed|read|given|furnished|conveyed)';
const MEETING =
  '(?:meeting|conversation|discussion|luncheon|lunch|dinner|session|call|interview|talks?|breakfast|briefing|conference|speech|address|broadcast|ceremony|reception|visit)';
/** What somebody does who sends a record on, and what somebody does at a place. */
const SENDS =
  '(?:forwarded|transmitted|sent|delivered|handed|submitted|provided|conveyed|passed|relayed|presented|circulated|gave|returned|directed|routed)';
const MEETS =
  '(?:met with|arrived|visited|traveled|departed|returned to|was interviewed|were attending|was attending|attended|addressed|spoke|testified|made (?:the|this|his|her) (?:statement|speech|address|remarks)|delivered)';
/** Words of a sentence up to its verb; the points of `U.S.` and of initials end none. */
const WORDS = String.raw`(?:[^.;:“]|(?<=\b\p{L})\.(?!$)|(?<=\b(?:Mr|Mrs|Dr|St|Gen|Col))\.)`;
/** What one does in a record, or a record itself. */
const SAYS =
  'briefed|was briefed|were briefed|summarized|commented|recommended|requested|suggested|proposed|informed|notified|advised|instructed|was instructed|were instructed|reported|explained|noted|responded|replied|expressed|asked|urged|outlined|described|discussed|conveyed|is summarized|are summarized|was summarized|were summarized|was included|were included|was enclosed|indicates that|indicated that|was reported|were reported|is described|was described|postponed';
const WHEN = '(?:(?:On|By|In|Also on|Later on|Prior to) [^,]{3,40}, )?';
const ADVERBS =
  '(?:also |apparently |presumably |probably |jointly |originally |actually |initially |then |later |first ){0,2}';

/** Tried in order; a form sees the whole sentence. */
export const STATEMENT_FORMS: readonly StatementForm[] = [
  {
    kind: 'attachment',
    form: /^(?:Attached|Enclosed|Enclosures?|Attachments?|Appended|Annexed|Tabs?|Annex|The (?:attached|enclosed)|The (?:attachments?|enclosures?|tabs?|annex(?:es)?|appendix|background (?:paper|material))|Not attached|An attached|Filed with|Forwarded under|An (?:enclosure|attachment))(?!\p{L})/u,
  },
  {
    kind: 'drafting',
    form: new RegExp(String.raw`^(?:${ADVERBS}${MADE}|presumably|apparently|jointly)(?!\p{L})`, 'iu'),
  },
  {
    kind: 'drafting',
    trace: new RegExp(MADE, 'iu'),
    form: new RegExp(
      String.raw`^(?:It|This|(?:The|This) [^.;]{0,60}?${RECORD}|[^.;]{0,40}${RECORD}) (?:was|were|is|had been|has been) ${ADVERBS}${MADE}(?!\p{L})`,
      'iu',
    ),
  },
  {
    kind: 'drafting',
    form: /^(?:No|There (?:is|was|are) no)(?: indication of the)? ?(?:drafting|drafter|drafting information|clearance|author|approval)|^Not cleared|^(?:cleared|approved) /i,
  },
  { kind: 'drafting', form: /^There (?:is|was) no indication .{0,60}(?:draft|originat|author|clear)/ },
  // Intelligence estimates: which agencies had a part in them.
  {
    kind: 'drafting',
    trace: /concurred|participated|submitted|^Abstaining/,
    form: new RegExp(
      String.raw`^${WORDS}{3,200} (?:concurred (?:in|with)|participated in the preparations?|submitted this (?:estimate|memorandum|paper))(?!\p{L})|^Abstaining (?:was|were) `,
      'u',
    ),
  },
  {
    kind: 'drafting',
    form: /^(?:Although )?(?:no|the name of the) drafting (?:information|officer)(?!\p{L})|^Although no drafting/iu,
  },
  { kind: 'transmission', form: new RegExp(String.raw`^(?:also |again |not )?${SENT}(?!\p{L})`, 'iu') },
  {
    kind: 'transmission',
    trace: new RegExp(SENT, 'u'),
    form: new RegExp(
      String.raw`^(?:It|This|They|(?!.{0,70}(?:indicat|read|stat|note|that|which))(?:The|This|A|An|Copies|Another|One|Information) ?[^.;]{0,60}?(?:${RECORD}|copies)?) (?:was|were|is|had been|has been) ${ADVERBS}${SENT}(?!\p{L})`,
      'u',
    ),
  },
  {
    kind: 'transmission',
    form: /^(?:Copies (?:to|for)|A copy (?:went|to)|No time of (?:transmission|receipt)|The time of (?:transmission|receipt)|Info(?:rmation)? (?:copy|copies|to))(?!\p{L})/u,
  },
  {
    kind: 'occasion',
    form: new RegExp(
      String.raw`^(?:The|This|These|Their|His|All|Other) (?:[\p{L}’'.-]+ ){0,6}?${MEETING}s? (?:[^.;]{0,60} )?(?:took place|was held|were held|occurred|began|lasted|ended|convened|is taken|was made|was recorded|was attended)`,
      'u',
    ),
  },
  {
    kind: 'occasion',
    form: /^(?:In attendance|Those (?:in attendance|present)|(?:Also |Others )?(?:present|attending)|[^.;]{3,60} (?:spoke|attended|delivered (?:the|this|his|her) (?:address|speech|remarks|statement)|addressed the))(?!\p{L})/iu,
  },
  {
    kind: 'occasion',
    form: /^(?:The (?!\w+ (?:is|was) (?:handwritten|stamped|typed))(?:time|date|place|location|year|hour|day)s? (?:of|and|is|was|on|at|are)|No time|According to [^.;]{0,60}(?:Diary|Appointment|Log|Calendar|Book))(?!\p{L})/u,
  },
  {
    kind: 'annotation',
    form: /^(?:An?|The|Two|Three|Another|In an?|According to (?:an?|the)|This) (?:\p{L}+[, -]{1,2}){0,3}?(?:notes?|notations?|stamps?|stamped|handwritten|typewritten|typed|marginal|marginalia|checkmark|covering|cover)(?!\p{L})/u,
  },
  {
    kind: 'annotation',
    form: /^(?:(?:In|At|On|Above|Below|Beneath|Next to|Beside) the (?:upper|lower|top|bottom|left|right|margin|first|last|source|cover|title|end|beginning|back)|[^.;]{0,50} (?:wrote|initialed|checked|underlined|highlighted|circled|approved|disapproved|saw|crossed out|added by hand)(?!\p{L})|Printed from|Brackets|Ellips[ei]s|All (?:brackets|ellipses|omissions)|The editors?|Text from|The (?:source text|original|first page|last page|cover|title|heading|signature|salutation|closing|classification|initials|handwritten|typed|transliterated|date|copy|quotation|word|words|bracketed))(?!\p{L})/u,
  },
  {
    kind: 'annotation',
    form: new RegExp(
      `^(?:The|This) [^.;]{0,40}?${RECORD} (?:is|was|bears|has|contains|carries|indicates|does not|are|were|bore) ?(?:an? |not |un)?(?:initialed|marked|stamped|labeled|headed|titled|entitled|unsigned|signed|undated|dated|copy|draft|handwritten|typed|double|incomplete|notation|stamp|part|in |on |the |two|three|no |found|unclassified|classified|typeset|retyped|carbon|sanitized|available|designated|numbered)`,
      'iu',
    ),
  },
  {
    kind: 'publication',
    form: /^(?:Also |Previously |Originally |Partially )?(?:printed|published|reprinted|excerpted)(?: also)?(?: in| as| with| from)|^(?:Excerpts?|Extracts?|For (?:the )?(?:full |complete |entire )?(?:text|transcript))(?!\p{L})|^[^.;]{3,90} (?:is|are|was|were) (?:also |not |scheduled to be )?(?:printed|published|reproduced)/iu,
  },
  {
    kind: 'reference',
    form: /^(?:See|Reference is to|For [^.]{3,200}[,;]? see|Regarding [^.]{3,200}, see|[^.]{3,200}; see)(?!\p{L})/u,
  },
  { kind: 'reference', form: /^[^.]{3,200} (?:is|are|as) Documents? \d/ },
  // What is attached, said of it and not at the beginning.
  {
    kind: 'attachment',
    form: /^(?:No (?:attachments?|enclosures?|tabs?|annex(?:es)?)|Both (?:attachments|enclosures|tabs)|Also (?:attached|enclosed)|[^.;]{3,120} (?:attached to (?:this|the)|(?:is|are|was|were) (?:also |not )?(?:attached|enclosed|appended|annexed)))(?!\p{L})/u,
  },
  {
    kind: 'annotation',
    form: /^(?:All blank|Marked [“"]|\p{L}[^.;]{0,60} (?:covering|transmittal|forwarding) (?:memorandum|letter|note|memo)(?!\p{L})|[^.;]{3,60} made [^.;]{0,40}(?:notations?|corrections?|revisions)(?!\p{L}))/u,
  },
  {
    kind: 'publication',
    form: /^[^.;]{2,160} (?:(?:is|are|was|were) (?:also )?(?:scheduled for publication|included in the (?:\p{L}+ )?[Ss]upplement|broadcast)|released (?:as|by|to the press))(?!\p{L})/u,
  },
  // What other records say of it, and which were looked for.
  {
    kind: 'reference',
    form: new RegExp(
      String.raw`^(?:Also |Additionally, )?(?:In|According to|Under cover of) (?:an?|the|his|her|its|their|${RECORD})?(?: ?[^.;,]{0,50}? )?${RECORD}(?!\p{L})`,
      'iu',
    ),
  },
  {
    kind: 'reference',
    form: new RegExp(
      String.raw`^(?:No|That|Neither|The|This|These|A|An)(?: other| further)? (?:[^.;]{0,60} )?(?:${RECORD}|copy|record|documentation|evidence|account|reply|response)s?(?: [^.;]{0,90})? (?:was|were|has been|have been|could be|is) (?:not )?found(?!\p{L})`,
      'iu',
    ),
  },
  {
    kind: 'reference',
    form: /^There (?:is|are|was|were) no (?:record|cop(?:y|ies)|indication|evidence|documentation|further)(?!\p{L})/u,
  },
  {
    kind: 'transmission',
    trace: new RegExp(SENDS, 'u'),
    form: new RegExp(
      String.raw`^${WHEN}\p{Lu}${WORDS}{1,140}? (?:also )?${SENDS} (?!${WORDS}{0,30}(?:speech|address|remarks))${WORDS}{0,90}?(?:${RECORD}|copies|it|them)s?(?!\p{L})`,
      'u',
    ),
  },
  {
    kind: 'annotation',
    trace: /^(?:It|Notation|Handwritten)|initials|signature|stamped|bears|has|signed|noted|agreed|approved/,
    form: new RegExp(
      String.raw`^(?:It(?= reads?)|Notations?|Handwritten|${WORDS}{2,120}? (?:initials|signature)) (?:reads?|read|in|at|on|appears?|are|is)(?!\p{L})|^${WORDS}{2,120}? (?:is|are|was|were) stamped(?!\p{L})|^(?:The |This )?${RECORD} (?:bears|has) |^${WHEN}\p{Lu}${WORDS}{1,60}? (?:also )?(?:signed|noted (?:his|her)|agreed|approved all)(?!\p{L})`,
      'u',
    ),
  },
  {
    kind: 'occasion',
    form: new RegExp(
      String.raw`^(?:Earlier, |Later, )?${WHEN}(?:\p{Lu}|he |she |they )${WORDS}{1,110}? ?(?:also |had )?${MEETS}(?!\p{L})`,
      'u',
    ),
  },
  // Where someone was that day: "Dulles was in Paris for the meeting of the Council".
  {
    kind: 'occasion',
    form: /^\p{Lu}[^.;]{2,80} (?:was|were) (?:then |also )?(?:in (?!the (?:file|paper|original|attach))\p{Lu}|in the United States|at the (?:United Nations|White House|time)|en route|visiting|on (?:a|an) (?:official |state |unofficial )?(?:visit|trip))/u,
  },
  {
    kind: 'occasion',
    form: /^This (?:is|was) (?:a|the) (?:continuation|first|second|third|last) [^.;]{0,60}(?:meeting|conversation|discussion|session)/u,
  },
  {
    kind: 'occasion',
    form: /^(?:All members|The [^.;]{2,60}) (?:of [^.;]{2,80} )?(?:were|was) (?:present|in attendance|members of)(?!\p{L})/u,
  },
  // Who drafted or cleared it, by what a copy shows.
  {
    kind: 'drafting',
    trace: new RegExp(`draft|${MADE}`, 'iu'),
    form: new RegExp(
      String.raw`^${WORDS}{2,160}? (?:(?:is|are) listed as|indicates? (?:that )?(?:it|they) (?:was|were)|appears? to (?:be a draft|have been)|which was|is the|was the) ?(?:having )?${ADVERBS}(?:${MADE}|draft(?:er|ing officer)?)(?!\p{L})|^${WORDS}{2,120}?[,)] (?:and )?${MADE} by `,
      'iu',
    ),
  },
  // Slips of the record, and what somebody wrote on it.
  {
    kind: 'annotation',
    trace:
      / (?:mis|incorrectly|erroneously)|^(?:Blank|Omission|Under|Punctuation|Spelling)|identified| on the |initialed|approving/,
    form: new RegExp(
      String.raw`^(?:The|This) [^.;]{0,40}?${RECORD} (?:is|was) (?:mistakenly|incorrectly|erroneously|misdated|missing)|^(?:Blank|Omissions?|Underscor|Underlin|Punctuation|Spelling)|^\p{L}[^.;]{0,60} (?:has|have) not been identified|^${WORDS}{2,160}?(?: noted|notes|comments?|wrote|written|words) on the (?:source text|original|memorandum|document|paper|first page|cover)(?!\p{L})|initialed (?:his|her|for|[\p{Lu}]\p{L}+[’']s?) |^${WORDS}{2,80}?, in approving`,
      'u',
    ),
  },
  { kind: 'reference', form: /^[^.;]{3,160} (?:was|were) not found(?!\p{L})/u },
  // Another record, by what it says or did: a briefing before the meeting, a report on it afterwards.
  {
    kind: 'reference',
    trace: new RegExp(SAYS, 'u'),
    form: new RegExp(
      String.raw`^${WHEN}${WORDS}{2,200}? (?:${SAYS}) ${WORDS}{0,200}?(?:in|by|under cover of|as|to|from) (?:an? |his |her |its |the |another |enclosure )(?:${WORDS}{1,50} )?${RECORD}s?(?!\p{L})`,
      'u',
    ),
  },
  {
    kind: 'reference',
    trace: new RegExp(SAYS, 'u'),
    form: new RegExp(
      String.raw`^${WHEN}${WORDS}{2,200}? (?:${SAYS}) ${WORDS}{0,200}?in (?:${RECORD}s?|Document|Foreign Relations|[\p{L} ]{3,20}) \d`,
      'u',
    ),
  },
  {
    kind: 'reference',
    trace:
      / (?:based|drawn|enclosure|included|sent|contained|refer|summariz|quot|discuss|describ)|^(?:Additional|Further|Other|Related)/,
    form: new RegExp(
      String.raw`^(?:The|This|An?|His|Her|[\p{Lu}][\p{L}]+[’']s?) (?:${WORDS}{1,120} )?${RECORD} (?:${WORDS}{0,120} )?(?:is|was|were) (?:based on|drawn from|enclosure|(?:included|summarized|discussed|described|sent|contained) (?:in|under|as|with))(?!\p{L})|^${WORDS}{2,90} (?:refers? to|summariz(?:es|ed)|quot(?:es|ed)|discuss(?:es|ed)|describ(?:es|ed)) (?:this|the) (?:${RECORD}|${MEETING})(?!\p{L})|^(?:Additional|Further|Other|Related) (?:information|documentation|material)`,
      'u',
    ),
  },
  // Who spoke where, and what it was for.
  {
    kind: 'occasion',
    trace: / (?:gave|conducted|met|made|offered|left) |toured|(?:was|were) (?:made|delivered|given|held)/,
    form: new RegExp(
      String.raw`^(?:Earlier [^,.;]{2,30}, |Later, )?${WHEN}${WORDS}{2,110}? (?:gave (?:the|this|his|her) (?:address|speech|remarks|interview|statement|briefing)|conducted (?:the|this) interview|(?:address|speech|statement|remarks|${MEETING}) (?:was|were) (?:made|delivered|given|held)|met (?:privately |briefly |again )?(?:during|at|in|on|for|from|privately)|made similar remarks|offered similar remarks|left (?:Washington|for)|toured|made (?:a|an) (?:\p{L}+ )?visit)(?!\p{L})`,
      'u',
    ),
  },
  {
    kind: 'occasion',
    form: new RegExp(
      String.raw`^The (?:purpose|subject|agenda|topic|occasion) of (?:the|this) ${MEETING}|^The (?:[\p{L}’'.-]+ ){0,4}?(?:${MEETING}|Convention|convention|summit|session)s?, held |^The (?:[\p{L}’'.-]+ ){0,4}(?:[Cc]onvention|[Ss]ummit|[Cc]onference) was held`,
      'u',
    ),
  },
  {
    kind: 'publication',
    form: /^[^.;]{3,160} (?:(?:is|are|was|were) (?:printed|published|issued|released) (?:in|as|by)|appeared (?:in|on)) (?!\p{L}+ (?:memorandum|telegram|letter))/u,
  },
  {
    kind: 'publication',
    form: /^[^.]{3,300} (?:(?:is|are|was|were) (?:\p{L}+ but )?not (?:printed|published|reproduced)|, not (?:printed|published|reproduced))(?!\p{L})/u,
  },
  // A number says which record is meant: `in telegram 723 from Tripoli`, `Intelligence Note 869, December 19, advised`.
  {
    kind: 'reference',
    form: new RegExp(
      String.raw`^(?:[^“”]{0,300} )?(?:in|by|as|of|to|under|[Tt]he \p{L}{4,12} (?:is|was)|^) ?(?:${RECORD}|(?:National )?Intelligence (?:Note|Memorandum|Estimate)|NSSM|NSDM|NSAM|NSC|NSC Action)s? (?:No\. )?[A-Z]{0,4}-?\d`,
      'iu',
    ),
  },
  {
    kind: 'reference',
    form: /^[^“”]{3,200} (?:can|may) be found (?:in|at|ibid)|^[^“”]{3,120} supersede[sd] |^(?:This|The) [^.;“]{2,60} (?:is|was) (?:a|the) (?:reworking|compilation|revision|continuation|reply|response|summary|result)(?!\p{L})|^According to (?:notes|minutes|records|entries)(?!\p{L})/u,
  },
  {
    kind: 'transmission',
    form: /^It is not (?:clear|known|certain) (?:if|whether|when|that) |^[^.;“]{2,90} (?:were|was) (?:requested|instructed|directed|asked|informed) (?:to (?:deliver|pass|make|send|transmit|forward)|of (?:the )?receipt)(?!\p{L})/u,
  },
  {
    kind: 'drafting',
    form: new RegExp(
      String.raw`^${WORDS}{2,120}? (?:had )?(?:cleared|reviewed|revised|approved|edited) (?:this|the) (?:${RECORD})(?!\p{L})|^${WORDS}{2,160}? was (?:then |further )?(?:revised|redrafted|edited|reworked) by `,
      'u',
    ),
  },
  {
    kind: 'annotation',
    form: /^[^“”]{2,200} (?:note|notation|stamp)s? on the (?:source text|original|memorandum|document)|^\p{Lu}{2,4} is \p{Lu}\p{L}+ |^An? [^.;“]{0,30}notes? reads?(?!\p{L})|^[^“”.;]{2,120} (?:approved|disapproved|eliminated|deleted|crossed out|inserted|substituted|changed|underscored) (?:all|both|the (?:first|last|word|sentence|paragraph|recommendation)s?)(?!\p{L})|^The (?:introduction|preface|summary|cover sheet) (?:to|of) (?:the|this) /u,
  },
  {
    kind: 'occasion',
    form: /^[^“”]{3,200} (?:represented the|headed an? [^.;“]{2,30}delegation|was represented by|were represented by|briefed the (?:group|President|Council|Committee)|presented (?:this|the) )/u,
  },
];
