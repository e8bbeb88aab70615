/** What a language's table of cues holds: fragments of regular expressions, each bounded; a small first letter stands for both. */

export interface CueWords {
  /** Every noun has a capital letter, so that one at the end of a close is no name. */
  readonly capitalNouns?: boolean;
  /** What a salutation begins with; a name or title follows (`liebe[rs]?`). */
  readonly greeting: readonly string[];
  /** Salutations that need no name (`mein herr`). */
  readonly address: readonly string[];
  /** What a complimentary close begins with (`mit .{0,30}grüßen`). */
  readonly close: readonly string[];
  /** What may follow in a close, before the name (`ergebener`). */
  readonly closeTail: readonly string[];
  /** What the name may stand behind in a line, where nouns have capital letters (`ergebenster`). */
  readonly beforeName?: readonly string[];
  /** What stands before whose the writer is, in a sentence (`verbleibe ich`). */
  readonly beforeOwn?: readonly string[];
  /** What a line of courtesies before the close begins with (`mit`). */
  readonly closeLead: readonly string[];
  /** `P.S.`, `Nachschrift`. */
  readonly postscript: readonly string[];
  /** What a source note begins with; a colon follows. */
  readonly source: readonly string[];
  /** An enclosed text begins, or ends, in a paragraph of its own. */
  readonly begin: readonly string[];
  readonly end: readonly string[];
  /** What times of day are called in a dateline (`abends`). */
  readonly dayTimes: readonly string[];
  /** Words that say a day or season above a salutation only: elsewhere they may be names (`winter`). */
  readonly seasons: readonly string[];
  /** What a signature may begin with before the name (`dein`). */
  readonly own: readonly string[];
  /** What stands before who greets (`von`). */
  readonly by?: readonly string[];
  /** Those of `own` that name nobody in the middle of a line, unless one of `by` stands before them (`ihrem`). */
  readonly ownBy?: readonly string[];
  /** What a writer is to the reader, between `own` and the name (`diener`). */
  readonly bond?: readonly string[];
  /** Words after which somebody else is named (`an`). */
  readonly toward: readonly string[];
  /** Words that make a line no name, whatever their capital letters (`gute`). */
  readonly notName: readonly string[];
  readonly weekdays: readonly string[];
  /** What stands between a place and a date (`den`, `am`). */
  readonly dated: readonly string[];
  /** The writer as the subject of a sentence (`ich`); where verbs say as much, those of coming and going (`parto`). */
  readonly writer: readonly string[];
  /** What a clause begins with that belongs to the text: `wenn`. */
  readonly clauses?: readonly string[];
  /** What is sent in a close: `grüße`. */
  readonly greetings?: readonly string[];
  /** Words of a line that names who signs by the name below it: `direktion`. */
  readonly office?: readonly string[];
  /** What a line begins with that says where and when a letter was given (`datum`). */
  readonly given?: readonly string[];
  /** What a sentence begins with that ends a letter above the name: `nun muß ich schließen`. */
  readonly ending?: readonly string[];
  /** What a line begins with that says where a telegram comes from (`telegramm aus`). */
  readonly telegram?: readonly string[];
  /** What stands in a line above the name of one who signs for another (`im auftrag`). */
  readonly forAnother?: readonly string[];
  /** Words of a close that are cut short, without their full stop (`herzl`). */
  readonly cutShort?: readonly string[];
  /** Words of a courtesy, in a sentence at the end of a letter (`freue`). */
  readonly courtesy?: readonly string[];
  /** What a line that names a street ends in, before the number of the house (`gasse`). */
  readonly street?: readonly string[];
  /** What stands before the name of a street (`rue`). */
  readonly lane?: readonly string[];
  /** What begins an address that a letter goes to (`herrn`). */
  readonly addressee?: readonly string[];
  /** What stands before the place in a dateline (`desde`). */
  readonly from?: readonly string[];
  /** What a farewell of a whole sentence begins with (`adieu`). */
  readonly farewell?: readonly string[];
  /** What one sentence at the end of a letter assures the reader of (`versicherung meiner hochachtung`). */
  readonly assurance?: readonly string[];
  /** What a sentence begins with that takes leave, in one paragraph with the close (`leben Sie`). */
  readonly leave?: readonly string[];
  /** What a sentence begins with that is no courtesy above a close (`we`). */
  readonly statement?: readonly string[];
  /** What a sentence begins with that asks the reader to greet somebody (`grüßen Sie`). */
  readonly request?: readonly string[];
  /** What joins two names (`und`), as it is typed between them. */
  readonly and?: readonly string[];
  /** What stands between a name and what its bearer is (`z\\. Z\\.`). */
  readonly atPresent?: readonly string[];
  /** What may follow a name (`in treue`). */
  readonly behindName?: readonly string[];
  /** What stands between a title and the office that it is of (`der`). */
  readonly titleOf?: readonly string[];
  /** What stands before the name that somebody was born with (`geborene`). */
  readonly born?: readonly string[];
  /** What stands in brackets before the name of a copied signature (`signed`). */
  readonly signedBy?: readonly string[];
  /** What stands before an office that somebody holds alone, and before no name of a writer (`the`). */
  readonly article?: readonly string[];
  /** What is said of a name that nobody can read (`unleserlich`). */
  readonly unread?: readonly string[];
  /** What an editor says of a letter that nobody has signed (`ohne Unterschrift`). */
  readonly unsigned?: readonly string[];
  /** What a line begins with that says what is sent with a letter (`anlagen?`). */
  readonly enclosed?: readonly string[];
  /** What a line begins with that says that a copy is true (`beglaubigt`). */
  readonly certified?: readonly string[];
  /** What a sheet is, in a line of its own above the letter (`Abschrift`). */
  readonly sheet?: readonly string[];
  /** What stands before the place that a smaller one is near (`bei`). */
  readonly near?: readonly string[];
  /** What is sent on a card, in words that no other language has (`baisers`). */
  readonly sent?: readonly string[];
  /** Words that texts of the language are full of, and others are not. */
  readonly common: readonly string[];
}
