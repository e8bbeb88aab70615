/** Forenames by which a line of a letter is known for a name. */

/** Names in letters of other languages than English, short forms among them, beside those that `isForename` knows. Folded. */
export const FORENAMES: ReadonlySet<string> = new Set(
  `adele adelheid agnes alexandre alois amalie andrea angela antoine antonie antoinette august auguste beatrice bernhard bertha bettina
  camille carla carlo carmen carolina caroline cecile charlotte christian christine clara claire clemens cornelia dieter dirk dora dorothea
  eduard elena eleonore elisa elisabeth elise ella else emil emile emilie emilio emma emmy enrico erich erika erna eugen eugenie eva
  fernando filippo francesco francisco francois franz franziska frederic friedrich frieda gabriele georg georges gerda gerhard gertrud
  gianni giovanna giulia giuseppe gottfried greta grete gretchen guido guillaume hanna hannah hanne hanni hannes hedwig heinrich heinz
  helene henri henriette hendrik hilda hilde ida ilse ines inge ingeborg irene irma isabella isabelle jakob jeanne joachim johann johanna
  josef josefa josephine julie julien juliette jurgen karoline katharina kathe klara klaus konrad leonie leopold lieschen lili lina lisa
  lisbeth lotte lucie lucia ludwig luigi luise magdalena marcel marco margarete margarethe margherita marguerite marianne marie mario martha
  mathilde matteo mathieu michel mina minna moritz nicolas olga oskar ottilie paola paolo paula pauline philipp pieter rainer reinhard
  renate ricardo rosa rosalie rudolf sabine sofia sophie susanne suzanne sven theodor therese tilde toni trude ulrich ursula uwe valentin
  aug jul ferd fr joh thos saml wm jno chas geo jas robt edwd richd benj benjn danl nathl alexr jos hy fredk
  vera vincenzo volker wilhelm wilhelmine willem willi wolfgang yvonne`.split(/\s+/),
);
