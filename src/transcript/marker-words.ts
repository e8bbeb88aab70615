/** Words beside a number that say what kind of number it is: evidence for or against a note marker. */

export const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
/** Words that a number follows: telegrams, documents, parts of texts. */
export const NUMBERED =
  /^(?:(?:dep|emb|leg|con|ref|ur|my|your|air|cir|depcir)*tels?|(?:tele|air)grams?|cables?|desp(?:atch)?(?:es)?|dispatch(?:es)?|documents?|docs?|no|nos|number|numbers|pages?|pp?|vol|volumes?|para|paras|paragraphs?|articles?|arts?|sections?|secs?|chapters?|ch|items?|points?|parts?|annex|appendix|tabs?|phases?|steps?|series|enclosures?|footnotes?|notes?|fn|resolutions?|res|memo|memos|letters?|circular|box|lot|figure|table|question|rule|clause|title|group|committee|bill|order|directive|plan|case|class|grade|option|alternative|version|draft|nsc|nie|snie|nssm|nsdm|pd|prm|usun|gocus|usgoc|tosec|secto|polto|topol|unsc|nato|aide|executive|public|formosa|round|zone|sector|area|corps|division|target|january|february)\.?$/i;
/** Words that a number stands before. */
export const COUNTED =
  /^(?:percent|per|million|millions|billion|thousand|hundred|dozen|years?|months?|weeks?|days?|hours?|minutes?|mins?|p|a|am|pm|o’clock|o'clock|noon|miles?|kilometers?|km|kilos?|feet|tons?|men|troops|divisions?|battalions?|aircraft|ships?|planes?|members?|countries|nations|votes?|seats?|states|powers|persons?|people|copies|pages?|paragraphs?|points?|and|or|to|of|other|more|additional|new|main|major|years’|cents|dollars|pounds|rupees|lines?)\b/i;
