/** Forenames: short forms of one another, and names common enough to tell that a word is one. */

/** Each line: forms of one name, folded. */
const FORMS = `
  william bill billy will willy
  robert bob bobby rob robbie
  richard dick rick richie
  james jim jimmy jamie
  john jack johnny jock
  joseph joe joey jody
  thomas tom tommy tip
  edward ed eddie ted ned teddy
  edwin ed
  edmund ed ted
  theodore ted teddy
  henry harry hank
  harold hal harry
  charles chuck charlie chas
  michael mike mickey
  david dave
  daniel dan danny
  donald don
  george geo
  gerald gerry jerry
  jerome jerry
  lawrence larry laurence
  leonard len leo
  lewis lew louis lou
  llewellyn tommy
  matthew matt
  mansfield mike
  nicholas nick nicky
  patrick pat paddy
  peter pete
  philip phil phillip
  raymond ray
  ronald ron ronnie
  samuel sam sammy
  stephen steve steven
  stuart stu stewart
  timothy tim
  victor vic
  vincent vince
  walter walt wally
  warren chris
  anthony tony
  albert al bert
  alfred al fred
  alexander alex al alec aleksandr
  alexis alex
  andrew andy drew andrei
  arthur art
  benjamin ben
  bernard bernie
  christopher chris
  clarence clare
  clifford cliff
  cyrus cy
  douglas doug
  eugene gene
  francis frank
  franklin frank
  frederick fred freddy
  gregory greg
  herbert herb bert
  hubert bert
  kenneth ken
  martin marty
  maxwell max
  melvin mel
  nathaniel nat
  norman norm
  nikita niki
  paul paulie
  ralph rafe
  roger rog
  russell russ
  sargent sarge
  sidney sid
  solomon sol
  terence terry
  w bill
  abraham abe
  allen alan allan
  carl karl
  catherine kathy kate
  elizabeth liz betty beth
  katherine kay kathy kate
  margaret peggy meg maggie
  jessica jessie
  leonid leonide
  anatoly anatoliy anatoli
  andrei andrey
  sergei sergey
  mikhail michail
  nikolai nikolay
  aleksei alexei aleksey
  mohammed mohammad muhammad mohamed mohamad muhammed mahomed
  ahmed ahmad
  hussein husayn hussain husain
  yusuf yussuf yousef
  zbigniew zbig
  gunduz gonduz`;

/** Common forenames beside those above. */
const COMMON = `
  aaron adam adlai adrian alice alvin amos angus ann anna anne antonio arnold averell averill barbara barry basil bruce bryan
  byron calvin carlos carol caspar cecil chester clark claude clayton clement clinton clyde craig curtis dale dean dennis
  dillon dwight earl edgar elbridge eleanor ellen elliot elliott ellsworth elmer emmet eric ernest ernst evan felix ferdinand
  floyd foster frances fritz gabriel gaston gerard gilbert giovanni glenn gordon graham grant gustav guy hans harlan helen
  helmut herman hermann horace howard hugh hugo ian irving isaac ivan jacob jacques jan jane janet jay jean jeffrey jeremy
  joan johan johannes jonathan jorge jose juan julian julius karen keith kermit kevin kurt laura lee leon leroy leslie
  livingston lloyd lois louise lucius luis luther lyndon lynn malcolm manuel marcus margaretha maria marion mark marshall
  mary maurice mcgeorge miguel milton morris morton murray nancy neil nelson nigel noel oliver orville oscar otto owen park
  pedro perry pierre randolph reginald rene reza roberto roderick rodney roland rolf roscoe ross roy rufus rupert ruth
  salman scott selwyn seymour sherman simon spencer spiro stanley stefan sterling strobe susan theo tracy turner tyler ulric
  vernon viktor vladimir wallace wayne wendell wilbur wilfred willard winston winthrop woodrow yuri yuriy zachary
  abdul ali amir hassan hasan ibrahim ismail khalid mahmud mustafa omar osman suleyman kwame milovan josip giorgos georgios`;

const groups: readonly ReadonlySet<string>[] = FORMS.trim()
  .split('\n')
  .map((line) => new Set(line.trim().split(' ')));

const formsOf = new Map<string, ReadonlySet<string>[]>();
for (const group of groups) for (const form of group) formsOf.set(form, [...(formsOf.get(form) ?? []), group]);

const common: ReadonlySet<string> = new Set([
  ...COMMON.trim().split(/\s+/),
  ...[...formsOf.keys()].filter((form) => form.length > 2),
]);

/** `bill` and `william`; both folded. */
export function isFormOf(one: string, other: string): boolean {
  return (formsOf.get(one) ?? []).some((group) => group.has(other));
}

/** `hal`, `dick`: a form that persons are called by whose list has another name. */
const short: ReadonlySet<string> = new Set(groups.flatMap((group) => [...group].slice(1)));

export function isShortForm(folded: string): boolean {
  return short.has(folded);
}

export function isForename(folded: string): boolean {
  return common.has(folded);
}

const OF_WOMEN: ReadonlySet<string> = new Set(
  `alice ann anna anne barbara catherine eleanor elizabeth ellen frances golda helen indira jane janet jean jessica juanita
  juliana laura madeleine margaret maria marion mary nancy phyllis rosalynn ruth shirley susan vijaya`.split(/\s+/),
);

export function isOfWomen(folded: string): boolean {
  return OF_WOMEN.has(folded);
}
