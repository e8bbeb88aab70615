/** Forenames: short forms of one another, and names common enough to tell that a word is one. All folded. */
import { wordSet } from './word-set.js';

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
  chester chet
  mcgeorge mac
  malcolm mac
  caspar cap
  dwight ike
  adolph dolph
  archibald archie
  augustus gus
  gustav gus
  bartholomew bart
  bertram bert
  bradley brad
  clement clem
  clinton clint
  dominic dom
  emanuel manny
  ernest ernie
  gabriel gabe
  geoffrey geoff jeff
  jeffrey jeff geoff
  gilbert gil
  howard howie
  irving irv
  irwin irv
  isaac ike
  jacob jake
  jeremiah jerry
  jonathan jon
  joshua josh
  leslie les
  lester les
  marvin marv
  maurice maury
  milton milt
  mitchell mitch
  morris morrie
  morton mort
  mortimer mort
  nathan nate nat
  oliver ollie
  randall randy
  randolph randy
  reginald reg reggie
  roderick rod
  rodney rod
  roland rollie
  rudolph rudy
  sheldon shelly
  silas si
  simon si
  spencer spence
  thaddeus thad
  tobias toby
  vernon vern
  wallace wally
  wesley wes
  wilbur will
  willard bill will
  winston winnie
  woodrow woody
  zachary zack
  barbara barb
  caroline carrie
  constance connie
  deborah debbie
  dorothy dottie dot
  eleanor ellie nell
  jacqueline jackie
  josephine jo
  judith judy
  pamela pam
  patricia pat patty
  rebecca becky
  sarah sally
  susan sue susie
  virginia ginny
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

/** Names of other languages, by which one in capitals is known for a forename: nothing else shows it there. */
const ELSEWHERE = wordSet(`
  aldo alfonso alfredo alberto amintore andre antoine arturo augusto bettino boris camilo clemente dieter dietrich eduardo emilio enrico
  enrique ernesto esteban etienne ettore felipe fernando fidel francisco francois franz georges gerhard giulio giuseppe guido guillermo gunther
  gustavo heinrich henri herve horst humberto ignacio igor imre janos jaime javier jawaharlal joaquin jozsef jurgen klaus konrad
  laszlo ludwig luigi marcel marcello mariano massimo michel oleg oswaldo pablo paolo philippe pierre pietro rafael rainer rajiv ramiro ramon
  raoul raul ricardo rodolfo rodrigo rogelio sanjay serge sergio siegfried stanislaw tomas ulrich valentin vasily vicente vittorio
  vyacheslav wilhelm wladyslaw wolfgang yevgeny yves zoltan`);

const groups: readonly ReadonlySet<string>[] = FORMS.trim().split('\n').map(wordSet);

const formsOf = new Map<string, ReadonlySet<string>[]>();
for (const group of groups) for (const form of group) formsOf.set(form, [...(formsOf.get(form) ?? []), group]);

const common: ReadonlySet<string> = new Set([
  ...wordSet(COMMON),
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

/** A name common enough to tell that a word is one: `george`. */
export function isForename(folded: string): boolean {
  return common.has(folded);
}

/** Beside those that `isForename` knows; also a word or a surname, maybe. */
export function isForenameElsewhere(folded: string): boolean {
  return ELSEWHERE.has(folded) || isForename(folded);
}

const OF_WOMEN = wordSet(`
  betty benazir bess caroline carol catherine charlotte clara claudia corazon dorothy edith ekaterina elena ethel eva evita farah florence
  frieda galina gertrude hannah imelda irene irina isabel jacqueline jackie josephine julia julie lucille lydia mamie marjorie martha
  joan karen lois natalia nina nusrat olga oveta pamela patricia raisa rebecca rosa sarah sirimavo soraya sophia svetlana sylvia tatiana teresa theresa virginia
  alice ann anna anne barbara catherine eleanor elizabeth ellen frances golda helen indira jane janet jean jessica juanita
  juliana laura madeleine margaret maria marion mary nancy phyllis rosalynn ruth shirley susan vijaya`);

export function isOfWomen(folded: string): boolean {
  return OF_WOMEN.has(folded);
}
